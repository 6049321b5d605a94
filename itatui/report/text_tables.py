"""Tables of plain texts with a title: those of the overview and of the minutes."""

from collections.abc import Iterable
from typing import TypeAlias

from itatui.report.model import Cell, Column, Entry, Row, Table

Texts: TypeAlias = tuple[tuple[Entry, ...], ...]
"""A row: the texts for each heading."""


def text_table(title: str, headings: Iterable[str], rows: Iterable[Texts], empty: str = "") -> Table:
    """Return a table. `empty` are the words instead of one without rows."""
    return Table(tuple(map(Column, headings)), tuple(Row(tuple(map(Cell, row))) for row in rows), title, empty)
