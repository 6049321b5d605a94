"""The workbook: whole texts, never formulas, rows high enough, and ready to print."""

import io
from typing import Any

import pytest

from itatui.errors import ItatuiError
from itatui.report.look import Look
from itatui.report.model import Cell, Column, Entry, Report, Row, Signature, Table
from itatui.thai import wrap
from tests.support.exported import exported, report, texts
from tools.bench.registers import build_register


def sheet(data: bytes) -> Any:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def with_text(text: str) -> Report:
    return Report(("ชื่อ",), (Table((Column("ก"), Column("ข")), (Row((Cell((Entry(text),)), Cell((Entry("ข"),)))),)),))


def values(data: bytes) -> list[Any]:
    return [cell.value for row in sheet(data).iter_rows() for cell in row if cell.value is not None]


def test_each_text_is_in_a_cell_of_its_own() -> None:
    found = [str(value).removeprefix("1. ") for value in values(exported("xlsx"))]
    joined = "\n".join(found)
    assert [text for text in texts() if text not in joined] == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://example.org")'])
def test_text_is_never_a_formula(text: str) -> None:
    cells = [cell for row in sheet(exported("xlsx", with_text(text))).iter_rows() for cell in row if cell.value == text]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True)]


def test_text_like_an_escape_of_excel_is_kept() -> None:
    assert "a_x005F_x0041_b" in values(exported("xlsx", with_text("a_x0041_b")))


def test_rows_are_high_enough_for_their_texts() -> None:
    get_column_letter = pytest.importorskip("openpyxl.utils", reason="openpyxl is not installed").get_column_letter
    found = sheet(exported("xlsx"))
    merged = {each.start_cell.coordinate: each for each in found.merged_cells.ranges}
    for cell in (cell for row in found.iter_rows() for cell in row if cell.value):
        area = merged.get(cell.coordinate)
        rows = range(cell.row, (area.max_row if area else cell.row) + 1)
        columns = range(cell.column, (area.max_col if area else cell.column) + 1)
        width = sum(found.column_dimensions[get_column_letter(each)].width for each in columns)
        height = sum(found.row_dimensions[each].height for each in rows)
        assert height >= 18 * len(wrap(str(cell.value), int(width) - 2))
        assert all(found.row_dimensions[each].height <= 409 for each in rows)


def test_sheet_is_ready_to_print() -> None:
    found = sheet(exported("xlsx"))
    assert (found.page_setup.orientation, str(found.page_setup.paperSize)) == ("landscape", "9")
    assert (found.page_setup.fitToWidth, found.page_setup.fitToHeight) == (1, 0)
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert str(sheet(exported("xlsx", look=Look(paper="A3 portrait"))).page_setup.paperSize) == "8"
    assert found.print_title_rows == "$3:$3"
    assert found.freeze_panes == "A4"


def test_no_page_ends_with_the_name_of_a_track() -> None:
    found = sheet(exported("xlsx", report(build_register(60), "plan")))
    bands = {area.min_row for area in found.merged_cells.ranges if area.size["columns"] == len(found[10])}
    ends = {each.id for each in found.row_breaks.brk}
    assert len(ends) > 1
    assert not ends & bands


def test_signatures_stand_beside_each_other_in_halves_of_the_page() -> None:
    signatures = tuple(Signature(role, f"ชื่อ{role}") for role in ("ผู้จัดทำ", "ผู้รายงาน", "ผู้รับรอง"))
    found = sheet(exported("xlsx", report()._replace(signatures=signatures)))
    places = {cell.value: (cell.row, cell.column) for row in found.iter_rows() for cell in row if cell.value}
    alone, left, right = (places[f"(ชื่อ{role})"] for role in ("ผู้จัดทำ", "ผู้รายงาน", "ผู้รับรอง"))
    assert left[0] == right[0] > alone[0]
    assert left[1] == 1 < right[1] == alone[1]


def test_amounts_are_numbers() -> None:
    entry = Entry("1,250,000.50", value="1250000.50")
    table = Table((Column("งบประมาณ", is_number=True),), (Row((Cell((entry,)),)),))
    assert 1250000.5 in values(exported("xlsx", Report(("ชื่อ",), (table,))))


def test_text_that_no_cell_can_hold_is_refused_and_not_cut() -> None:
    with pytest.raises(ItatuiError, match="ยาวยาว"):
        exported("xlsx", with_text("ยาว" * 20_000))


def test_merged_cell_that_would_be_too_long_is_taken_apart() -> None:
    printed = report(build_register(600))
    whole = "\n".join(map(str, values(exported("xlsx", printed))))
    wanted = [entry.text for row in printed.tables[0].rows for entry in row.cells[4].entries]
    assert len(wanted) > 100
    assert [text for text in wanted if text not in whole] == []
