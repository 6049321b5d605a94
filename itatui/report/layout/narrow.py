"""Boxes for terminals too narrow for columns: a box for each row of the table, with headings inside.

A box of the report holds a block for each measure of the track, then the blocks of the whole track.
"""

from collections.abc import Sequence
from typing import TypeAlias

from itatui.report import phrases
from itatui.report.layout.cells import (
    Cell,
    CellText,
    Convert,
    Tone,
    duty_cell,
    measure_text,
    outcome_cell,
    result_text,
)
from itatui.report.layout.lines import Block, Grid, wrap_cell
from itatui.report.track_model import Entry, Report, TrackRow

Section: TypeAlias = tuple[str, Cell]
"""A heading and the cell below it."""

_ROOMY_WIDTH = 30
"""Inner cells of a box from which texts are indented below headings, numbers and bullets."""


def report_boxes(report: Report, width: int, convert: Convert) -> tuple[Grid, ...]:
    """Return a box for each track, `width` cells wide including the border."""
    return tuple(box(_row_blocks(report, row, convert), width) for row in report.rows)


def box(blocks: Sequence[Sequence[Section]], width: int) -> Grid:
    """Return a box `width` cells wide including the border. The first block is the head; lines divide the others."""
    side = 1 if width - 4 >= _ROOMY_WIDTH else 0
    room = width - 2 - 2 * side
    head, *rest = (
        tuple(block for title, cell in sections for block in _section(title, cell, room)) for sections in blocks
    )
    return Grid((room,), (side, side), (head,), tuple((block,) for block in rest))


def _row_blocks(report: Report, row: TrackRow, convert: Convert) -> list[list[Section]]:
    titles = report.headings
    label: list[Section] = [(convert(titles.track), (CellText(convert(row.label.text)),))]
    blocks = [label, *_measure_blocks(report, row, convert)]
    for title, cell in ((titles.responsible, duty_cell(row, convert)), (titles.outcome, outcome_cell(row, convert))):
        if cell:
            blocks.append([(convert(title), cell)])
    return blocks


def _measure_blocks(report: Report, row: TrackRow, convert: Convert) -> list[list[Section]]:
    """Return a block for each measure: its text, then its result or a reference to the measure that reports it."""
    titles = report.headings
    results = {number: entry for entry in row.results for number in entry.numbers}
    blocks: list[list[Section]] = []
    for entry in row.measures:
        block: list[Section] = [(convert(titles.measures), (measure_text(entry, convert),))]
        if entry.numbers:
            number = entry.numbers[0]
            block.append((convert(titles.results), (_result(results[number], number, convert),)))
        blocks.append(block)
    return blocks


def _result(result: Entry, number: int, convert: Convert) -> CellText:
    first = result.numbers[0]
    return result_text(result if number == first else Entry(phrases.reported_with(first)), convert)


def _section(title: str, cell: Cell, room: int) -> tuple[Block, ...]:
    """Return a heading and its cell, indented where there is room."""
    inset = 2 if room >= _ROOMY_WIDTH else 0
    blocks = wrap_cell(cell, room - inset, hanging=bool(inset))
    heading = wrap_cell((CellText(title, Tone.HEADING),), room, hanging=False)
    return *heading, *(Block(tuple(" " * inset + line for line in block.lines), block.tone) for block in blocks)
