"""A report in cells: which lines stand where for a width, in the table of five columns or, when narrow, in blocks.

Nothing here prints, colours or draws a border; `terminal` does. Widths are in cells.
"""

from collections.abc import Sequence
from typing import NamedTuple

from itatui.report.layout.cells import Cell, Shown, Tone, heading_cells, row_cells, shown
from itatui.report.layout.column_widths import column_widths
from itatui.report.layout.lines import Block, Grid, centred, set_cell
from itatui.report.layout.narrow import boxes
from itatui.report.model import Report
from itatui.thai import wrap

LEAST_WIDTH = 20
"""Narrower terminals get this width; they cut or fold it as they do."""

TABLE_WIDTH = 60
"""From here up the five columns stand side by side."""

SPACED_WIDTH = 80
"""From here up there is a space at the left of every text."""

ROOMY_WIDTH = 100
"""From here up there is one at the right too, and texts stand clear of their numbers and bullets."""


class Page(NamedTuple):
    """All that is printed, from top to bottom."""

    width: int
    top: tuple[Block, ...]
    grids: tuple[Grid, ...]
    bottom: tuple[Block, ...]


def layout(report: Report, width: int, *, in_thai_digits: bool = False) -> Page:
    """The report laid out for a terminal that is `width` cells wide."""
    width = max(width, LEAST_WIDTH)
    show = shown(in_thai_digits=in_thai_digits)
    top = [Block(centred(show(text), width), Tone.TITLE) for text in report[:2] if text.strip()]
    grids = (_table(report, width, show),) if width >= TABLE_WIDTH else boxes(report, width, show)
    bottom = tuple(Block(tuple(wrap(show(note), width)), Tone.ABOUT) for note in report.notes)
    return Page(width, tuple(top), grids, bottom)


def _table(report: Report, width: int, show: Shown) -> Grid:
    """The five columns."""
    return table([heading_cells(report, show), *(row_cells(row, show) for row in report.rows)], width)


def table(rows: Sequence[Sequence[Cell]], width: int) -> Grid:
    """Rows of cells, the first of them the headings, as a table `width` cells wide with its border."""
    roomy = width >= ROOMY_WIDTH
    sides = (1 if width >= SPACED_WIDTH else 0, 1 if roomy else 0)
    columns = len(rows[0])
    widths = column_widths(rows, width - columns - 1 - columns * sum(sides), hanging=roomy)
    head = tuple(_heading(cell, cells) for cell, cells in zip(rows[0], widths, strict=True))
    return Grid(
        tuple(widths),
        sides,
        _levelled(head),
        tuple(
            tuple(set_cell(cell, cells, hanging=roomy) for cell, cells in zip(row, widths, strict=True))
            for row in rows[1:]
        ),
    )


def _heading(cell: Cell, width: int) -> tuple[Block, ...]:
    return tuple(Block(centred(piece.text, width), piece.tone) for piece in cell)


def _levelled(head: tuple[tuple[Block, ...], ...]) -> tuple[tuple[Block, ...], ...]:
    """The headings with what lifts each, standing on the line below, to the middle of the highest one's height."""
    heights = [sum(len(block.lines) for block in blocks) for blocks in head]
    highest = max(heights)
    spaces = [(highest - height) // 2 for height in heights]
    return tuple(
        (*blocks, Block(("",) * space, Tone.HEADING)) if space else blocks
        for blocks, space in zip(head, spaces, strict=True)
    )
