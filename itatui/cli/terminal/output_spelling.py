"""Spell ำ on standard output as the terminal needs it; the terminal is probed when the first ำ is written.

Pipes, files and JSON keep ำ unchanged and probe nothing. Only standard output is respelled.
"""

import os
import sys

from itatui.thai.sara_am import AUTO, CELLS, SPLIT, split_sara_am

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import TextIO


class _State:
    """The configured spelling and the probed width of ทำ, for the whole process."""

    sara_am = AUTO
    """A value of `SARA_AM`."""
    is_probed = False
    cells: int | None = None
    """Cells of ทำ in the terminal; None if it was not probed or did not answer."""


def configure(sara_am: str) -> None:
    """Set the spelling of ำ, a value of `SARA_AM`. The terminal is probed only for `auto`."""
    _State.sara_am, _State.is_probed = sara_am, False


def probed_width() -> int | None:
    """Return the cells of ทำ in the terminal, probed once; None without a terminal or an answer."""
    if not _State.is_probed:
        _State.is_probed = True
        if sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
            from itatui.cli.terminal.probe import probe_width  # lazy: not needed in a pipe

            sys.stdout.flush()
            _State.cells = probe_width(sys.stdin.fileno(), sys.stdout.fileno())
    return _State.cells


def spell(text: str) -> str:
    """Return a text in the spelling for standard output."""
    if "\u0e33" not in text or not sys.stdout.isatty():
        return text
    spelling = CELLS.get(probed_width() or 0) if _State.sara_am == AUTO else _State.sara_am
    return split_sara_am(text) if spelling == SPLIT else text


def spelled_stdout() -> "TextIO":
    """Return standard output as a file that respells ำ, for libraries that write to a file themselves, such as Rich."""
    if not sys.stdout.isatty():
        return sys.stdout
    import io

    class Spelled(io.TextIOBase):
        """Standard output in another spelling."""

        encoding = "utf-8"

        def write(self, text: str) -> int:
            sys.stdout.write(spell(text))
            return len(text)

        def flush(self) -> None:
            sys.stdout.flush()

        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            return sys.stdout.fileno()

    return Spelled()  # type: ignore[return-value]
