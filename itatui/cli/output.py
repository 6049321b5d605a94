"""What every command needs: the register that is meant, today, and the two streams."""

import argparse
import os
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

from itatui.cli.terminal.output_spelling import spelled
from itatui.locale import _
from itatui.store import RegisterFile
from itatui.store.paths import choose_register, create_sample_copy, is_first_use
from itatui.thai import safe

_UNSAFE = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


def say(line: str) -> None:
    """Tells the person something that is not the answer: on standard error."""
    print(f"itatui: {line}", file=sys.stderr)  # noqa: T201


def answer(text: str) -> None:
    """The answer, made safe for a terminal, on standard output."""
    sys.stdout.write(spelled(safe(text)) + "\n")


def coloured(arguments: argparse.Namespace) -> bool:
    """Whether the answer may be in colours."""
    wanted = (sys.stdout.isatty() and os.environ.get("TERM") != "dumb") or bool(os.environ.get("FORCE_COLOR"))
    return wanted and not arguments.no_color


def answer_painted(pieces: Iterable[tuple[str, str]], *, colour: bool) -> None:
    """A line of the answer in pieces, each made safe, in the colour (a number of ECMA-48, or none) it comes with."""
    painted = (f"\x1b[{code}m{safe(text)}\x1b[0m" if code and colour else safe(text) for code, text in pieces)
    sys.stdout.write(spelled("".join(painted)) + "\n")


def answer_json(value: Any) -> None:
    """The answer as JSON: exact, and with everything that a terminal might obey written as an escape."""
    import json
    import re

    text = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.write(re.sub(_UNSAFE, lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def columns() -> int:
    """The cells of a line of the terminal: `COLUMNS` goes before it; 80 where there is none to ask."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named):
        return int(named)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80 if sys.__stdout__ else 80
    except (OSError, ValueError):  # it leads to no terminal, or is closed
        return 80


def existing_register(arguments: argparse.Namespace) -> RegisterFile:
    """The register that is meant, whether or not it is there or can be read: none is made."""
    return RegisterFile(choose_register(arguments.register, arguments.config).path)


def new_here(arguments: argparse.Namespace) -> bool:
    """Whether no register is named, and there is no copy of the sample yet."""
    return is_first_use(choose_register(arguments.register, arguments.config))


def open_register(arguments: argparse.Namespace) -> RegisterFile:
    """The register that the words, the environment or the configuration mean; a copy of the sample on first use."""
    place = choose_register(arguments.register, arguments.config)
    if create_sample_copy(place):
        say(_("made your own copy of the sample register: {path}").format(path=safe(str(place.path))))
    return RegisterFile(place.path)


def today() -> date:
    """The day by which measures are late."""
    return date.today()
