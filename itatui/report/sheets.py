"""Any table of words, bordered as the report is: columns side by side, or where they do not fit a box for each row.

What the words are of is not known here. The report itself, whose boxes go by measures, is `layout`'s.
"""

from collections.abc import Sequence
from typing import NamedTuple

from itatui.report.layout.cells import Cell, Piece, Shown, Tone, shown
from itatui.report.layout.lines import Block, Grid, centred
from itatui.report.layout.narrow import section
from itatui.report.layout.table import LEAST_WIDTH, TABLE_WIDTH, Page, table
from itatui.thai import wrap


class Sheet(NamedTuple):
    """One table."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """Each of as many cells as there are headings."""
    empty: str = ""
    """What is said where there is no row."""


class Sheets(NamedTuple):
    """What is printed on one page."""

    titles: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()


def layout_sheets(sheets: Sheets, width: int, *, in_thai_digits: bool = False) -> list[Page]:
    """The tables for a terminal that is `width` cells wide: a page for each, the first with the titles above it."""
    width = max(width, LEAST_WIDTH)
    show = shown(in_thai_digits=in_thai_digits)
    pages = [Page(width, tuple(Block(centred(show(text), width), Tone.TITLE) for text in sheets.titles), (), ())]
    for sheet in sheets.sheets:
        head = Block(tuple(wrap(show(sheet.title), width)), Tone.HEADING)
        said = () if sheet.rows else (Block(tuple(wrap(show(sheet.empty), width)), Tone.MISSING),)
        rows = [
            tuple(tuple(p._replace(text=show(p.text), mark=show(p.mark)) for p in c) for c in r) for r in sheet.rows
        ]
        pages.append(Page(width, (head,), _grids(sheet.headings, rows, width) if rows else (), said))
    notes = tuple(Block(tuple(wrap(show(note), width)), Tone.ABOUT) for note in sheets.notes)
    return [*pages, Page(width, (), (), notes)] if notes else pages


def _shown(cell: Cell, show: Shown) -> Cell:
    return tuple(piece._replace(text=show(piece.text), mark=show(piece.mark)) for piece in cell)


def _grids(headings: Sequence[str], rows: Sequence[tuple[Cell, ...]], width: int) -> tuple[Grid, ...]:
    if width >= TABLE_WIDTH:
        return (table([tuple((Piece(heading, Tone.HEADING),) for heading in headings), *rows], width),)
    return tuple(_box(headings, row, width) for row in rows)


def _box(headings: Sequence[str], row: tuple[Cell, ...], width: int) -> Grid:
    """A row as a box: what is in its first cell above, the rest below it, each under its heading."""
    room = width - 4
    first, *rest = [section(heading, cell, room) for heading, cell in zip(headings, row, strict=True)]
    return Grid((room,), (1, 1), (first,), tuple((block,) for block in rest))
