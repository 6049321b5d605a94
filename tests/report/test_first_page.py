"""The first page of a long printout fills the screen, and is laid out from a fraction of the printout."""

from datetime import date

import pytest

from itatui.domain.overview import overview
from itatui.domain.register import Register
from itatui.report.build import build
from itatui.report.first_page import first_page, is_long
from itatui.report.formats.plain_text import lines, page_lines
from itatui.report.overview import sheets_of
from itatui.report.sheets import Sheets, layout_sheets
from itatui.report.track_model import Report
from tools.bench.registers import build_register

TODAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def register() -> Register:
    return build_register(300)


@pytest.mark.parametrize("width", [20, 59, 60, 80, 117, 200])
@pytest.mark.parametrize("height", [5, 34, 60])
def test_first_page_of_a_report_fills_the_screen(register: Register, width: int, height: int) -> None:
    report = build(register, today=TODAY)
    first = first_page(report, height, width)
    assert isinstance(first, Report)
    assert is_long(report, height)
    assert len(lines(first, width)) >= height
    assert sum(len(row.measures) for row in first.rows) <= height


@pytest.mark.parametrize("width", [20, 59, 60, 117, 200])
def test_first_page_of_an_overview_fills_the_screen(register: Register, width: int) -> None:
    sheets = sheets_of(register, overview(register, TODAY))
    first = first_page(sheets, 34, width)
    assert isinstance(first, Sheets)
    assert len([line for page in layout_sheets(first, width) for line in page_lines(page)]) >= 34
    assert len(first.sheets[-1].rows) <= 34 < len(sheets.sheets[-1].rows)


def test_first_page_keeps_the_order_of_the_entries(register: Register) -> None:
    report = build(register, today=TODAY)
    first = first_page(report, 34, 117)
    assert isinstance(first, Report)
    for row, whole in zip(first.rows, report.rows, strict=False):
        assert row.measures == whole.measures[: len(row.measures)]
        assert row.results == whole.results[: len(row.results)]
