"""`itatui move`: gives a measure another number in its track; the others make room."""

import argparse

from itatui.cli.filter_options import measure_named
from itatui.cli.output import answer, open_register
from itatui.domain.edits import move_measure
from itatui.locale import N_

EXAMPLE = "itatui move OIT-3 1"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `move`."""
    parser.add_argument("ref", metavar="REF", help=N_("the measure, such as IIT-2"))
    parser.add_argument("position", metavar="POSITION", type=int, help=N_("its new number, from 1"))


def run(arguments: argparse.Namespace) -> int:
    """Moves it, and answers with its new REF."""
    file = open_register(arguments)
    register = file.load()
    measure = measure_named(register, arguments.ref)
    edits = move_measure(register, measure, arguments.position)
    if edits:
        register = file.apply(*edits)
    answer(register.ref(measure))
    return 0
