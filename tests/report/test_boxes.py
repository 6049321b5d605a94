"""The narrow form: what stands in which block."""

from datetime import date

from itatui.report.build import build
from itatui.report.formats.terminal import lines
from tests import reference
from tests.support.printed import read

TODAY = date(2024, 9, 30)


def blocks(width: int = 48) -> list[str]:
    """The blocks of the third track, each on one line."""
    whole = reference.register()
    printed = read(lines(build(whole, whole.measures_of("OIT"), today=TODAY), width))
    return [" ".join(line.strip() for line in row[0]) for row in printed.rows]


def test_a_block_a_measure_then_what_is_the_track_s() -> None:
    assert [block.split()[0] for block in blocks()[1:]] == [
        *["มาตรการหรือกิจกรรมที่ดำเนินการเพื่อส่งเสริมคุณธรรมและ"] * 3,
        "ผู้รับผิดชอบ",
        "ผลลัพธ์หรือความสำเร็จของการดำเนินการ",
    ]


def test_a_measure_that_another_reports_on_says_where() -> None:
    assert "- เจ้าหน้าที่ที่เกี่ยวข้อง" in blocks()[1]
    assert blocks()[2].endswith("- (รายงานร่วมกับมาตรการที่ 1)")
    assert "- อบต.ปากกราน" in blocks()[3]
