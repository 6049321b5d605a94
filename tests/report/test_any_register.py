"""Properties for any register and width: every text is printed, in straight columns."""

from collections import Counter
from datetime import date
from io import StringIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from itatui.domain.register import Register
from itatui.report.build import build
from itatui.report.formats.plain_text import lines
from itatui.report.formats.terminal import print_report
from itatui.report.model import Report, Row
from itatui.thai import cells, safe
from tests.support.printed_table import column_text, read, squeeze
from tests.support.report_strategies import registers, widths

SETTINGS = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def build_report(register: Register) -> Report:
    return build(register, today=date(2024, 1, 1))


def visible(*texts: str) -> str:
    return squeeze(safe(text) for text in texts).replace("\u200d", "")


def expected_cells(row: Row) -> list[str]:
    """Return the expected texts of the cells without spaces."""
    return [
        visible(*(part for entry in cell.entries for part in (entry.about, entry.mark, entry.text)))
        for cell in row.cells
    ]


@SETTINGS
@given(registers(), widths, st.booleans())
def test_every_line_has_the_given_width(register: Register, width: int, ascii_only: bool) -> None:
    assert {cells(line) for line in lines(build_report(register), width, ascii=ascii_only)} <= {width}


@SETTINGS
@given(registers(), widths, st.booleans())
def test_plain_lines_are_those_that_rich_prints(register: Register, width: int, ascii_only: bool) -> None:
    report = build_report(register)
    file = StringIO()
    console = Console(file=file, width=width, color_system=None, legacy_windows=False)
    print_report(report, console, ascii=ascii_only)
    assert "\n".join([*lines(report, width, ascii=ascii_only), ""]) == file.getvalue()


@SETTINGS
@given(registers(), st.integers(60, 200))
def test_table_holds_every_text_in_its_column(register: Register, width: int) -> None:
    report = build_report(register)
    printed = read(lines(report, width))
    (table,) = report.tables
    assert [[squeeze(cell) for cell in row] for row in printed.rows[1:]] == [expected_cells(row) for row in table.rows]
    assert [squeeze(cell) for cell in printed.rows[0]] == [visible(column.heading) for column in table.columns]
    assert squeeze(printed.above) == visible(*report.titles)


@SETTINGS
@given(registers(), st.integers(20, 59))
def test_boxes_hold_every_character(register: Register, width: int) -> None:
    report = build_report(register)
    (table,) = report.tables
    if not table.rows:
        return
    printed = read(lines(report, width))
    printed_characters = Counter(column_text(printed, 0))
    expected_characters = Counter("".join("".join(expected_cells(row)) for row in table.rows))
    assert expected_characters <= printed_characters


@SETTINGS
@given(registers(), widths)
def test_no_control_character_is_printed(register: Register, width: int) -> None:
    printed = "".join(lines(build_report(register), width))
    assert printed.isprintable() or safe(printed) == printed
    assert "\n" not in printed
    assert "\x1b" not in printed
