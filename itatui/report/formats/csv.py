"""A report as CSV, for spreadsheets and programs: rows a measure, merged cells filled down, UTF-8 with a mark."""

import csv
import io
from collections.abc import Iterator, Sequence

from itatui.report.layout.measure_grid import cell_text, grid_rows
from itatui.report.look import DRAFT, Look, dressed
from itatui.report.model import Cell, Report, Row, Table

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""First signs of a formula in spreadsheets."""


def document(report: Report, look: Look) -> bytes:
    """Return the report as CSV: for each table headings and rows, then the notes and that it is a draft."""
    report = dressed(report, look)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    for number, table in enumerate(report.tables):
        if number:
            writer.writerow([])
        if table.title:
            writer.writerow([without_formula(table.title)])
        writer.writerow([without_formula(_heading(column.over, column.heading)) for column in table.columns])
        writer.writerows([without_formula(text) for text in row] for row in _filled_down(table))
    if notes := (*report.notes, *([DRAFT] if look.draft else [])):
        writer.writerow([])
        writer.writerows([without_formula(note)] for note in notes)
    return file.getvalue().encode("utf-8-sig")


def _heading(over: str, heading: str) -> str:
    return f"{over}: {heading}" if over else heading


def _filled_down(table: Table) -> Iterator[Sequence[str]]:
    above = [Cell()] * len(table.columns)
    for row in grid_rows(table):
        above = [cell if cell.rows else over for cell, over in zip(row.cells, above, strict=True)]
        yield [_text(cell, row) for cell in above]


def _text(cell: Cell, row: Row) -> str:
    """Return the text of a cell: of a merged cell, the entries on the whole track and on the measure of the row."""
    if len(cell.entries) == 1 and cell.entries[0].value:
        return cell.entries[0].value
    if len(row.numbers) == 1:
        number = row.numbers[0]
        cell = Cell(tuple(entry for entry in cell.entries if not entry.numbers or number in entry.numbers))
    return cell_text(cell)


def without_formula(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula. Numbers stay numbers."""
    return f"'{text}" if text.startswith(_FORMULAS) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    whole, _point, part = text.removeprefix("-").partition(".")
    return (whole + part).isdecimal()
