"""`itatui report`: the bordered table."""

import argparse

from itatui.cli.printing import console_of, print_arguments, width_of
from itatui.cli.selecting import selection_arguments, selection_of
from itatui.cli.session import open_register, today
from itatui.domain.selection import Selection, select

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
    measures = None if selection == Selection() else select(register, selection, day)
    console = console_of(arguments, width)
    from itatui.report.build import build
    from itatui.report.terminal import print_report

    report = build(register, measures, today=day)
    print_report(report, console, ascii=arguments.ascii, thai_digits=arguments.thai_digits)
    return 0
