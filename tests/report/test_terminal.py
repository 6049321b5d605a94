"""Printing the report with Rich, and the imports that it needs."""

import subprocess
import sys
from datetime import date
from io import StringIO

from rich.console import Console

from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.report.build import build
from itatui.report.formats.plain_text import lines
from itatui.report.formats.terminal import print_report
from itatui.report.layout.page import layout_report
from tests import reference
from tests.support.own_forms import own_report
from tests.support.printed_table import read, squeeze

TODAY = date(2024, 9, 30)


def print_in_colour(width: int) -> str:
    file = StringIO()
    console = Console(file=file, width=width, force_terminal=True, color_system="truecolor")
    print_report(build(reference.register(), today=TODAY), console)
    return file.getvalue()


def test_import_of_the_report_loads_neither_rich_nor_textual() -> None:
    code = (
        "import sys, itatui.report, itatui.report.build, itatui.report.formats.terminal;"
        "sys.exit(any(name.partition('.')[0] in ('rich', 'textual', 'tinydb') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_printing_the_report_does_not_load_textual() -> None:
    code = (
        "import sys, datetime; from tests.reference import register;"
        "from itatui.report.build import build; from itatui.report.formats.plain_text import lines;"
        "lines(build(register(), today=datetime.date(2024, 9, 30)), 80);"
        "sys.exit(any(name.partition('.')[0] in ('rich', 'textual', 'tinydb') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_styles_depend_on_the_console() -> None:
    assert "\x1b[1m" in print_in_colour(80)
    assert "\x1b" not in "".join(lines(build(reference.register(), today=TODAY), 80))


def test_too_narrow_console_gets_every_text() -> None:
    file = StringIO()
    report = build(reference.register(), today=TODAY)
    print_report(report, Console(file=file, width=9, color_system=None))
    assert squeeze(file.getvalue()) == squeeze(lines(report, 20))


def test_markup_in_a_text_is_printed_as_text() -> None:
    text = "[bold]x[/] [/] $accent :smile: [ A ]"
    register = Register("", "", 2567, text, text, (Track("A", text),), (), forms=(own_report(text),))
    printed = read(lines(build(register, today=TODAY), 120))
    assert {squeeze(cell) for cell in printed.rows[0]} == {squeeze(text)}
    assert squeeze(printed.above) == squeeze([text, text])


def test_filtered_report_has_a_note_below_the_table() -> None:
    whole_register = reference.register()
    printed = read(lines(build(whole_register, whole_register.measures[:1], today=TODAY), 80))
    assert "".join(printed.below).strip() == "(แสดงเฉพาะมาตรการที่เลือก 1 จาก 9 มาตรการ)"


def test_numbers_are_right_aligned_and_texts_indented() -> None:
    measures = tuple(Measure(f"m{n}", "A", float(n), "ทำงาน " * 12) for n in range(1, 12))
    register = Register("", "", 2567, "", "", (Track("A", "แบบ"),), measures)
    cell = read(lines(build(register, today=TODAY), 120)).rows[1][1]
    assert cell[0].startswith("  1. ทำงาน")
    assert [line[:5] for line in cell[1:2]] == ["     "]
    assert any(line.startswith(" 11. ทำงาน") for line in cell)


def test_column_widths_add_up_to_the_page_width() -> None:
    report = build(reference.register(), today=TODAY)
    for width in range(60, 201):
        (grid,) = layout_report(report, width).grids
        assert sum(grid.widths) + 5 * sum(grid.sides) + 6 == width
