"""A pager for answers that are taller than the terminal."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from itatui.cli.output import print_note, terminal_width
from itatui.locale import _
from itatui.thai import quote

DEFAULT_PAGER = "less"
"""Pager without `$PAGER`."""
COLOURS, UNFOLDED = "R", "S"
"""Options of `less`: show colours; do not fold long lines, which would tear a table."""
_NOT_RUN = (126, 127)
"""Exit codes of a shell that could not run a program."""


def can_page() -> bool:
    """Test whether there are keys and a picture: standard input and output on a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def pager_for(line_count: int, *, folded: bool) -> list[str]:
    """Return the command of the pager for an answer of some lines; empty if it fits, or if no pager can be used.

    `PAGER=cat` or an empty `PAGER` is none. A pager of the user's that is missing is told.
    """
    if not can_page():
        return []
    try:
        height = os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError):
        return []
    if not 0 < height <= line_count:  # the prompt of the shell takes a line
        return []
    import shlex  # lazy, here and below: most answers fit
    import shutil

    chosen = os.environ.get("PAGER")
    if chosen is None:
        options = f"-{COLOURS}" if folded else f"-{COLOURS}{UNFOLDED}"
        return [DEFAULT_PAGER, options] if shutil.which(DEFAULT_PAGER) else []
    try:
        words = shlex.split(chosen)
    except ValueError:  # a quote without its end
        words = [chosen]
    if not words or words[0] == "cat":
        return []
    if shutil.which(words[0]) is None:
        _tell_missing(chosen)
        return []
    return words


def _tell_missing(pager: str) -> None:
    print_note(_("PAGER {pager} cannot be run; printed without it").format(pager=quote(pager)))


def show_answer(text: str, *, folded: bool = False) -> None:
    """Print a text as it is, in a pager if it is taller than the terminal. `folded`: its long lines may be folded."""
    if can_page():
        lines = text.splitlines()
        count = sum(map(_height, lines)) if folded else len(lines)
        words = pager_for(count, folded=folded)
        if words and show_in_pager(words, text, folded=folded):
            return
        if words:
            _tell_missing(" ".join(words))
    sys.stdout.write(text)


def _height(line: str) -> int:
    """Return the lines of the terminal that a line takes."""
    import re  # lazy, both: answers in a pipe are not measured

    from itatui.thai import cells

    return max(-(-cells(re.sub("\x1b\\[[0-9;]*m", "", line)) // terminal_width()), 1)


def show_in_pager(words: list[str], text: str, *, folded: bool) -> bool:
    """Show a text in a pager until the user leaves it. Return False if it did not run. Ctrl+C belongs to the pager."""
    import signal
    import subprocess

    options = COLOURS if folded else f"{COLOURS}{UNFOLDED}"
    environment = {"LESS": options, "LESSCHARSET": "utf-8", **os.environ}
    sys.stdout.flush()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        data = text.encode("utf-8", "backslashreplace")
        return subprocess.run(words, input=data, env=environment, check=False).returncode not in _NOT_RUN
    except OSError:  # not a program
        return False
    finally:
        signal.signal(signal.SIGINT, before)


class _Collected(io.StringIO):
    """Text on its way to the terminal, which `isatty` and `fileno` answer for."""

    def __init__(self, terminal: int) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._terminal


@contextmanager
def paged() -> Iterator[None]:
    """Show what is printed meanwhile in a pager if it is taller than the terminal; print it as usual otherwise."""
    if not can_page():
        yield
        return
    terminal, collected = sys.stdout, _Collected(sys.stdout.fileno())
    sys.stdout = collected
    try:
        yield
    finally:
        sys.stdout = terminal
        show_answer(collected.getvalue(), folded=True)
