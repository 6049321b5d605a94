"""Shares of the width of a page for the columns of a table in a document."""

from itatui.report.layout.cells import heading_text
from itatui.report.layout.column_widths import Sized, column_widths
from itatui.report.layout.table import row_texts, sized_rows
from itatui.report.model import Table

PADDING = 2
"""Cells between the text of a column and its borders, on both sides together."""


def paper_widths(table: Table, room: int) -> list[int]:
    """Return the widths of the columns in a page `room` cells wide, or in parts of it where they do not fit."""
    headings = [Sized(heading_text(column, str)) for column in table.columns]
    rows = [headings, *sized_rows(table.rows, [row_texts(row, str) for row in table.rows])]
    widths = None
    while widths is None:  # smaller cells, in effect
        widths = column_widths(table.columns, rows, room - PADDING * len(table.columns), hanging=True)
        room += room // 8
    return [width + PADDING for width in widths]
