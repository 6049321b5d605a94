"""The first page of a long printout fills the screen, and is laid out from a fraction of the printout."""

from datetime import date

import pytest

from itatui.domain.forms import SHIPPED, form_of
from itatui.domain.overview import overview
from itatui.domain.register import Register
from itatui.report.build import build
from itatui.report.first_page import first_page, is_long
from itatui.report.formats.plain_text import lines
from itatui.report.overview import overview_report
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
    assert is_long(report, height)
    assert len(lines(first, width)) >= height
    assert sum(len(row.numbers) for row in first.tables[0].rows) <= height


@pytest.mark.parametrize("width", [20, 59, 60, 117, 200])
def test_first_page_of_an_overview_fills_the_screen(register: Register, width: int) -> None:
    report = overview_report(register, overview(register, TODAY))
    first = first_page(report, 34, width)
    assert len(lines(first, width)) >= 34
    assert len(first.tables[-1].rows) <= 34 < len(report.tables[-1].rows)


def test_first_page_keeps_the_order_of_the_entries(register: Register) -> None:
    report = build(register, today=TODAY)
    first = first_page(report, 34, 117)
    for row, whole in zip(first.tables[0].rows, report.tables[0].rows, strict=False):
        for cell, whole_cell in zip(row.cells, whole.cells, strict=True):
            assert cell.entries == whole_cell.entries[: len(cell.entries)]


@pytest.mark.parametrize("name", SHIPPED[1:])
@pytest.mark.parametrize("width", [80, 117])
def test_first_page_of_a_row_a_measure_needs_the_first_measures_alone(
    register: Register, name: str, width: int
) -> None:
    form = form_of(register, name)
    first, whole = (build(register, form=form, today=TODAY, most=most) for most in (34, 0))
    assert sum(len(row.numbers) for row in first.tables[0].rows) == 34
    assert lines(first_page(first, 34, width), width)[:34] == lines(first_page(whole, 34, width), width)[:34]
