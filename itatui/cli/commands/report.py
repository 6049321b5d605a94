"""`itatui report`: the bordered table."""

import argparse

from itatui.cli.filter_options import narrowed, selection_arguments, selection_of
from itatui.cli.output import open_register, today
from itatui.cli.table_options import console_of, in_thai_digits, print_arguments, width_of
from itatui.domain.filter import Filter
from itatui.wording.filters import describe_filter

EXAMPLE = "itatui report --width 100 > report.txt"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `report`."""
    print_arguments(parser)
    selection_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints it."""
    width = width_of(arguments)
    register = open_register(arguments).load()
    day = today()
    selection = selection_of(arguments, register)
    measures = narrowed(arguments, register, day).measures if selection != Filter() else None
    console = console_of(arguments, width)
    from itatui.report.build import build
    from itatui.report.formats.terminal import print_report

    report = build(register, measures, today=day, narrowing=describe_filter(selection))
    print_report(report, console, ascii=arguments.ascii, thai_digits=in_thai_digits(arguments))
    return 0
