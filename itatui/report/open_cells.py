"""Workbooks to be filled in: open and locked cells, lists of choices, and the hidden sheet that comes back."""

from collections.abc import Sequence
from typing import Any

from itatui.locale import _
from itatui.report.model import Row, Table

HIDDEN = "itatui"
"""Name of the hidden sheet; its first column has the hidden text in pieces."""
_PIECE = 30_000
"""Code points of a piece: a cell holds 32,767."""
_GREY = "EFEFEF"


def lock(sheet: Any, table: Table, rows: Sequence[Row], start: int) -> None:
    """Lock a filled sheet but for the open cells of these rows, the first of which is row `start` of the sheet."""
    from openpyxl.styles import PatternFill, Protection
    from openpyxl.utils import get_column_letter

    for at, row in enumerate(rows):
        for column, content in enumerate(row.cells):
            cell = sheet.cell(start + at, column + 1)
            if content.is_open:
                cell.protection = Protection(locked=False)
                if not table.columns[column].is_number:
                    cell.number_format = "@"  # a typed text stays as it is, also a day or a line that begins with -
            else:
                cell.fill = PatternFill("solid", fgColor=_GREY)
    end = start + len(rows) - 1
    for column, about in enumerate(table.columns, 1):
        if about.choices and rows:
            letter = get_column_letter(column)
            _offer(sheet, about.choices, f"{letter}{start}:{letter}{end}")
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False  # these are allowed


def _offer(sheet: Any, choices: Sequence[str], area: str) -> None:
    """Have cells take one of these texts, or none. Longer lists than a formula holds stand in the hidden sheet."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = sheet.parent
    if len(choices) == 1 and choices[0].isprintable() and not set(choices[0]) & set('",'):
        formula = f'"{choices[0]}"'
    else:
        hidden = _hidden_sheet(book)
        column = max(hidden.max_column, 1) + 1
        for row, text in enumerate(choices, 1):
            cell = hidden.cell(row, column, text)
            cell.data_type = "s"  # never a formula
        letter = get_column_letter(column)
        formula = f"{HIDDEN}!${letter}$1:${letter}${len(choices)}"
    words = ", ".join(choices)[:200]
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
    rule.error = _("Choose from the list, or leave it empty: {choices}").format(choices=words)
    rule.add(area)
    sheet.add_data_validation(rule)


def hide(book: Any, text: str) -> None:
    """Put a text in ASCII into the hidden sheet of a workbook."""
    sheet = _hidden_sheet(book)
    for row, start in enumerate(range(0, len(text), _PIECE), 1):
        cell = sheet.cell(row, 1, text[start : start + _PIECE])
        cell.data_type = "s"


def _hidden_sheet(book: Any) -> Any:
    if HIDDEN not in book.sheetnames:
        book.create_sheet(HIDDEN).sheet_state = "veryHidden"
    return book[HIDDEN]
