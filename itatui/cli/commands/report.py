"""`itatui report`: the report as a bordered table."""

import argparse
from typing import TYPE_CHECKING

from itatui.cli.filter_options import add_filter_options, apply_filter, filter_of
from itatui.cli.output import today
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import sample_lines
from itatui.cli.table_options import add_table_options, print_table, table_width, use_thai_digits
from itatui.domain.filter import Filter
from itatui.locale import N_
from itatui.wording.filters import describe_filter

if TYPE_CHECKING:
    from rich.console import Console

EXAMPLE = "itatui report --width 100 > report.txt"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `report`."""
    add_table_options(parser)
    add_filter_options(parser)
    parser.add_argument("--empty-tracks", action="store_true", help=N_("print tracks without measures too"))


def run(arguments: argparse.Namespace) -> int:
    """Print the report on the measures that match the filter."""
    width = table_width(arguments)
    file = open_register(arguments)
    register = file.load()
    day = today()
    filter_ = filter_of(arguments, register)
    measures = apply_filter(arguments, register, day).measures if filter_ != Filter() else None
    from itatui.report.build import build
    from itatui.report.formats.terminal import print_report

    whole, words = not filter_.has_criteria, describe_filter(filter_, register)
    report = build(register, measures, today=day, narrowing=words, whole=whole, empty_tracks=arguments.empty_tracks)
    ascii_, thai_digits = arguments.ascii, use_thai_digits(arguments)
    above = sample_lines(file, register, width)

    def show(console: "Console") -> None:
        for line in above:
            console.out(line, highlight=False)
        print_report(report, console, ascii=ascii_, thai_digits=thai_digits)

    print_table(arguments, width, show)
    return 0
