"""Draw the report as plain lines, without escape sequences and without Rich: for the screen, and fast at any length.

The lines are those that `itatui.report.formats.terminal` prints.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from itatui.report.layout.lines import Block, Grid
from itatui.report.layout.table import PageLayout, layout_report
from itatui.report.track_model import Report
from itatui.thai import pad


class _Rule(NamedTuple):
    """The signs of a horizontal line: left, filling, crossing, right."""

    left: str
    fill: str
    cross: str
    right: str


class _Border(NamedTuple):
    """The signs of a table's border."""

    top: _Rule
    below_head: _Rule
    between: _Rule
    bottom: _Rule
    side: str


_LINES = _Border(_Rule(*"┌─┬┐"), _Rule(*"╞═╪╡"), _Rule(*"├─┼┤"), _Rule(*"└─┴┘"), "│")
_ASCII = _Border(_Rule(*"+-++"), _Rule(*"+=++"), _Rule(*"+-++"), _Rule(*"+-++"), "|")


def lines(report: Report, width: int, *, ascii: bool = False, thai_digits: bool = False) -> list[str]:  # noqa: A002
    """Return the printed report, each line `width` (at least 20) cells wide."""
    return list(page_lines(layout_report(report, width, in_thai_digits=thai_digits), ascii=ascii))


def page_lines(page: PageLayout, *, ascii: bool = False) -> Iterator[str]:  # noqa: A002
    """Yield the lines of a page, each as wide as the page."""
    border = _ASCII if ascii else _LINES
    for block in page.top:
        yield from _full_width(block, page.width)
        yield " " * page.width
    for grid in page.grids:
        yield from _grid_lines(grid, border)
    for block in page.bottom:
        yield from _full_width(block, page.width)


def _full_width(block: Block, width: int) -> Iterator[str]:
    return (pad(line, width) for line in block.lines)


def _grid_lines(grid: Grid, border: _Border) -> Iterator[str]:
    head = [[line for block in cell for line in block.lines] for cell in grid.head]
    highest = max(map(len, head))
    yield _ruled(grid, border.top)
    yield from _row_lines([[""] * (highest - len(cell)) + cell for cell in head], grid, border.side)
    yield _ruled(grid, border.below_head)
    for number, row in enumerate(grid.rows):
        if number:
            yield _ruled(grid, border.between)
        yield from _row_lines([chain.from_iterable(block.lines for block in cell) for cell in row], grid, border.side)
    yield _ruled(grid, border.bottom)


def _ruled(grid: Grid, rule: _Rule) -> str:
    return rule.left + rule.cross.join(rule.fill * (width + sum(grid.sides)) for width in grid.widths) + rule.right


def _row_lines(cells: Sequence[Iterable[str]], grid: Grid, side: str) -> Iterator[str]:
    left, right = (" " * padding for padding in grid.sides)
    between = right + side + left
    for texts in zip_longest(*cells, fillvalue=""):
        padded = (pad(text, width) for text, width in zip(texts, grid.widths, strict=True))
        yield side + left + between.join(padded) + right + side
