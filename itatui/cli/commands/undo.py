"""`itatui undo`: takes back one's own latest change, or one of the history by its number."""

import argparse

from itatui.cli.output import open_register, say
from itatui.locale import N_
from itatui.thai import safe
from itatui.wording.changes import describe_change

EXAMPLE = "itatui undo"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `undo`."""
    number = N_("a change's number in itatui history; your latest when not given")
    parser.add_argument("number", metavar="N", nargs="?", type=int, default=0, help=number)


def run(arguments: argparse.Namespace) -> int:
    """Takes it back, and says what."""
    file = open_register(arguments)
    register = file.undo(arguments.number)
    say(safe(describe_change(file.history()[-1], register)))
    return 0
