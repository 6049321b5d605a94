"""Columns that tick a status or a choice."""

from datetime import date

import pytest

from itatui.domain.form_text import parse_form
from itatui.domain.measure import Measure
from itatui.domain.quarters import quarters
from itatui.report.build import build
from itatui.report.formats.plain_text import lines
from tests.support.samples import register_of

FORM = parse_form(
    """
name = "state"
label_th = "สถานะ"
[[columns]]
heading = "แล้วเสร็จ"
ticks = "status=done"
[[columns]]
heading = "อยู่ระหว่าง"
ticks = "status=under way"
[[columns]]
heading = "ยังไม่"
ticks = "status=not started"
[[columns]]
heading = "ล่าช้า"
ticks = "status=late"
mark = "X"
""",
    "state",
)


@pytest.mark.parametrize(
    ("planned", "done", "marks"),
    [
        ({1, 2}, {1, 2}, ["✓", "", "", ""]),
        ({1, 4}, {1}, ["", "✓", "", ""]),
        ({1, 2}, {1}, ["", "✓", "", "X"]),
        ({1}, set(), ["", "", "✓", "X"]),
        ({4}, set(), ["", "", "✓", ""]),
    ],
)
def test_a_late_measure_is_ticked_as_late_and_as_far_as_it_is(
    planned: set[int], done: set[int], marks: list[str]
) -> None:
    measure = Measure("m", "IIT", 1.0, "ก", planned=quarters(planned), done=quarters(done))
    report = build(register_of(measure), today=date(2024, 5, 15), form=FORM)
    row = next(line for line in reversed(lines(report, 80)) if line.startswith("│"))
    assert [cell.strip() for cell in row.strip("│").split("│")] == marks
