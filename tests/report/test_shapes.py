"""The tables that agencies really publish, filled in with invented data: each would pass as its form."""

import pytest

from itatui.report.formats.plain_text import lines
from tests.support.form_shapes import FOLDER, Shape, shapes
from tests.support.golden import check_golden

GOLDEN = FOLDER / "golden"
SHAPES = shapes()
NARROW = {"e-plan": (40, 80), "follow-up-6": (60, 80), "indicators": (60,), "portal": (60, 80), "calendar": (40, 80)}
PRINTED = [(name, width) for name in SHAPES for width in (100, 160, *NARROW.get(name, ()))]


def printed(shape: Shape, width: int) -> list[str]:
    report = shape.report()
    return lines(report, width, thai_digits=report.thai_digits)


@pytest.mark.parametrize(("name", "width"), PRINTED)
def test_form_equals_the_golden_file(name: str, width: int) -> None:
    check_golden(GOLDEN / f"{name}-{width}.txt", "\n".join(printed(SHAPES[name], width)) + "\n")


def test_rounds_of_a_register_differ_and_the_year_joins_them() -> None:
    half, year = SHAPES["follow-up-6"], SHAPES["follow-up-12"]
    first, whole = (" ".join(printed(shape, 59)) for shape in (half, year))  # in boxes, where texts stay together
    assert "เพิ่มอีก 9 โครงการ" in first
    assert "ตรวจสอบครบ 40 โครงการ" not in first
    assert "เพิ่มอีก 9 โครงการ" in whole
    assert "ตรวจสอบครบ 40 โครงการ" in whole
    assert "(✓) 6 เดือน" in first
    assert "(✓) 12 เดือน" in whole


def test_plan_in_order_says_nothing_of_what_is_not_yet_done() -> None:
    shape = SHAPES["plan"]
    text = "".join(printed(shape, 160))
    assert "ยังไม่" not in text
    assert "ดำเนินการไตรมาส" not in text


def test_amounts_have_a_sum_over_the_measures_printed() -> None:
    shape = SHAPES["e-plan"]
    some = lines(shape.report(shape.register.measures[:1]), 160)
    for table, total in ((printed(shape, 160), "457,351.25"), (some, "42,350.50")):
        (line,) = (line for line in table if "รวม" in line and total in line)
        assert "│" in line


def test_owner_of_neighbours_is_printed_once() -> None:
    text = "".join(printed(SHAPES["college-plan"], 160))
    assert text.count("งานวางแผนและงบประมาณ") == 1
