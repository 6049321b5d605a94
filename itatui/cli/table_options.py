"""What commands that print tables have in common: width, digits, borders, and the console that Rich prints on."""

import argparse
import os
import sys
from typing import TYPE_CHECKING

from itatui.cli.output import columns
from itatui.cli.terminal.output_spelling import answers
from itatui.errors import UsageError
from itatui.locale import N_, _

if TYPE_CHECKING:
    from rich.console import Console

    from itatui.report.sheets import Sheets

PIPED = 120
"""The table's width in cells where there is no terminal to fit."""
NARROWEST = 20


def print_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the words to a command's parser."""
    parser.add_argument("--width", type=int, metavar="N", help=N_("the width; else the terminal's"))
    digits = parser.add_mutually_exclusive_group()
    digits.add_argument("--thai-digits", dest="digits", action="store_const", const="thai", help=N_("Thai digits"))
    arabic = N_("Arabic digits, whatever the configuration says")
    digits.add_argument("--arabic-digits", dest="digits", action="store_const", const="arabic", help=arabic)
    parser.add_argument("--ascii", action="store_true", help=N_("borders of - | and +"))


def width_of(arguments: argparse.Namespace) -> int:
    """The width in cells that is asked for, else the terminal's. `UsageError` when no table is so narrow."""
    width: int = _width() if arguments.width is None else arguments.width
    if width < NARROWEST:
        raise UsageError(_("no table can be narrower than {cells} cells").format(cells=NARROWEST))
    return width


def _width() -> int:
    """The terminal's width in cells; `COLUMNS` goes before it."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit():
        return columns()
    return PIPED


def in_thai_digits(arguments: argparse.Namespace) -> bool:
    """Whether numbers are printed in Thai digits: as the words ask, else as the configuration does."""
    digits: str = arguments.digits or arguments.config.digits
    return digits == "thai"


def console_of(arguments: argparse.Namespace, width: int) -> "Console":
    """The console on which Rich prints: in colours where the person can see them and did not refuse them."""
    from rich.console import Console  # here: only what prints a table imports Rich

    class Pipe(Console):
        """A console that leaves a closed pipe to the one place that knows its exit code."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    colour = sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))
    return Pipe(
        file=answers(),
        width=width,
        color_system="auto" if colour else None,
        no_color=arguments.no_color,
        legacy_windows=False,
    )


def print_sheets(sheets: "Sheets", arguments: argparse.Namespace) -> None:
    """Prints tables as the words of the command ask for."""
    width = width_of(arguments)
    from itatui.report.formats.terminal import print_pages
    from itatui.report.sheets import laid_out

    pages = laid_out(sheets, width, in_thai_digits=in_thai_digits(arguments))
    print_pages(pages, console_of(arguments, width), ascii=arguments.ascii)
