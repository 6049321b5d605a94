"""LibreOffice opens exported documents, and reads every text."""

import pytest

from itatui.report.model import Cell, Column, Entry, Report, Row, Table
from tests.support.exported import exported, report, require
from tools.documents.office import CSV, TEXT, converted
from tools.documents.readers import MissingReaderError

FORMS = ("report", "calendar", "e-plan")


def read_by_office(documents: dict[str, bytes], to: str) -> dict[str, str]:
    """Return what LibreOffice reads in documents, in a single run: a start takes seconds."""
    try:
        found = converted(documents, to)
    except MissingReaderError as missing:
        pytest.skip(f"not installed: {missing}")
    return {name: data.decode("utf-8-sig") for name, data in found.items()}


def wanted(name: str) -> list[str]:
    rows = report(form=name.partition(".")[0]).tables[0].rows
    return [entry.text for row in rows for cell in row.cells for entry in cell.entries]


def test_libreoffice_reads_every_text_of_word_and_excel() -> None:
    require("xlsx")
    letters = {f"{form}.docx": exported("docx", report(form=form)) for form in FORMS}
    for name, text in read_by_office(letters, TEXT).items():
        words = " ".join(text.split())
        assert [each for each in wanted(name) if " ".join(each.split()) not in words] == []
    escape = Report(("ชื่อ",), (Table((Column("ก"),), (Row((Cell((Entry("a_x0041_b"),)),)),)),))
    books = {f"{form}.xlsx": exported("xlsx", report(form=form)) for form in FORMS}
    found = read_by_office({**books, "escape.xlsx": exported("xlsx", escape)}, CSV)
    assert "a_x0041_b" in found.pop("escape.xlsx")
    for name, text in found.items():
        assert [each for each in wanted(name) if each.replace('"', '""') not in text] == []
