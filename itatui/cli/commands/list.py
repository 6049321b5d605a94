"""`itatui list`: the measures, one a line; cut to the width of a terminal, whole when piped."""

import argparse
import sys

from itatui.cli.filter_options import narrowed, selection_arguments, with_found
from itatui.cli.output import answer_json, answer_painted, coloured, columns, open_register, today
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure
from itatui.domain.quarters import NUMBERS, Quarters
from itatui.domain.register import Register
from itatui.domain.status import late_quarters, mark
from itatui.locale import N_
from itatui.thai import numerals

EXAMPLE = "itatui list --status late,no-result --unit สำนักปลัด --sort due"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `list`."""
    selection_arguments(parser)
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Lists them."""
    register = open_register(arguments).load()
    day = today()
    measures, sought, _first = narrowed(arguments, register, day)
    if arguments.json:
        from itatui.cli.json_views import measure_picture

        answer_json([measure_picture(register, measure, day) for measure in measures])
        return 0
    width = columns() if sys.stdout.isatty() else 0  # without a terminal nothing needs cutting
    colour = coloured(arguments)
    ended = quarters_ended(register.fiscal_year, day)
    for measure in measures:
        answer_painted(with_found(_line(register, measure, ended, width), sought), colour=colour)
    return 0


def _line(register: Register, measure: Measure, ended: Quarters, width: int) -> str:
    late = late_quarters(measure.planned, measure.done, ended)
    marks = " ".join(mark(quarter, measure.planned, measure.done, late) for quarter in NUMBERS)
    line = f"{register.ref(measure):<8} {marks}  {numerals(' '.join(measure.activity.split()))}"
    if not width:
        return line
    from itatui.thai import truncate  # here, because a pipe needs none of it

    return truncate(line, width)
