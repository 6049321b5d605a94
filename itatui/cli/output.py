"""Print answers to standard output and notes to standard error, safe for a terminal."""

import argparse
import os
import stat
import sys
from collections.abc import Iterable
from datetime import date

from itatui.cli.terminal.output_spelling import spell
from itatui.thai import safe

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any

PIPED_WIDTH = 120
"""Cells of a table that is not printed on a terminal."""

_UNSAFE = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


def print_note(line: str) -> None:
    """Print a line to standard error, for everything that is not the answer."""
    print(f"itatui: {line}", file=sys.stderr)  # noqa: T201


def print_answer(text: str) -> None:
    """Print a text to standard output."""
    sys.stdout.write(spell(safe(text)) + "\n")


def use_colour(arguments: argparse.Namespace) -> bool:
    """Return whether the answer is coloured: on a terminal or with `FORCE_COLOR`, and not with `--no-color`."""
    is_wanted = (sys.stdout.isatty() and os.environ.get("TERM") != "dumb") or bool(os.environ.get("FORCE_COLOR"))
    return is_wanted and not arguments.no_color


def print_styled(pieces: Iterable[tuple[str, str]], *, colour: bool) -> None:
    """Print a line of (code, text) pairs; the code is an SGR parameter of ECMA-48, or "" for none."""
    styled = [f"\x1b[{code}m{safe(text)}\x1b[0m" if code and colour else safe(text) for code, text in pieces]
    sys.stdout.write(spell("".join(styled)) + "\n")


def print_json(value: "Any") -> None:
    """Print a value as JSON, with control and bidi characters escaped."""
    sys.stdout.write(json_line(value, indent=2) + "\n")


def json_line(value: "Any", indent: int | None = None) -> str:
    """Return a value as JSON in a single line, unless `indent` is set, with control and bidi characters escaped."""
    import json
    import re

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return re.sub(_UNSAFE, lambda match: f"\\u{ord(match[0]):04x}", text)


def columns_variable() -> int:
    """Return the number in `$COLUMNS`; 0 if there is none."""
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() else 0


def terminal_width() -> int:
    """Return the width of the terminal in cells: `$COLUMNS`, else the terminal's own, else 80."""
    if columns := columns_variable():
        return columns
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80 if sys.__stdout__ else 80
    except (OSError, ValueError):  # standard output is no terminal, or closed
        return 80


def output_width() -> int:
    """Return the cells of a table on standard output: `COLUMNS`, the terminal's width, or `PIPED_WIDTH`.

    In a pipe, such as to `less`, it is the width of the terminal on standard error or input.
    """
    if sys.stdout.isatty() or columns_variable():
        return terminal_width()
    try:
        if stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode):
            return PIPED_WIDTH
        for stream in (sys.stderr, sys.stdin):
            if stream.isatty():
                return os.get_terminal_size(stream.fileno()).columns or PIPED_WIDTH
    except (OSError, ValueError):  # a stream is closed
        pass
    return PIPED_WIDTH


def today() -> date:
    """Return the date that decides which measures are late."""
    return date.today()
