"""The boxes of the report on narrow terminals."""

from datetime import date

from itatui.report.build import build
from itatui.report.formats.plain_text import lines
from tests import reference
from tests.support.printed_table import read

TODAY = date(2024, 9, 30)


def blocks(width: int = 48) -> list[str]:
    """Return the blocks of the third track, each as a line."""
    register = reference.register()
    printed = read(lines(build(register, register.measures_of("OIT"), today=TODAY), width))
    return [" ".join(line.strip() for line in row[0]) for row in printed.rows]


def test_blocks_of_measures_come_before_those_of_the_track() -> None:
    assert [block.split()[0] for block in blocks()[1:]] == [
        *["มาตรการหรือกิจกรรมที่ดำเนินการเพื่อส่งเสริมคุณธรรมและ"] * 3,
        "ผู้รับผิดชอบ",
        "ผลลัพธ์หรือความสำเร็จของการดำเนินการ",
    ]


def test_measure_reported_with_another_names_it() -> None:
    assert "- เจ้าหน้าที่ที่เกี่ยวข้อง" in blocks()[1]
    assert blocks()[2].endswith("- (รายงานร่วมกับมาตรการที่ 1)")
    assert "- อบต.ปากกราน" in blocks()[3]
