"""Options of the commands that print tables: width, digits and borders; and the Rich console for them."""

import argparse
import os
import sys
from typing import TYPE_CHECKING

from itatui.cli.output import output_width
from itatui.cli.pager import can_page, show_answer
from itatui.cli.sample_notes import sample_lines
from itatui.cli.terminal.output_spelling import spell, spelled_stdout
from itatui.errors import UsageError
from itatui.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import Console

    from itatui.domain.register import Register
    from itatui.report.model import Report
    from itatui.store import RegisterFile

MIN_WIDTH = 20
"""Cells of the narrowest table."""
MAX_WIDTH = 2000
"""Cells of the widest table: wider ones take memory without end."""


def add_table_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a command's parser."""
    parser.add_argument(
        "--width", type=int, metavar="N", help=N_("table width in cells (default: the terminal's width; 120 in a file)")
    )
    add_digit_options(parser)
    parser.add_argument("--ascii", action="store_true", help=N_("draw the borders with - | and +"))


def add_digit_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose the digits of a table or a document."""
    digits = parser.add_mutually_exclusive_group()
    digits.add_argument("--thai-digits", dest="digits", action="store_const", const="thai", help=N_("Thai digits"))
    arabic = N_("Arabic digits, overriding the configuration file")
    digits.add_argument("--arabic-digits", dest="digits", action="store_const", const="arabic", help=arabic)


def table_width(arguments: argparse.Namespace) -> int:
    """Return the width in cells: `--width`, else the terminal's. Raise `UsageError` if it is out of range."""
    width: int = min(output_width(), MAX_WIDTH) if arguments.width is None else arguments.width
    if width > MAX_WIDTH:
        raise UsageError(_("the table can be at most {cells} cells wide").format(cells=MAX_WIDTH))
    if width < MIN_WIDTH:
        raise UsageError(_("the table must be at least {cells} cells wide").format(cells=MIN_WIDTH))
    return width


def use_thai_digits(arguments: argparse.Namespace, report: "Report") -> bool:
    """Return whether numbers are printed in Thai digits: by the options, else by the form or the configuration."""
    return arguments.digits == "thai" or (
        arguments.digits is None and (report.thai_digits or arguments.config.digits == "thai")
    )


def rich_console(arguments: argparse.Namespace, width: int) -> "Console":
    """Return a Rich console on standard output, in colours on a terminal or with `FORCE_COLOR`."""
    from rich.console import Console  # lazy: only tables need Rich

    class PipeConsole(Console):
        """A console that leaves a closed pipe to `itatui.cli.main`."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return PipeConsole(
        file=spelled_stdout(),
        width=width,
        color_system="auto" if _has_colours() else None,
        no_color=arguments.no_color,
        legacy_windows=False,
    )


def _has_colours() -> bool:
    return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))


def print_table(arguments: argparse.Namespace, width: int, show: "Callable[[Console], None]") -> None:
    """Print what `show` prints on a console, in a pager if it is taller than the terminal."""
    console = rich_console(arguments, width)
    if not can_page():
        show(console)
        return
    with console.capture() as captured:
        show(console)
    show_answer(spell(captured.get()))


def print_report(report: "Report", arguments: argparse.Namespace, file: "RegisterFile", register: "Register") -> None:
    """Print a report on a register with the options of the command; one on the sample says so."""
    print_tables(report, arguments, sample_lines(file, register, table_width(arguments)))


def print_tables(report: "Report", arguments: argparse.Namespace, above: "Sequence[str]" = ()) -> None:
    """Print a report with the options of the command, below some lines."""
    width = table_width(arguments)
    thai_digits = use_thai_digits(arguments, report)
    if not _has_colours():
        from itatui.report.formats import plain_text  # lazy: without Rich, 40 ms sooner

        lines = plain_text.lines(report, width, ascii=arguments.ascii, thai_digits=thai_digits)
        sys.stdout.write("".join([f"{line}\n" for line in (*above, *lines)]))
        return
    from itatui.report.formats import terminal

    def show(console: "Console") -> None:
        for line in above:
            console.out(line, highlight=False)
        terminal.print_report(report, console, ascii=arguments.ascii, thai_digits=thai_digits)

    print_table(arguments, width, show)
