"""Printing through `lp`, the command of the printing system."""

import os
import subprocess
import tempfile
from pathlib import Path

from itatui.domain.named_tuple import NamedTuple
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import safe


class NoPrinterError(ItatuiError):
    """Nothing can be printed on this machine."""


class Printed(NamedTuple):
    """The answer of `lp`."""

    code: int
    """Exit code; 0: the job is in the queue."""
    out: tuple[str, ...]
    err: tuple[str, ...]


def print_pdf(data: bytes, title: str, printer: str = "", copies: int = 1, paper: str = "A4") -> Printed:
    """Give a PDF to a printer, that of the system by default. Raise `NoPrinterError` without `lp`."""
    to = ["-d", printer] if printer else []
    with tempfile.TemporaryDirectory(prefix="itatui-") as folder:  # for the user alone
        path = Path(folder, "report.pdf")
        path.write_bytes(data)
        return _run(
            "lp", *to, "-n", str(copies), "-t", safe(title) or "itatui", "-o", f"media={paper}", "--", str(path)
        )


def printers() -> tuple[str, ...]:
    """Return the names of the printers; none without a printing system."""
    try:
        return _run("lpstat", "-e").out
    except NoPrinterError:
        return ()


def _run(*words: str) -> Printed:
    try:
        ran = subprocess.run(words, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        line = _("this machine has no printing system (lp); to print elsewhere: itatui export report.pdf")
        raise NoPrinterError(line) from None
    except OSError as error:
        raise NoPrinterError(f"lp: {error.strerror or os.strerror(error.errno or 0)}") from None
    out, err = (tuple(text.decode("utf-8", "replace").splitlines()) for text in (ran.stdout, ran.stderr))
    return Printed(ran.returncode, out, err)
