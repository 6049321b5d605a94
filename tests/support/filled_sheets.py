"""Sheets of units, filled in as Excel and Word do it."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

from itatui.domain.register import Register
from itatui.domain.rounds import Round
from itatui.domain.unit_sheet import units_of
from itatui.intake.document import read_document
from itatui.intake.filled_sheet import FilledSheet, filled_sheet
from itatui.report.documents import document
from itatui.report.look import Look
from itatui.report.unit_sheet import unit_sheet_report
from tests.support.exported import require

MADE = date(2024, 4, 2)
SENT = date(2024, 5, 6)
REF, RESULT, OUTCOME, EVIDENCE, DROPPED = 1, 8, 9, 10, 11
"""Columns of the sheet of a year without own fields; the ticks are in 4 to 7."""
_MAX_ROWS = 200

Cells = Mapping[tuple[str, int], str]
"""Texts by REF and column (from 1)."""


def sheet(register: Register, unit: str, ending: str = "xlsx", for_round: Round | None = None) -> bytes:
    """Return the sheet of a unit as a document."""
    require(ending)
    return document(unit_sheet_report(register, unit, units_of(register)[unit], MADE, for_round), Look(), ending)


def read(data: bytes) -> FilledSheet:
    """Return a sheet that came back."""
    return filled_sheet(read_document(data))


def filled(data: bytes, cells: Cells) -> bytes:
    """Return a sheet with other texts in its cells, written by another program: openpyxl, or as text into the XML."""
    return _in_word(data, cells) if b"word/document.xml" in data else _in_excel(data, cells)


def workbook(data: bytes) -> Any:
    """Return a workbook as openpyxl reads it."""
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data))


def saved(book: Any) -> bytes:
    """Return the bytes of a workbook of openpyxl."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _in_excel(data: bytes, cells: Cells) -> bytes:
    book = workbook(data)
    page = book.worksheets[0]
    rows = {page.cell(row, REF).value: row for row in range(1, _MAX_ROWS)}
    for (ref, column), text in cells.items():
        page.cell(rows[ref], column).value = text or None
    return saved(book)


def _in_word(data: bytes, cells: Cells) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    for (ref, column), text in cells.items():
        row = next(row for row in re.findall("<w:tr>.*?</w:tr>", body) if f">{ref}<" in row)
        found = re.findall("<w:tc>.*?</w:tc>", row)
        found[column - 1] = f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
        body = body.replace(row, f"<w:tr>{''.join(found)}</w:tr>")
    parts["word/document.xml"] = body.encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
