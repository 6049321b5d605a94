"""The report where five columns do not fit: a box for each track, in it a block for each measure.

Every text of the table stands here too, and each block says by the columns' headings what it holds.
"""

from itatui.report import phrases
from itatui.report.layout.cells import Cell, Piece, Shown, Tone, duty_cell, measure_piece, outcome_cell, result_piece
from itatui.report.layout.lines import Block, Grid, set_cell
from itatui.report.model import Entry, Report, Row

_ROOMY = 30
"""Cells of a box's inside from which texts stand clear of headings, numbers and bullets."""


def boxes(report: Report, width: int, show: Shown) -> tuple[Grid, ...]:
    """A box for each track, `width` cells wide with its border."""
    side = 1 if width - 4 >= _ROOMY else 0
    return tuple(_box(report, row, width - 2 - 2 * side, side, show) for row in report.rows)


def _box(report: Report, row: Row, room: int, side: int, show: Shown) -> Grid:
    """What is of a measure in the measure's block, then what is of the whole track."""
    titles = report.headings
    label = (Piece(show(row.label.text)),)
    blocks = _measure_blocks(report, row, room, show)
    for title, cell in ((titles.responsible, duty_cell(row, show)), (titles.outcome, outcome_cell(row, show))):
        if cell:
            blocks.append(section(show(title), cell, room))
    return Grid((room,), (side, side), (section(show(titles.track), label, room),), tuple((block,) for block in blocks))


def _measure_blocks(report: Report, row: Row, room: int, show: Shown) -> list[tuple[Block, ...]]:
    """Each measure with the result that reports on it, or with the number of the measure where that stands."""
    titles = report.headings
    results = {number: entry for entry in row.results for number in entry.numbers}
    blocks = []
    for entry in row.measures:
        block = section(show(titles.measures), (measure_piece(entry, show),), room)
        if entry.numbers:
            result = results[entry.numbers[0]]
            block += section(show(titles.results), (_result(result, entry.numbers[0], show),), room)
        blocks.append(block)
    return blocks


def _result(result: Entry, number: int, show: Shown) -> Piece:
    first = result.numbers[0]
    return result_piece(result if number == first else Entry(phrases.reported_with(first)), show)


def section(title: str, cell: Cell, room: int) -> tuple[Block, ...]:
    """A heading and, set in from it where there is room, what it is over."""
    inset = 2 if room >= _ROOMY else 0
    blocks = set_cell(cell, room - inset, hanging=bool(inset))
    heading = set_cell((Piece(title, Tone.HEADING),), room, hanging=False)
    return *heading, *(Block(tuple(" " * inset + line for line in block.lines), block.tone) for block in blocks)
