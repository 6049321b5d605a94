"""`itatui report`: the report as a bordered table."""

import argparse

from itatui.cli.other_register import other_register
from itatui.cli.register_option import open_register
from itatui.cli.report_options import add_form_options, add_measure_options, chosen_report
from itatui.cli.table_options import add_table_options, print_report
from itatui.domain.comparison import compare
from itatui.locale import N_

EXAMPLE = "itatui report --width 100 > report.txt"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `report`."""
    add_form_options(parser)
    compared = N_("instead of the report, the measures compared with those of another register, such as last year's")
    parser.add_argument("--compare", metavar="FILE", help=compared)
    add_table_options(parser)
    add_measure_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the report on the measures that match the filter."""
    file = open_register(arguments)
    register = file.load()
    if arguments.compare:
        from itatui.report.comparison import comparison_report  # lazy: a rare kind of report

        old = other_register(arguments.compare)
        print_report(comparison_report(old, register, compare(old, register)), arguments, file, register)
        return 0
    print_report(chosen_report(arguments, register), arguments, file, register)
    return 0
