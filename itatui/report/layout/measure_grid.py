"""Rows a measure for documents in which cells are merged, and lines of text for those without paragraphs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from itatui.report.layout.paragraphs import paragraphs
from itatui.report.model import Align, Cell, Row, RowKind, Table
from itatui.report.spans import grid

_BULLET = "-"


def grid_rows(table: Table) -> tuple[Row, ...]:
    """Return the rows of a table, a measure each. A bullet before the only text of a cell is left out."""
    return tuple(row._replace(cells=tuple(map(_without_bullet, row.cells))) for row in grid(table))


def divided(rows: Sequence[Row], longest: int) -> tuple[Row, ...]:
    """Return rows in which merged cells with more code points than `longest` are taken apart into their measures."""
    found = [list(row.cells) for row in rows]
    for at, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if cell.rows > 1 and len(cell_text(cell)) > longest:
                for below in range(at, at + cell.rows):
                    own = (each for each in cell.entries if set(each.numbers) & set(rows[below].numbers))
                    whole = (each for each in cell.entries if not each.numbers and below == at)
                    found[below][column] = Cell((*whole, *own))
    return tuple(row._replace(cells=tuple(cells)) for row, cells in zip(rows, found, strict=True))


def grid_groups(table: Table) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each track."""
    for _code, rows in groupby(grid_rows(table), key=lambda row: row.code):
        yield tuple(rows)


def cell_text(cell: Cell) -> str:
    """Return the texts of a cell with their marks, on lines below each other."""
    return "\n".join(f"{text.mark} {text.text}" if text.mark else text.text for text in paragraphs(cell.entries))


def joined(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """Return the rows in groups that no cell leaves."""
    groups: list[Sequence[Row]] = []
    start = end = 0
    for at, row in enumerate(rows):
        if at == end and at > start:
            groups.append(rows[start:at])
            start = at
        end = max(end, at + max((cell.rows for cell in row.cells), default=1), at + 1)
    return [*groups, rows[start:]] if rows else []


def align_of(table: Table, row: Row, column: int) -> Align:
    """Return the side of a cell on which its text stands."""
    if row.cells[column].columns == 1:
        return table.columns[column].align
    return Align.CENTRE if row.kind is RowKind.SUM else Align.LEFT


def widths_of(shares: Sequence[int], room: float) -> list[float]:
    """Return the widths of columns that fill the room by their shares."""
    total = sum(shares)
    return [room * share / total for share in shares]


def _without_bullet(cell: Cell) -> Cell:
    if len(cell.entries) == 1 and cell.entries[0].mark == _BULLET:
        return cell._replace(entries=(cell.entries[0]._replace(mark=""),))
    return cell
