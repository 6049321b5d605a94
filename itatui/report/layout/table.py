"""A table laid out in cells for a given width, its columns side by side. `grid_lines` draws its borders."""

from collections.abc import Sequence
from typing import NamedTuple

from itatui.report.layout.cells import Convert, Texts, cell_texts, heading_text
from itatui.report.layout.column_widths import Sized, column_widths, has_room
from itatui.report.layout.lines import Block, Frame, Frames, Grid, centred, wrap_cell
from itatui.report.model import Align, Cell, Column, Row, RowKind, Table, Tone

TABLE_WIDTH = 60
"""Cells from which columns stand side by side."""

SPACED_WIDTH = 80
"""Cells from which a space precedes every text of a table with few columns."""

ROOMY_WIDTH = 100
"""Cells from which a space also follows every text, and texts are indented behind numbers and bullets.

In a table with many columns, a space then follows numbers alone, which would touch the border.
"""

_SPACED_COLUMN, _ROOMY_COLUMN = 16, 20
"""The same for each column but the first of a table with many."""

_COVERED_BY_LEFT, _COVERED_BY_ABOVE = Frame((), columns=0), Frame((), rows=0)


def table_grid(table: Table, width: int, convert: Convert) -> Grid | None:
    """Lay out a table `width` cells wide including its border; None if its columns do not fit."""
    columns = table.columns
    if width < TABLE_WIDTH or not columns:
        return None
    spacing = _spacing(len(columns), width)
    texts = [row_texts(row, convert) for row in table.rows]
    measured = _measured(table, texts, convert)
    widths = column_widths(columns, measured, spacing.room, hanging=spacing.roomy, gap=spacing.gap)
    if widths is None:
        return None
    setter = _Setter(columns, tuple(widths), sum(spacing.sides) + 1, spacing.roomy, spacing.gap)
    head = _head(columns, setter, convert)
    rows = tuple(setter.frames(row, cells) for row, cells in zip(table.rows, texts, strict=True))
    return Grid(tuple(widths), spacing.sides, head, rows)


def fits(table: Table, width: int, convert: Convert) -> bool:
    """Test whether `table_grid` lays a table out, without breaking a line."""
    if width < TABLE_WIDTH or not table.columns:
        return False
    spacing = _spacing(len(table.columns), width)
    measured = _measured(table, [row_texts(row, convert) for row in table.rows], convert)
    return has_room(table.columns, measured, spacing.room, gap=spacing.gap)


class _Spacing(NamedTuple):
    """The room of the columns of a table, and the spaces around their texts, in cells."""

    room: int
    """For the texts of all columns together."""
    sides: tuple[int, int]
    """On the left and right of each text."""
    roomy: bool
    """Whether a space follows every text, and texts are indented behind their marks."""
    gap: int
    """On the right of numbers alone."""


def _spacing(count: int, width: int) -> _Spacing:
    """Return the spacing of so many columns in a table of so many cells."""
    roomy = width >= max(ROOMY_WIDTH, _ROOMY_COLUMN * (count - 1))
    spaced = width >= max(SPACED_WIDTH, _SPACED_COLUMN * (count - 1))
    sides = (1 if spaced else 0, 1 if roomy else 0)
    gap = 1 if width >= ROOMY_WIDTH and not roomy else 0
    return _Spacing(width - count - 1 - count * sum(sides), sides, roomy, gap)


def _measured(table: Table, texts: Sequence[Sequence[Texts]], convert: Convert) -> list[list[Sized]]:
    """Return what the headings and the rows ask of the widths of the columns."""
    headings = [Sized(heading_text(column, convert)) for column in table.columns]
    return [headings, *sized_rows(table.rows, texts)]


def row_texts(row: Row, convert: Convert) -> list[Texts]:
    """Return the texts of each cell of a row."""
    return [cell_texts(cell.entries, convert) for cell in row.cells]


def sized_rows(rows: Sequence[Row], texts: Sequence[Sequence[Texts]]) -> list[list[Sized]]:
    """Return what the cells ask of the widths of their columns: nothing, if they go over several."""
    found: list[list[Sized]] = []
    for row, cells in zip(rows, texts, strict=True):
        if row.kind is RowKind.BAND:
            continue
        found.append(
            [
                found[-1][at] if cell.rows == 0 and found else Sized(text if cell.columns == 1 else (), cell.rows or 1)
                for at, (cell, text) in enumerate(zip(row.cells, cells, strict=True))
            ]
        )
    return found


class _Setter:
    """Sets cells in lines, in columns of known widths."""

    def __init__(
        self, columns: Sequence[Column], widths: tuple[int, ...], between: int, hanging: bool, gap: int
    ) -> None:
        """`between` is the number of cells between the texts of two columns, `gap` that on the right of numbers."""
        self._columns, self._widths, self._between, self._hanging = columns, widths, between, hanging
        self._gap = gap

    def width(self, at: int, columns: int = 1) -> int:
        """Return the cells of a cell that goes over some columns from `at` on."""
        return sum(self._widths[at : at + columns]) + self._between * (columns - 1)

    def frames(self, row: Row, texts: Sequence[Texts]) -> Frames:
        """Set a row."""
        pairs = zip(row.cells, texts, strict=True)
        return tuple(self._frame(row, cell, cell_text, at) for at, (cell, cell_text) in enumerate(pairs))

    def _frame(self, row: Row, cell: Cell, texts: Texts, at: int) -> Frame:
        if not (cell.rows and cell.columns):
            return _COVERED_BY_LEFT if cell.rows else _COVERED_BY_ABOVE
        align = self._columns[at].align if cell.columns == 1 else Align.LEFT
        if row.kind is RowKind.SUM and cell.columns > 1:
            align = Align.CENTRE
        width = self.width(at, cell.columns) - (self._gap if align is Align.RIGHT else 0)
        return Frame(wrap_cell(texts, width, hanging=self._hanging, align=align), cell.rows, cell.columns)


def _head(columns: Sequence[Column], setter: _Setter, convert: Convert) -> tuple[Frames, ...]:
    """Set the headings: in two rows if some columns have a heading over them."""
    low = tuple(_heading(convert(column.heading), setter.width(at)) for at, column in enumerate(columns))
    if not any(column.over for column in columns):
        return (low,)
    upper: list[Frame] = []
    lower: list[Frame] = []
    for at, column in enumerate(columns):
        if not column.over:
            upper.append(low[at]._replace(rows=2))
            lower.append(_COVERED_BY_ABOVE)
            continue
        lower.append(low[at])
        if at and columns[at - 1].over == column.over:
            upper.append(_COVERED_BY_LEFT)
        else:
            count = next((n for n, each in enumerate(columns[at:]) if each.over != column.over), len(columns) - at)
            upper.append(_heading(convert(column.over), setter.width(at, count))._replace(columns=count))
    return tuple(upper), tuple(lower)


def _heading(text: str, width: int) -> Frame:
    return Frame((Block(centred(text, width), Tone.HEADING),), middle=True)
