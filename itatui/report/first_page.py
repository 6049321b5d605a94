"""The first page of a long report, which is laid out in a fraction of the time."""

from collections.abc import Callable, Iterable
from itertools import accumulate, takewhile
from typing import TypeVar

from itatui.report.model import Cell, Entry, Report, Row, RowKind, Table
from itatui.thai import cells

_Item = TypeVar("_Item")


def is_long(report: Report, lines: int) -> bool:
    """Test whether a report has more measures or rows than a page has lines: the whole takes 20 ms more, at least."""
    return sum(max(len(row.numbers), 1) for table in report.tables for row in table.rows) > lines


def first_page(report: Report, lines: int, width: int) -> Report:
    """Return a report without what will not be on its first lines: no column is wider than half the page."""
    return report._replace(tables=tuple(_first_part(table, lines, max(width // 2, 1)) for table in report.tables))


def _first_part(table: Table, lines: int, width: int) -> Table:
    rows = _first(table.rows, lines, lambda row: _row_height(row, width))
    if rows and rows[-1].kind is RowKind.TRACK:
        used = sum(_row_height(row, width) for row in rows[:-1])
        rows = (*rows[:-1], _first_measures(rows[-1], lines - used, width))
    return table._replace(rows=_clipped(rows) if len(rows) < len(table.rows) else rows)


def _row_height(row: Row, width: int) -> int:
    """Return the least lines of a row: of its own cells, since those that go over several share theirs."""
    return max((_height(cell.entries, width) for cell in row.cells if cell.rows == 1 and cell.columns == 1), default=1)


def _first_measures(row: Row, lines: int, width: int) -> Row:
    """Return the row of a track with the entries of each cell that fill so many lines."""
    cells_ = tuple(Cell(_first(cell.entries, lines, lambda entry: _height((entry,), width))) for cell in row.cells)
    return row._replace(cells=cells_, numbers=row.numbers[:lines])


def _clipped(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows whose cells go over no more rows than there are."""
    return tuple(
        row._replace(cells=tuple(cell._replace(rows=min(cell.rows, len(rows) - at)) for cell in row.cells))
        for at, row in enumerate(rows)
    )


def _first(items: Iterable[_Item], lines: int, height: Callable[[_Item], int]) -> tuple[_Item, ...]:
    """Return the items that fill so many lines, and the last of them if it does not end there."""
    found = tuple(items)
    before = accumulate(map(height, found), initial=0)  # lazily: a long report has thousands of items
    return tuple(item for item, _used in takewhile(lambda pair: pair[1] < lines, zip(found, before, strict=False)))


def _height(entries: Iterable[Entry], width: int) -> int:
    """Return the least lines of entries in a column of so many cells."""
    return sum(max(-(-cells(entry.text) // width), 1) for entry in entries)
