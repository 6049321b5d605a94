"""`itatui undo`: undo your latest change, or a change of the history by its number."""

import argparse

from itatui.cli.output import print_note
from itatui.cli.register_option import open_register
from itatui.locale import N_
from itatui.thai import safe
from itatui.wording.changes import describe_change

EXAMPLE = "itatui undo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `undo`."""
    number = N_("a change's number in itatui history (default: your latest change)")
    parser.add_argument("number", metavar="N", nargs="?", type=int, default=0, help=number)


def run(arguments: argparse.Namespace) -> int:
    """Undo the change and describe it."""
    file = open_register(arguments)
    register = file.undo(arguments.number)
    print_note(safe(describe_change(file.history()[-1], register)))
    return 0
