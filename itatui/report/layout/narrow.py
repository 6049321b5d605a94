"""Boxes for terminals too narrow for columns: a box for each row of the table, with headings inside.

A box of a track holds a block for each measure, then the blocks of the whole track.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from itatui.report import phrases
from itatui.report.layout.cells import CellText, Convert, Texts, cell_texts
from itatui.report.layout.lines import Block, Frame, Grid, wrap_cell
from itatui.report.model import Cell, Column, Entry, Row, RowKind, Table, Tone
from itatui.thai import cells, wrap

Section: TypeAlias = tuple[str, Texts]
"""A heading and the texts below it."""

_ROOMY_WIDTH = 30
"""Inner cells of a box from which texts are indented below headings, numbers and bullets."""


def boxes(table: Table, width: int, convert: Convert) -> Iterator[Grid | Block]:
    """Yield the boxes of a table, `width` cells wide including the border, and the names of tracks between them."""
    above: list[Cell] = []
    """The cell of each column that the box before has, or has covered."""
    for row in table.rows:
        if row.kind is RowKind.BAND:
            (text,) = cell_texts(row.cells[0].entries, convert)
            yield Block(tuple(wrap(text.text, width)), Tone.HEADING)
        elif row.kind is RowKind.TRACK:
            yield box(_track_blocks(table.columns, row, convert), width)
        elif table.title:
            cells_ = zip(table.columns, row.cells, strict=True)
            sections = [(convert(column.heading), cell_texts(cell.entries, convert)) for column, cell in cells_]
            yield box([[section] for section in sections], width)
        else:
            yield box(_row_blocks(table.columns, row, above, convert), width, beside=True)
            above = [cell if cell.rows else before for cell, before in zip(row.cells, above or row.cells, strict=True)]


def box(blocks: Sequence[Sequence[Section]], width: int, *, beside: bool = False) -> Grid:
    """Return a box `width` cells wide including the border. The first block is the head; lines divide the others.

    `beside` puts short texts on the line of their headings.
    """
    side = 1 if width - 4 >= _ROOMY_WIDTH else 0
    room = width - 2 - 2 * side
    head, *rest = (
        tuple(block for title, texts in sections for block in _section(title, texts, room, beside))
        for sections in blocks
    )
    return Grid((room,), (side, side), ((Frame(head),),), tuple((Frame(block),) for block in rest))


def _track_blocks(columns: Sequence[Column], row: Row, convert: Convert) -> list[list[Section]]:
    """Return a block for the track, for each measure, and for the rest of each column."""
    pairs = list(zip(columns, row.cells, strict=True))
    by_measure = [pair for pair in pairs if pair[1].entries and all(entry.mark for entry in pair[1].entries)]
    whole = [pair for pair in pairs if pair not in by_measure]
    (column, cell), *rest = whole or [(Column(""), Cell((Entry(row.label),)))]
    return [
        [(convert(column.heading), cell_texts(cell.entries, convert))],
        *_measure_blocks(by_measure, row, convert),
        *([(convert(column.heading), cell_texts(cell.entries, convert))] for column, cell in rest if cell.entries),
    ]


def _measure_blocks(pairs: Sequence[tuple[Column, Cell]], row: Row, convert: Convert) -> Iterator[list[Section]]:
    """Yield a block for each measure: its texts, or a reference to the measure that they are printed at."""
    for number in row.numbers:
        block: list[Section] = []
        for column, cell in pairs:
            found = [_referred(entry, number) for entry in cell.entries if number in entry.numbers]
            if found:
                block.append((convert(column.heading), cell_texts(found, convert)))
        if block:
            yield block


def _referred(entry: Entry, number: int) -> Entry:
    first = entry.numbers[0]
    return entry if number == first else Entry(phrases.reported_with(first), mark=entry.mark)


def _row_blocks(columns: Sequence[Column], row: Row, above: Sequence[Cell], convert: Convert) -> list[list[Section]]:
    """Return the head of a box, up to the name of the measure, and its other texts."""
    is_sum = row.kind is RowKind.SUM
    sections: list[Section] = []
    head = 0
    for at, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
        entries = cell.entries if cell.rows or not above else _repeated(above[at])
        if not cell.columns or not any(entry.text.strip() for entry in entries):
            continue
        title = " ".join(filter(None, (one_line_heading(column.over), one_line_heading(column.heading))))
        is_label = is_sum and not any(entry.value for entry in entries)
        sections.append((convert("" if is_label else title), cell_texts(entries, convert)))
        if column.names_row or (is_sum and not head):
            head = len(sections)
    blocks = (sections[: head or 1], sections[head or 1 :])
    return [block for block in blocks if block] or [[("", (CellText(""),))]]


def one_line_heading(heading: str) -> str:
    """Return a heading without line ends; Thai words are joined without a space."""
    first, *rest = (line.strip() for line in heading.strip().split("\n"))
    for line in rest:
        joins = line[:1] >= "\u0e01" and (first[-1:] >= "\u0e01" or first.endswith("/"))
        first += line if joins else f" {line}"
    return first


def _repeated(cell: Cell) -> tuple[Entry, ...]:
    """Return the entries of a cell for a further row of it: a reference, if that is shorter."""
    short = sum(cells(entry.text) for entry in cell.entries) <= cells(phrases.AS_BEFORE)
    return cell.entries if short else (Entry(phrases.AS_BEFORE),)


def _section(title: str, texts: Texts, room: int, beside: bool) -> tuple[Block, ...]:
    """Return a heading and its texts: indented where there is room, or beside it."""
    if beside and len(texts) == 1 and not texts[0].mark:
        (text,) = texts
        line = f"{title}: {text.text}" if title else text.text
        if "\n" not in line and cells(line) <= room:
            return wrap_cell((CellText(line, text.tone),), room, hanging=False)
    inset = 2 if room >= _ROOMY_WIDTH and title else 0
    blocks = wrap_cell(texts, room - inset, hanging=bool(inset))
    heading = wrap_cell((CellText(title, Tone.HEADING),), room, hanging=False) if title or not beside else ()
    return *heading, *(Block(tuple(" " * inset + line for line in block.lines), block.tone) for block in blocks)
