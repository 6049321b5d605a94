"""`itatui report`: the report as a bordered table."""

import argparse

from itatui.cli.register_option import open_register
from itatui.cli.report_options import add_form_options, add_measure_options, chosen_report
from itatui.cli.table_options import add_table_options, print_report

EXAMPLE = "itatui report --width 100 > report.txt"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `report`."""
    add_form_options(parser)
    add_table_options(parser)
    add_measure_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the report on the measures that match the filter."""
    file = open_register(arguments)
    register = file.load()
    print_report(chosen_report(arguments, register), arguments, file, register)
    return 0
