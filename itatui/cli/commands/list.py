"""`itatui list`: a line for each measure, cut to the width of a terminal, whole in a pipe."""

import argparse
import sys

from itatui.cli.filter_options import add_filter_options, apply_filter, with_found
from itatui.cli.output import print_json, print_styled, terminal_width, today, use_colour
from itatui.cli.pager import paged
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure
from itatui.domain.quarters import Quarters
from itatui.domain.register import Register
from itatui.domain.status import STATUS_LABELS, Status, late_quarters, marks
from itatui.locale import N_, _
from itatui.thai import numerals

EXAMPLE = "itatui list --status late,no-result --unit สำนักปลัด --sort due"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `list`."""
    add_filter_options(parser)
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the measures that match the filter."""
    file = open_register(arguments)
    register = file.load()
    note_sample(file, register)
    day = today()
    measures, sought, _first = apply_filter(arguments, register, day)
    if arguments.json:
        from itatui.cli.json_views import measure_view

        print_json([measure_view(register, measure, day) for measure in measures])
        return 0
    width = terminal_width() if sys.stdout.isatty() else 0  # 0: not cut
    colour = use_colour(arguments)
    ended = quarters_ended(register.fiscal_year, day)
    with paged():
        for measure in measures:
            print_styled(with_found(_line(register, measure, ended, width), sought), colour=colour)
    return 0


def _line(register: Register, measure: Measure, ended: Quarters, width: int) -> str:
    dropped = f" ({_(STATUS_LABELS[Status.DROPPED])}: {measure.dropped})" if measure.is_dropped else ""
    text = " ".join(f"{measure.activity}{dropped}".split())
    line = f"{register.ref(measure):<8} {marks(measure, late_quarters(measure, ended))}  {numerals(text)}"
    if not width:
        return line
    from itatui.thai import truncate  # lazy: not needed in a pipe

    return truncate(line, width)
