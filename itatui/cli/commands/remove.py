"""`itatui remove`: removes a measure; `itatui undo` brings it back."""

import argparse

from itatui.cli.filter_options import measure_named
from itatui.cli.output import open_register, say
from itatui.domain.edits import remove_measure
from itatui.locale import N_, _

EXAMPLE = "itatui remove EIT-3"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `remove`."""
    parser.add_argument("ref", metavar="REF", help=N_("the measure, such as IIT-2"))


def run(arguments: argparse.Namespace) -> int:
    """Removes it, and says how to have it back."""
    file = open_register(arguments)
    measure = measure_named(file.load(), arguments.ref)
    file.apply(*remove_measure(measure))
    say(_("removed; itatui undo brings it back"))
    return 0
