"""The words that the report adds to the register's own. They are Thai in every language of the program:
the published report is a Thai document, and its wording is that of the reference report.
"""

from collections.abc import Sequence
from itertools import groupby

from itatui.domain.quarters import Quarters, phrase

NO_TITLE = "(ยังไม่มีชื่อรายงาน)"
NO_MEASURES = "(ยังไม่มีมาตรการ)"
NO_ACTIVITY = "(ยังไม่ระบุมาตรการ)"
NO_RESPONSIBLE = "(ยังไม่ระบุผู้รับผิดชอบ)"
NO_PERIOD = "ยังไม่กำหนดระยะเวลา"
NO_OUTCOME = "(ยังไม่มีผลลัพธ์)"
NONE_SELECTED = "(ไม่มีมาตรการที่ตรงกับเงื่อนไขที่เลือก)"


def numbers_phrase(numbers: Sequence[int]) -> str:
    """Ascending numbers as people list them: `1, 3`, and three or more in a row as `1 – 4`."""
    runs: list[str] = []
    for _step, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _place, number in group]
        runs.extend([f"{run[0]} – {run[-1]}"] if len(run) > 2 else map(str, run))
    return ", ".join(runs)


def about(numbers: Sequence[int]) -> str:
    """Which measures are meant: `มาตรการที่ 1, 3`."""
    return f"มาตรการที่ {numbers_phrase(numbers)}"


def no_result(numbers: Sequence[int]) -> str:
    """That no result reports on these measures yet."""
    return f"(ยังไม่มีผลการดำเนินการของ{about(numbers)})"


def reported_with(number: int) -> str:
    """That the result which reports on a measure stands with another one."""
    return f"(รายงานร่วมกับ{about((number,))})"


def no_outcome(numbers: Sequence[int]) -> str:
    """That nothing is said of what came of these measures, where something is of others."""
    return f"(ยังไม่มีผลลัพธ์ของ{about(numbers)})"


def carried_out(done: Quarters, fiscal_year: int) -> str:
    """In which quarters (1-4) of a fiscal year (Buddhist Era) something was carried out."""
    return f"ดำเนินการไตรมาส {phrase(done)} ปีงบประมาณ {fiscal_year}"


def plan_beside(planned: Quarters) -> str:
    """The planned quarters (1-4), to stand below others that were carried out."""
    return f"(แผน ไตรมาส {phrase(planned)})" if planned else "(ไม่ได้กำหนดไว้ในแผน)"


def not_carried_out(planned: Quarters, fiscal_year: int) -> str:
    """That nothing was carried out yet in the planned quarters (1-4) of a fiscal year (Buddhist Era)."""
    return f"ยังไม่ดำเนินการ (แผน ไตรมาส {phrase(planned)} ปีงบประมาณ {fiscal_year})"


def selected(some: int, of_all: int, narrowing: str = "") -> str:
    """That the report holds some of the register's measures only; and which ones, in words that are given."""
    words = f"แสดงเฉพาะมาตรการที่เลือก {some} จาก {of_all} มาตรการ" if some else NONE_SELECTED.strip("()")
    return f"({words}: {narrowing})" if narrowing else f"({words})"
