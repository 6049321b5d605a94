"""The terminal behind standard output: how it takes ำ, asked of it when an answer with ำ first goes there.

Answers pass here on their way out; in a pipe, a file or JSON ำ stays as it is, and no terminal is asked. Nothing but
standard output is spelled anew, and nothing here knows what an answer says.
"""

import os
import sys

from itatui.thai.sara_am import AUTO, CELLS, SPLIT, split_sara_am

TYPE_CHECKING = False  # a type checker takes it for true
if TYPE_CHECKING:
    from typing import TextIO


class _Known:
    """What is known of the terminal. There is one a process."""

    sara_am = AUTO
    """One of `SARA_AM`."""
    asked = False
    cells: int | None = None
    """How many cells the probe took; None: it was not asked, or never answered."""


def take(sara_am: str) -> None:
    """The person says how ำ is to be sent, one of `SARA_AM`; the terminal is asked only when it is `auto`."""
    _Known.sara_am, _Known.asked = sara_am, False


def width() -> int | None:
    """The cells that ทำ takes in the terminal, asked once; None where there is none, or no answer."""
    if not _Known.asked:
        _Known.asked = True
        if sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
            from itatui.cli.terminal.probe import ask  # here: a pipe needs none of it

            sys.stdout.flush()
            _Known.cells = ask(sys.stdin.fileno(), sys.stdout.fileno())
    return _Known.cells


def spelled(text: str) -> str:
    """A text of an answer as it goes to standard output."""
    if "\u0e33" not in text or not sys.stdout.isatty():
        return text
    spelling = CELLS.get(width() or 0) if _Known.sara_am == AUTO else _Known.sara_am
    return split_sara_am(text) if spelling == SPLIT else text


def answers() -> "TextIO":
    """Standard output for who writes to it himself, such as Rich: what goes to a terminal is spelled for it."""
    if not sys.stdout.isatty():
        return sys.stdout
    import io

    class Spelled(io.TextIOBase):
        """Standard output, with another spelling."""

        encoding = "utf-8"

        def write(self, text: str) -> int:
            sys.stdout.write(spelled(text))
            return len(text)

        def flush(self) -> None:
            sys.stdout.flush()

        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            return sys.stdout.fileno()

    return Spelled()  # type: ignore[return-value]
