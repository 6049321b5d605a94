"""Fixed phrases of the report, in Thai in every interface language.

The published report is a Thai document, and its wording is that of the reference report.
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
NOTHING = "–"
NO_VALUE = "(ยังไม่ระบุ)"
NO_EVIDENCE = "(ยังไม่มีหลักฐาน)"
NO_RESULT = "(ยังไม่มีผลการดำเนินการ)"
AS_BEFORE = "(เช่นเดียวกับรายการก่อนหน้า)"
"""In a box, for a value that the boxes before it have as well."""
SUM = "รวม"
NOT_STARTED = "ยังไม่ดำเนินการ"
UNDER_WAY = "อยู่ระหว่างดำเนินการ"
DONE = "ดำเนินการแล้วเสร็จ"
DROPPED = "ไม่สามารถดำเนินการได้"
SIGNED = ("ลงชื่อ", "ตำแหน่ง", "วันที่")
"""Words of the lines for a signature, a position and a date."""
NONE_SELECTED = "(ไม่มีมาตรการที่ตรงกับเงื่อนไขที่เลือก)"


def numbers_phrase(numbers: Sequence[int]) -> str:
    """Return ascending numbers as a list: `1, 3`; three or more in a row as `1 – 4`."""
    runs: list[str] = []
    for _step, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _place, number in group]
        runs.extend([f"{run[0]} – {run[-1]}"] if len(run) > 2 else map(str, run))
    return ", ".join(runs)


def about(numbers: Sequence[int]) -> str:
    """Return the phrase for these measures: `มาตรการที่ 1, 3`."""
    return f"มาตรการที่ {numbers_phrase(numbers)}"


def no_result(numbers: Sequence[int]) -> str:
    """Return the phrase for measures without a result."""
    return f"(ยังไม่มีผลการดำเนินการของ{about(numbers)})"


def reported_with(number: int) -> str:
    """Return the phrase for a measure whose result is printed with another measure."""
    return f"(รายงานร่วมกับ{about((number,))})"


def no_outcome(numbers: Sequence[int]) -> str:
    """Return the phrase for measures without an outcome, beside others that have one."""
    return f"(ยังไม่มีผลลัพธ์ของ{about(numbers)})"


def quarters_planned(planned: Quarters) -> str:
    """Return the phrase for planned quarters (1–4) in a plan."""
    return f"ไตรมาส {phrase(planned)}"


def ticked_rounds(names: Sequence[str], ticked: str) -> str:
    """Return the names of the rounds, each behind brackets, with a tick in those of `ticked`."""
    return "   ".join(f"({'✓' if name == ticked else ' '}) {name}" for name in names)


def carried_out(done: Quarters, fiscal_year: int) -> str:
    """Return the phrase for the quarters (1–4) carried out in a fiscal year (Buddhist Era)."""
    return f"ดำเนินการไตรมาส {phrase(done)} ปีงบประมาณ {fiscal_year}"


def plan_beside(planned: Quarters) -> str:
    """Return the phrase for the planned quarters (1–4), printed below the quarters carried out."""
    return f"(แผน ไตรมาส {phrase(planned)})" if planned else "(ไม่ได้กำหนดไว้ในแผน)"


def not_carried_out(planned: Quarters, fiscal_year: int) -> str:
    """Return the phrase for planned quarters (1–4) of a fiscal year (Buddhist Era) with nothing carried out."""
    return f"ยังไม่ดำเนินการ (แผน ไตรมาส {phrase(planned)} ปีงบประมาณ {fiscal_year})"


def dropped(reason: str) -> str:
    """Return the phrase for a measure that cannot be carried out, in the place of its result."""
    return f"{DROPPED}: {reason}"


def dropped_plan(planned: Quarters, fiscal_year: int) -> str:
    """Return the phrase for planned quarters (1–4) of a fiscal year (Buddhist Era) that cannot be carried out."""
    return f"{DROPPED} (แผน ไตรมาส {phrase(planned)} ปีงบประมาณ {fiscal_year})"


def selected(some: int, of_all: int, narrowing: str = "") -> str:
    """Return the note of a filtered report: `some` of `of_all` measures, and the filter in words."""
    words = f"แสดงเฉพาะมาตรการที่เลือก {some} จาก {of_all} มาตรการ" if some else NONE_SELECTED.strip("()")
    return f"({words}: {narrowing})" if narrowing else f"({words})"
