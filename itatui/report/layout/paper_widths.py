"""Shares of the width of a page for the columns of a table in a document."""

from itatui.report.layout.cells import CellText
from itatui.report.layout.column_widths import column_widths
from itatui.report.layout.paragraphs import headings, paragraphs
from itatui.report.model import Table

PADDING = 2
"""Cells between the text of a column and its borders, on both sides together."""


def paper_widths(table: Table, room: int) -> list[int]:
    """Return the shares of the columns in a page `room` cells wide: those of the form, or by their texts."""
    if all(column.share for column in table.columns):
        return [column.share for column in table.columns]
    rows = [
        [tuple(CellText(text.text, mark=text.mark) for text in paragraphs(cell.entries)) for cell in cells]
        for cells in (*headings(table.columns), *(row.cells for row in table.rows))
        if all(cell.columns == 1 for cell in cells)
    ]
    widths = column_widths(rows, room - PADDING * len(table.columns), hanging=True)
    return [width + PADDING for width in widths]
