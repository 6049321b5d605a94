"""`itatui report`: the bordered table."""

import argparse

from itatui.cli.printing import console_of, in_thai_digits, print_arguments, width_of
from itatui.cli.selecting import narrowed, selection_arguments, selection_of
from itatui.cli.session import open_register, today
from itatui.domain.narrowing import narrowing
from itatui.domain.selection import Selection

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
    measures = narrowed(arguments, register, day).measures if selection != Selection() else None
    console = console_of(arguments, width)
    from itatui.report.build import build
    from itatui.report.terminal import print_report

    report = build(register, measures, today=day, narrowing=narrowing(selection))
    print_report(report, console, ascii=arguments.ascii, thai_digits=in_thai_digits(arguments))
    return 0
