"""What Rich does with the report, and what importing it brings along."""

import subprocess
import sys
from datetime import date
from io import StringIO

from rich.console import Console

from itatui.domain.measure import Measure
from itatui.domain.register import Headings, Register
from itatui.domain.track import Track
from itatui.report.build import build
from itatui.report.formats.terminal import lines, print_report
from itatui.report.layout.table import layout_report
from tests import reference
from tests.support.printed import read, squeezed

TODAY = date(2024, 9, 30)


def coloured(width: int) -> str:
    file = StringIO()
    console = Console(file=file, width=width, force_terminal=True, color_system="truecolor")
    print_report(build(reference.register(), today=TODAY), console)
    return file.getvalue()


def test_importing_the_report_brings_neither_rich_nor_textual() -> None:
    code = (
        "import sys, itatui.report, itatui.report.build, itatui.report.formats.terminal;"
        "sys.exit(any(name.partition('.')[0] in ('rich', 'textual', 'tinydb') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_printing_the_report_leaves_textual_out() -> None:
    code = (
        "import sys, datetime; from tests.reference import register;"
        "from itatui.report.build import build; from itatui.report.formats.terminal import lines;"
        "lines(build(register(), today=datetime.date(2024, 9, 30)), 80);"
        "sys.exit(any(name.partition('.')[0] in ('textual', 'tinydb') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_styles_come_and_go_with_the_console() -> None:
    assert "\x1b[1m" in coloured(80)
    assert "\x1b" not in "".join(lines(build(reference.register(), today=TODAY), 80))


def test_a_console_narrower_than_the_least_still_gets_every_text() -> None:
    file = StringIO()
    report = build(reference.register(), today=TODAY)
    print_report(report, Console(file=file, width=9, color_system=None))
    assert squeezed(file.getvalue()) == squeezed(lines(report, 20))


def test_markup_in_a_text_is_a_text() -> None:
    text = "[bold]x[/] [/] $accent :smile: [ A ]"
    register = Register("", "", 2567, text, text, Headings(text, text, text, text, text), (Track("A", text),), ())
    found = read(lines(build(register, today=TODAY), 120))
    assert {squeezed(cell) for cell in found.rows[0]} == {squeezed(text)}
    assert squeezed(found.above) == squeezed([text, text])


def test_a_selection_is_noted_below_the_table() -> None:
    whole = reference.register()
    found = read(lines(build(whole, whole.measures[:1], today=TODAY), 80))
    assert "".join(found.below).strip() == "(แสดงเฉพาะมาตรการที่เลือก 1 จาก 9 มาตรการ)"


def test_numbers_of_two_figures_stand_right_and_texts_clear_of_them() -> None:
    measures = tuple(Measure(f"m{n}", "A", float(n), "ทำงาน " * 12) for n in range(1, 12))
    register = Register("", "", 2567, "", "", Headings(), (Track("A", "แบบ"),), measures)
    cell = read(lines(build(register, today=TODAY), 120)).rows[1][1]
    assert cell[0].startswith("  1. ทำงาน")
    assert [line[:5] for line in cell[1:2]] == ["     "]
    assert any(line.startswith(" 11. ทำงาน") for line in cell)


def test_widths_of_columns_add_up() -> None:
    report = build(reference.register(), today=TODAY)
    for width in range(60, 201):
        (grid,) = layout_report(report, width).grids
        assert sum(grid.widths) + 5 * sum(grid.sides) + 6 == width
