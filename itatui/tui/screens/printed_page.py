"""The lines of a printed table for a pane, laid out in a thread: the first page of a long one, then the whole."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from itatui.report.first_page import first_page, is_long
from itatui.report.formats.plain_text import lines
from itatui.report.layout.demand import while_wanted
from itatui.report.layout.page import is_wide
from itatui.report.layout.table import TABLE_WIDTH
from itatui.report.model import Report
from itatui.tui.screens.printed_tables import PrintedTable

PAPERS = (120, 160)
"""Cells of tables that can be wider than the screen."""
MEASURES_ON_A_LINE = 3
"""Measures that are filled in for each line of a first page."""


class Layout(NamedTuple):
    """What the lines of a printed table depend on."""

    table: PrintedTable
    width: int
    """Cells of a line of the pane."""
    paper: int | None
    """Cells of a table wider than the pane, 0 for as wide; None: as wide as the form needs."""
    language: str
    thai_digits: bool


class Page(NamedTuple):
    """Lines of a printed table."""

    layout: Layout
    lines: Sequence[str]
    paper: int
    """Cells of a table wider than the pane; 0: it is as wide as the pane."""
    has_marks: bool
    """Whether cells of the heat map and late items are marked: in all tables but those by a form."""
    is_whole: bool


def begin(layout: Layout, height: int) -> Page:
    """Return the first page of a pane with so many lines if the table is long, else the whole."""
    begun = layout.table.beginning(MEASURES_ON_A_LINE * height)
    printout = layout.table.printout() if begun is None else begun
    return _page(layout, printout, height, is_whole=begun is None and not is_long(printout, height))


def finish(layout: Layout, height: int, is_wanted: Callable[[], bool]) -> Page | None:
    """Return the whole, or None as soon as it is no longer wanted."""
    return while_wanted(is_wanted, _page, layout, layout.table.printout(), height, is_whole=True)


def _page(layout: Layout, printout: Report, height: int, *, is_whole: bool) -> Page:
    paper = _paper_of(printout, height, layout.width) if layout.paper is None else layout.paper
    width = max(layout.width, paper)
    shown = printout if is_whole else first_page(printout, height, width)
    return Page(layout, printed_lines(shown, layout, width), paper, has_marks=not printout.form, is_whole=is_whole)


def printed_lines(printout: Report, layout: Layout, width: int) -> list[str]:
    """Return the lines of a content, `width` cells wide."""
    thai_digits = bool(printout.form) and (layout.thai_digits or printout.thai_digits)
    return lines(printout, width, thai_digits=thai_digits)


def _paper_of(printout: Report, height: int, width: int) -> int:
    """Return the cells of the narrowest wide table that the first page of a form needs; 0 if the width is enough."""
    if not printout.form or width < TABLE_WIDTH:
        return 0
    first = first_page(printout, height, width)
    if not is_wide(first, width):
        return 0
    return next((paper for paper in PAPERS if paper > width and not is_wide(first, paper)), 0)
