"""`itatui add`: adds a measure to a track."""

import argparse
import os

from itatui.cli.field_args import field_edits, quarter_arguments, quarter_edits
from itatui.cli.filter_options import track_named
from itatui.cli.output import answer, open_register
from itatui.domain.apply import apply
from itatui.domain.change import Edit
from itatui.domain.edits import add_measure
from itatui.domain.measure import Measure
from itatui.errors import UsageError
from itatui.locale import N_, _

EXAMPLE = "itatui add EIT activity='จัดทำคู่มือการให้บริการ' responsible='สำนักปลัด' --plan 1-4"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `add`."""
    parser.add_argument("track", metavar="TRACK", help=N_("the track, such as IIT"))
    parser.add_argument("fields", metavar="FIELD=VALUE", nargs="*", help=N_("the activity, and any other field"))
    parser.add_argument("--position", type=int, default=0, metavar="N", help=N_("its number; last when not given"))
    quarter_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Adds it, and answers with its REF."""
    file = open_register(arguments)
    register = file.load()
    new = Measure(os.urandom(4).hex(), track_named(register, arguments.track).code, 0.0, "")
    first = add_measure(register, new, arguments.position)
    for edit in first:
        register = apply(register, edit)
    measure = register.measure(new.id) or new
    for edit in (*field_edits(register, measure, arguments.fields), *quarter_edits(measure, arguments)):
        register = apply(register, edit)
    measure = register.measure(new.id) or new
    if not measure.activity.strip():
        raise UsageError(_("say what is to be done: activity='…'"))
    whole = Edit(*first[-1][:4], measure)
    register = file.apply(*first[:-1], whole)
    answer(register.ref(measure))
    return 0
