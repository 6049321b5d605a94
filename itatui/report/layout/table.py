"""The report laid out in cells for a given width: a table of five columns, or boxes on a narrow terminal.

Printing, colours and borders belong to the formats.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from itatui.report.layout.cells import Cell, Convert, Tone, converter, heading_cells, row_cells
from itatui.report.layout.column_widths import column_widths
from itatui.report.layout.lines import Block, Grid, centred, wrap_cell
from itatui.report.layout.narrow import report_boxes
from itatui.report.track_model import Report
from itatui.thai import wrap

MIN_WIDTH = 20
"""Cells of the narrowest page; narrower terminals cut or fold it."""

TABLE_WIDTH = 60
"""Cells from which columns stand side by side."""

SPACED_WIDTH = 80
"""Cells from which a space precedes every text of a table."""

ROOMY_WIDTH = 100
"""Cells from which a space also follows every text, and texts are indented behind numbers and bullets."""


class PageLayout(NamedTuple):
    """The printed blocks and tables from top to bottom."""

    width: int
    top: tuple[Block, ...]
    grids: tuple[Grid, ...]
    bottom: tuple[Block, ...]


def layout_report(report: Report, width: int, *, in_thai_digits: bool = False) -> PageLayout:
    """Lay out the report for a terminal of `width` cells."""
    width = max(width, MIN_WIDTH)
    convert = converter(in_thai_digits=in_thai_digits)
    top = title_blocks((text for text in (report.title, report.subtitle) if text.strip()), width, convert)
    if width >= TABLE_WIDTH:
        rows = [heading_cells(report, convert), *(row_cells(row, convert) for row in report.rows)]
        grids: tuple[Grid, ...] = (table(rows, width),)
    else:
        grids = report_boxes(report, width, convert)
    return PageLayout(width, top, grids, note_blocks(report.notes, width, convert))


def title_blocks(titles: Iterable[str], width: int, convert: Convert) -> tuple[Block, ...]:
    """Lay out titles, centred in `width` cells."""
    return tuple(Block(centred(convert(title), width), Tone.TITLE) for title in titles)


def note_blocks(notes: Iterable[str], width: int, convert: Convert) -> tuple[Block, ...]:
    """Lay out the notes below a table in `width` cells."""
    return tuple(Block(tuple(wrap(convert(note), width)), Tone.ABOUT) for note in notes)


def table(rows: Sequence[Sequence[Cell]], width: int) -> Grid:
    """Lay out rows of cells, the headings first, as a table `width` cells wide including its border."""
    roomy = width >= ROOMY_WIDTH
    sides = (1 if width >= SPACED_WIDTH else 0, 1 if roomy else 0)
    columns = len(rows[0])
    widths = column_widths(rows, width - columns - 1 - columns * sum(sides), hanging=roomy)
    head = tuple(_heading(cell, cells) for cell, cells in zip(rows[0], widths, strict=True))
    return Grid(
        tuple(widths),
        sides,
        _centred_vertically(head),
        tuple(
            tuple(wrap_cell(cell, cells, hanging=roomy) for cell, cells in zip(row, widths, strict=True))
            for row in rows[1:]
        ),
    )


def _heading(cell: Cell, width: int) -> tuple[Block, ...]:
    return tuple(Block(centred(text.text, width), text.tone) for text in cell)


def _centred_vertically(head: tuple[tuple[Block, ...], ...]) -> tuple[tuple[Block, ...], ...]:
    """Add empty lines below the shorter headings: the formats align headings at the bottom."""
    heights = [sum(len(block.lines) for block in blocks) for blocks in head]
    highest = max(heights)
    spaces = [(highest - height) // 2 for height in heights]
    return tuple(
        (*blocks, Block(("",) * space, Tone.HEADING)) if space else blocks
        for blocks, space in zip(head, spaces, strict=True)
    )
