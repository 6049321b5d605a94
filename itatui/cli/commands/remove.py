"""`itatui remove`: remove a measure."""

import argparse

from itatui.cli.output import print_note
from itatui.cli.refs import find_measure
from itatui.cli.register_option import open_register
from itatui.domain.edits import remove_measure
from itatui.locale import N_, _

EXAMPLE = "itatui remove EIT-3"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `remove`."""
    parser.add_argument("ref", metavar="REF", help=N_("the measure, such as IIT-2"))


def run(arguments: argparse.Namespace) -> int:
    """Remove the measure and name the way back."""
    file = open_register(arguments)
    measure = find_measure(file.load(), arguments.ref)
    file.apply(*remove_measure(measure))
    print_note(_("deleted; undo with: itatui undo"))
    return 0
