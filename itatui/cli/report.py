"""`itatui report`: the bordered table."""

import argparse
import os
import sys

from itatui.cli.selecting import narrowed, selection_arguments, selection_of
from itatui.cli.session import columns, open_register, today
from itatui.cli.terminal import answers
from itatui.domain.narrowing import narrowing
from itatui.domain.selection import Selection
from itatui.errors import UsageError
from itatui.locale import N_, _

EXAMPLE = "itatui report --width 100 > report.txt"

PIPED = 120
"""The table's width in cells where there is no terminal to fit."""
NARROWEST = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `report`."""
    parser.add_argument("--width", type=int, metavar="N", help=N_("the width; else the terminal's"))
    selection_arguments(parser)
    digits = parser.add_mutually_exclusive_group()
    digits.add_argument("--thai-digits", dest="digits", action="store_const", const="thai", help=N_("Thai digits"))
    arabic = N_("Arabic digits, whatever the configuration says")
    digits.add_argument("--arabic-digits", dest="digits", action="store_const", const="arabic", help=arabic)
    parser.add_argument("--ascii", action="store_true", help=N_("borders of - | and +"))


def run(arguments: argparse.Namespace) -> int:
    """Prints it."""
    width = _width() if arguments.width is None else arguments.width
    if width < NARROWEST:
        raise UsageError(_("no table can be narrower than {cells} cells").format(cells=NARROWEST))
    register = open_register(arguments).load()
    day = today()
    selection = selection_of(arguments, register)
    measures = narrowed(arguments, register, day).measures if selection != Selection() else None
    from rich.console import Console  # here: only this command prints by Rich

    from itatui.report.build import build
    from itatui.report.terminal import print_report

    class Pipe(Console):
        """A console that leaves a closed pipe to the one place that knows its exit code."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    colour = sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))
    console = Pipe(
        file=answers(),
        width=width,
        color_system="auto" if colour else None,
        no_color=arguments.no_color,
        legacy_windows=False,
    )
    report = build(register, measures, today=day, narrowing=narrowing(selection))
    digits = arguments.digits or arguments.config.digits
    print_report(report, console, ascii=arguments.ascii, thai_digits=digits == "thai")
    return 0


def _width() -> int:
    """The terminal's width in cells; `COLUMNS` goes before it."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit():
        return columns()
    return PIPED
