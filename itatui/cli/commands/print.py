"""`itatui print`: the report, the minutes or the overview on paper, through the printing system's `lp`."""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

from itatui.cli.document_options import add_document_options, chosen_printout, made_document
from itatui.cli.output import print_answer, print_note
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.errors import ItatuiError, UsageError
from itatui.locale import N_, _
from itatui.thai import safe

EXAMPLE = "itatui print --copies 2"

_MOST_COPIES = 999


class NoPrinterError(ItatuiError):
    """Nothing can be printed on this machine."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `print`."""
    parser.add_argument("--printer", metavar="NAME", help=N_("the printer (default: that of the system)"))
    parser.add_argument("--copies", metavar="N", type=int, default=1, help=N_("number of copies (default: 1)"))
    add_document_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the document as a PDF, and return the exit code of `lp`."""
    if not 1 <= arguments.copies <= _MOST_COPIES:
        raise UsageError(_("--copies must be a number from 1 to {most}").format(most=_MOST_COPIES))
    file = open_register(arguments)
    register = file.load()
    report = chosen_printout(arguments, file, register)
    arguments.no_attachment = True  # paper has none
    data = made_document(arguments, report, register, "pdf", "PDF")
    note_sample(file, register)
    with tempfile.TemporaryDirectory(prefix="itatui-") as folder:  # for the user alone
        path = Path(folder, "report.pdf")
        path.write_bytes(data)
        return _print(path, report.title, arguments.printer, arguments.copies)


def _print(path: Path, title: str, printer: str | None, copies: int) -> int:
    to = ["-d", printer] if printer else []
    words = ["lp", *to, "-n", str(copies), "-t", safe(title) or "itatui", "-o", "media=A4", "--", str(path)]
    try:
        ran = subprocess.run(words, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        line = _("this machine has no printing system (lp); to print elsewhere: itatui export report.pdf")
        raise NoPrinterError(line) from None
    except OSError as error:
        raise NoPrinterError(f"lp: {error.strerror or os.strerror(error.errno or 0)}") from None
    for line in ran.stdout.decode("utf-8", "replace").splitlines():
        print_answer(line)
    for line in ran.stderr.decode("utf-8", "replace").splitlines():
        print_note(safe(line))
    if ran.returncode:
        print_note(_("not printed; to print elsewhere: itatui export report.pdf"))
    return ran.returncode
