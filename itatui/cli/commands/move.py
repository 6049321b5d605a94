"""`itatui move`: change the number of a measure in its track."""

import argparse

from itatui.cli.output import print_answer
from itatui.cli.refs import find_measure
from itatui.cli.register_option import open_register
from itatui.domain.edits import move_measure
from itatui.locale import N_

EXAMPLE = "itatui move OIT-3 1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `move`."""
    parser.add_argument("ref", metavar="REF", help=N_("the measure, such as IIT-2"))
    parser.add_argument("position", metavar="POSITION", type=int, help=N_("its new number, from 1"))


def run(arguments: argparse.Namespace) -> int:
    """Move the measure and print its new REF."""
    file = open_register(arguments)
    register = file.load()
    measure = find_measure(register, arguments.ref)
    edits = move_measure(register, measure, arguments.position)
    if edits:
        register = file.apply(*edits)
    print_answer(register.ref(measure))
    return 0
