"""Tables of plain texts and their layout: columns side by side, or a box for each row on a narrow terminal.

The texts before and after the tables are passages and places to sign.

The overview and the minutes are made of these. The report has its own model, because its boxes go by measure.
"""

from collections.abc import Sequence
from typing import NamedTuple

from itatui.report.layout.cells import Cell, CellText, Convert, Tone, converter
from itatui.report.layout.lines import Block, Grid
from itatui.report.layout.narrow import box
from itatui.report.layout.passages import Passage, Signature, passage_blocks, signature_blocks
from itatui.report.layout.table import MIN_WIDTH, TABLE_WIDTH, PageLayout, note_blocks, table, title_blocks
from itatui.thai import wrap


class Sheet(NamedTuple):
    """A table with a title."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """Each row has a cell for each heading."""
    empty: str = ""
    """The text printed instead of a table without rows."""


class Sheets(NamedTuple):
    """Tables that are printed together."""

    titles: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()
    opening: tuple[Passage, ...] = ()
    """Text before the tables."""
    closing: tuple[Passage, ...] = ()
    """Text after the notes."""
    signatures: tuple[Signature, ...] = ()


def layout_sheets(sheets: Sheets, width: int, *, in_thai_digits: bool = False) -> list[PageLayout]:
    """Lay out the tables for a terminal of `width` cells: a page for the titles, and for each text, table and
    signature.
    """
    width = max(width, MIN_WIDTH)
    convert = converter(in_thai_digits=in_thai_digits)
    pages = [PageLayout(width, title_blocks(sheets.titles, width, convert), (), ())]
    pages += [PageLayout(width, (), (), passage_blocks(passage, width, convert)) for passage in sheets.opening]
    for sheet in sheets.sheets:
        title = Block(tuple(wrap(convert(sheet.title), width)), Tone.HEADING)
        empty = () if sheet.rows else (Block(tuple(wrap(convert(sheet.empty), width)), Tone.MISSING),)
        rows = [tuple(_converted(cell, convert) for cell in row) for row in sheet.rows]
        headings = tuple(map(convert, sheet.headings))
        pages.append(PageLayout(width, (title,), _grids(headings, rows, width) if rows else (), empty))
    below = [note_blocks(sheets.notes, width, convert)]
    below += [passage_blocks(passage, width, convert) for passage in sheets.closing]
    below += [(block,) for block in signature_blocks(sheets.signatures, width, convert)]
    return [*pages, *(PageLayout(width, (), (), blocks) for blocks in below if blocks)]


def _converted(cell: Cell, convert: Convert) -> Cell:
    return tuple(text._replace(text=convert(text.text), mark=convert(text.mark)) for text in cell)


def _grids(headings: Sequence[str], rows: Sequence[tuple[Cell, ...]], width: int) -> tuple[Grid, ...]:
    if width >= TABLE_WIDTH:
        return (table([tuple((CellText(heading, Tone.HEADING),) for heading in headings), *rows], width),)
    return tuple(box([[section] for section in zip(headings, row, strict=True)], width) for row in rows)
