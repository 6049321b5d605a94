"""`itatui add`: add a measure to a track."""

import argparse
import os

from itatui.cli.field_args import add_quarter_options, field_edits, quarter_edits
from itatui.cli.output import print_answer
from itatui.cli.refs import find_track
from itatui.cli.register_option import open_register
from itatui.domain.apply import apply_all
from itatui.domain.change import Edit
from itatui.domain.edits import add_measure
from itatui.domain.measure import Measure
from itatui.errors import UsageError
from itatui.locale import N_, _

EXAMPLE = "itatui add EIT activity='จัดทำคู่มือการให้บริการ' responsible='สำนักปลัด' --plan 1-4"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `add`."""
    parser.add_argument("track", metavar="TRACK", help=N_("the track, such as IIT"))
    parser.add_argument("fields", metavar="FIELD=VALUE", nargs="*", help=N_("the activity, and any other fields"))
    parser.add_argument(
        "--position", type=int, default=0, metavar="N", help=N_("its number in the track (default: last)")
    )
    add_quarter_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Add the measure and print its REF."""
    file = open_register(arguments)
    register = file.load()
    new = Measure(os.urandom(4).hex(), find_track(register, arguments.track).code, 0.0, "")
    additions = add_measure(register, new, arguments.position)
    register = apply_all(register, additions)
    measure = register.measure(new.id) or new
    register = apply_all(
        register, [*field_edits(register, measure, arguments.fields), *quarter_edits(measure, arguments)]
    )
    measure = register.measure(new.id) or new
    if not measure.activity.strip():
        raise UsageError(_("enter the activity: activity='…'"))
    filled_in = Edit(*additions[-1][:4], measure)  # one edit adds the measure with all its fields
    register = file.apply(*additions[:-1], filled_in)
    print_answer(register.ref(measure))
    return 0
