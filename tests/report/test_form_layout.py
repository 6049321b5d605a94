"""How a form stands on the page: places to sign, numbers beside their border, room for headings."""

from datetime import date

import pytest

from itatui.domain.form import Form
from itatui.domain.form_text import parse_form
from itatui.domain.measure import Measure
from itatui.domain.signatories import Signatory
from itatui.domain.values import Values
from itatui.report.build import build
from itatui.report.formats.plain_text import lines
from itatui.report.layout.lines import centred
from itatui.thai import cells
from tests.support.samples import register_of

MEASURE = Measure("m", "IIT", 1.0, "จัดทำแผนผังแสดงขั้นตอนและระยะเวลาให้บริการประชาชน " * 20, result="–")
ROLES = ("ผู้รายงาน", "ผู้ตรวจสอบ", "ผู้บริหาร", "ผู้รับรอง")


def form(columns: str, page: str = "") -> Form:
    return parse_form(f'name = "mine"\nlabel_th = "ก"\n{page}\n{columns}', "mine")


def column(heading: str, holds: str, more: str = "") -> str:
    return f'[[columns]]\nheading = "{heading}"\nholds = "{holds}"\n{more}\n'


def printed(made: Form, width: int, *signatories: Signatory) -> list[str]:
    own = Values(tuple((field.name, "10000") for field in made.fields))
    register = register_of(MEASURE._replace(more=own))._replace(fields=made.fields, signatories=signatories)
    return lines(build(register, form=made, today=date(2024, 5, 15)), width)


def signed(count: int, width: int, *signatories: Signatory) -> list[list[str]]:
    """Return the roles that are signed for on each line of dots."""
    roles = ", ".join(f'"{role}"' for role in ROLES[:count])
    page = printed(form(column("ที่", "row"), f"signatures = [{roles}]"), width, *signatories)
    assert all(cells(line) <= width for line in page)
    return [[part.split()[1] for part in line.split("ลงชื่อ ")[1:]] for line in page if "ลงชื่อ" in line]


@pytest.mark.parametrize(
    ("count", "width", "rows"),
    [
        (1, 160, [1]),
        (2, 60, [1, 1]),
        (2, 100, [2]),
        (3, 60, [1, 1, 1]),
        (3, 80, [2, 1]),
        (3, 100, [2, 1]),
        (3, 160, [3]),
        (4, 160, [2, 2]),
    ],
)
def test_signatories_stand_beside_each_other_in_reading_order(count: int, width: int, rows: list[int]) -> None:
    found = signed(count, width)
    assert [len(row) for row in found] == rows
    assert [role for row in found for role in row] == list(ROLES[:count])


def test_signatories_with_longer_names_than_fit_stand_below_each_other() -> None:
    long = Signatory(ROLES[1], "ชื่อยาว " * 8, "")
    assert [len(row) for row in signed(2, 100, long)] == [1, 1]


@pytest.mark.parametrize("width", [100, 160])
def test_a_space_stands_between_a_number_and_its_border(width: int) -> None:
    fields = '[[fields]]\nname = "paid"\nkind = "money"\n'
    marks = "".join(column(f"{number}", f"quarter:{number % 4 + 1}") for number in range(9))
    for made in (fields + column("จ่าย", "paid", "sum = true"), fields + marks + column("จ่าย", "paid", "sum = true")):
        page = printed(form(made), width)
        assert [line[line.index("10,000") + 6 :] for line in page if "10,000" in line] == [" │", " │"]


def test_a_heading_has_few_lines_where_texts_have_room_enough() -> None:
    made = form(column("กิจกรรม", "activity") + column(r"ผลการดำเนินการ\nของรอบที่รายงาน", "dropped"))
    page = printed(made, 60)
    _top, *head = page[: next(at for at, line in enumerate(page) if line.startswith("╞"))]
    assert len(head) <= 3


def test_a_heading_of_balanced_lines_breaks_no_word() -> None:
    assert [line.strip() for line in centred("Quarter 3", 8)] == ["Quarter", "3"]
    assert [line.strip() for line in centred("ปัญหา Difficulties", 13)] == ["ปัญหา", "Difficulties"]
