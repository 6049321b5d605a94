"""Rows a measure with merged cells, from rows that have a track each: for documents, and for forms of that shape."""

from collections.abc import Iterator, Sequence

from itatui.report import phrases
from itatui.report.model import COVERED_BY_ABOVE, Cell, Column, Entry, Row, RowKind, Table


def grid(table: Table) -> tuple[Row, ...]:
    """Return the rows of a table with each track taken apart into its measures. Other rows stay as they are."""
    return tuple(row for each in table.rows for row in measure_rows(table.columns, each))


def measure_rows(columns: Sequence[Column], row: Row) -> tuple[Row, ...]:
    """Return a row for each measure of a track's row; the row itself if it is none, or has no measures.

    A text about the whole track goes over all its rows, one about neighbours over theirs; in a column that merges
    nothing, they are repeated.
    """
    if row.kind is not RowKind.TRACK or not row.numbers:
        return (row,)
    taken = [_taken_apart(column, cell, row.numbers) for column, cell in zip(columns, row.cells, strict=True)]
    return tuple(
        Row(cells, RowKind.MEASURE, row.code, row.label, (number,))
        for number, cells in zip(row.numbers, zip(*taken, strict=True), strict=True)
    )


def _taken_apart(column: Column, cell: Cell, numbers: tuple[int, ...]) -> list[Cell]:
    """Return the cells of a column for the measures with these numbers."""
    if column.merges and not all(entry.numbers for entry in cell.entries):
        return [cell._replace(rows=len(numbers)), *[COVERED_BY_ABOVE] * (len(numbers) - 1)]
    found: dict[int, list[Entry]] = {number: [] for number in numbers}
    for entry in cell.entries:
        for number in entry.numbers or numbers:
            found[number].append(entry._replace(about="", apart=False))
    texts = [tuple(found[number]) for number in numbers]
    if not column.merges:
        return [Cell(entries) for entries in texts]
    seen: set[tuple[Entry, ...]] = set()
    cells: list[Cell] = []
    for entries, rows in _runs(texts):
        if column.refers and entries in seen:
            first = entries[0].numbers[0]
            entries = (Entry(phrases.reported_with(first), numbers=entries[0].numbers, mark=entries[0].mark),)
        seen.add(entries)
        cells += [Cell(entries, rows), *[COVERED_BY_ABOVE] * (rows - 1)]
    return cells


def _runs(texts: Sequence[tuple[Entry, ...]]) -> Iterator[tuple[tuple[Entry, ...], int]]:
    """Yield the different neighbours with their counts. Cells without entries are never merged."""
    start = 0
    for at in range(1, len(texts) + 1):
        if at == len(texts) or texts[at] != texts[start] or not texts[start]:
            yield texts[start], at - start
            start = at
