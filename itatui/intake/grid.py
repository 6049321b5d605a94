"""The tables of a document: cells with their places and spans."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from itatui.intake.errors import UnreadableError
from itatui.locale import _

MAX_AREA = 1_000_000
"""Rows times columns of the largest table."""
MAX_COLUMNS = 256
MAX_CELL = 100_000
"""Code points of the longest text of a cell."""
MAX_TEXT = 2_000_000
"""Code points of all texts of a document."""
CAPTION_LINES = 5
"""Most lines of text before a table that are kept with it."""
HIDDEN_START = '{"itatui":'
"""First signs of the hidden text of a unit's sheet."""


class Cell(NamedTuple):
    """A cell, placed by its first row and column, from 0."""

    text: str
    """Its paragraphs, a line each."""
    row: int
    column: int
    rows: int = 1
    """Rows that it covers, as a merged cell does."""
    columns: int = 1


class Table(NamedTuple):
    """A table."""

    lines: tuple[tuple[Cell, ...], ...]
    """The cell that covers each place, by row and column; all rows are equally long. Where there is none, an empty one.

    Rows and columns without any text are left out.
    """
    caption: str = ""
    """The last lines of text before the table."""
    page_starts: frozenset[int] = frozenset()
    """Rows with which a page begins: their cells may go on with those of the row before."""


class Grid(NamedTuple):
    """The tables of a document, in order."""

    format: str
    """Such as `DOCX`."""
    tables: tuple[Table, ...]
    hidden: str = ""
    """Hidden text of a unit's sheet; empty in any other document."""
    notes: tuple[str, ...] = ()
    """Lines for the user about how it was read."""


def table_of(cells: Iterable[Cell], caption: str = "", page_starts: Iterable[int] = ()) -> Table:
    """Return the table of these cells. A merged cell hides no other text. `UnreadableError` if it is too large."""
    filled = [cell for cell in cells if cell.text.strip()]
    if any(len(cell.text) > MAX_CELL for cell in filled) or sum(len(cell.text) for cell in filled) > MAX_TEXT:
        raise UnreadableError(_("the texts of its table are too long"))
    rows = sorted({cell.row for cell in filled})
    columns = sorted({cell.column for cell in filled})
    placed = [_placed(cell, rows, columns) for cell in filled]
    area = sum(cell.rows * cell.columns for cell in placed)
    if len(columns) > MAX_COLUMNS or len(rows) * len(columns) > MAX_AREA or area > 4 * MAX_AREA:
        raise UnreadableError(_("its table has too many cells"))
    lines: list[list[Cell | None]] = [[None] * len(columns) for _row in rows]
    for cell in placed:
        lines[cell.row][cell.column] = lines[cell.row][cell.column] or cell
    for cell in placed:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                lines[row][column] = lines[row][column] or cell
    return Table(
        tuple(
            tuple(cell or Cell("", row, column) for column, cell in enumerate(line)) for row, line in enumerate(lines)
        ),
        caption,
        frozenset(bisect_left(rows, start) for start in page_starts),
    )


def _placed(cell: Cell, rows: list[int], columns: list[int]) -> Cell:
    """Return a cell with its place and span counted in the rows and columns that hold text."""
    row, column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
    last_row = max(bisect_left(rows, cell.row + max(cell.rows, 1)), row + 1)
    last_column = max(bisect_left(columns, cell.column + max(cell.columns, 1)), column + 1)
    return cell._replace(row=row, column=column, rows=last_row - row, columns=last_column - column)
