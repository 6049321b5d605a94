"""Due dates as tables by unit."""

from datetime import date

from itatui.domain.due_dates import due_dates
from itatui.domain.meeting import Decision
from itatui.report.due import due_report
from itatui.report.formats.plain_text import lines
from tests.support import registers
from tests.support.fixtures import english as english

TODAY = date(2024, 5, 15)


def test_each_unit_has_what_it_has_to_do_the_earliest_first_and_the_rest_is_counted() -> None:
    register = registers.late()
    first, *others = register.measures
    decision = Decision("d", "m", first.id, "แนบหลักฐาน", "ผู้อำนวยการกองช่าง", "2024-05-20")
    register = register._replace(measures=(first._replace(responsible=()), *others), decisions=(decision,))
    report = due_report(register, due_dates(register, register.measures), TODAY, 30)
    assert [table.title for table in report.tables] == [
        "สำนักปลัด: 2",
        "ทุกกองงาน: 2",
        "(none yet): 1",
        "ผู้อำนวยการกองช่าง: 1",
    ]
    text = "\n".join(lines(report, 120, thai_digits=False))
    assert "! 31 Dec 2023" in text and "Due later than in 30 days: 5" in text
    assert due_report(register, (), TODAY, 30).notes == ("nothing is due within 30 days",)
