"""Quarters in the words of documents: `ไตรมาส 1 – 4`, `ไตรมาสที่ ๑ ถึง ๔`, `ตลอดปีงบประมาณ`, `ต.ค. 66 – มี.ค. 67`."""

import re
from typing import NamedTuple

from itatui.domain.quarters import ALL, Quarters, quarters
from itatui.thai import arabic_digits

_GAP = r"\s{0,3}"
"""White space between words; bounded, so that a long run of it costs no more than its length."""
_QUARTER = rf"(?:ไตรมาส{_GAP}(?:ที่)?|(?<![A-Za-z])Q(?:uarters?)?){_GAP}"
_NEXT = rf"{_GAP}(?:[-–—,/&]|ถึง|และ|หรือ|and|to)?{_GAP}(?:{_QUARTER})?"
_LIST = rf"[1-4](?:{_NEXT}[1-4](?![0-9]))*(?![0-9])"
_ERA = rf"{_GAP}(?:พ\.{_GAP}ศ\.)?{_GAP}"
_YEAR = rf"(?:{_GAP}/{_GAP}25[0-9]{{2}}|{_GAP}(?:ของ)?(?:ประจำ)?(?:ปีงบประมาณ|ปี){_ERA}(?:25)?[0-9]{{2}}(?![0-9]))?"
_BEFORE = rf"(?:ระยะเวลา)?(?:ดำเนินการ)?{_GAP}(?:ระหว่าง|ภายใน|ใน|ช่วง)?{_GAP}"
_NAMED = rf"{_BEFORE}{_QUARTER}(?P<list>{_LIST}){_YEAR}"
_PLAN = (
    rf"(?:(?:ยังไม่ดำเนินการ|ไม่สามารถดำเนินการได้){_GAP})?"
    rf"\((?:แผน{_GAP}{_QUARTER}(?P<list>{_LIST}){_YEAR}|ไม่ได้กำหนดไว้ในแผน)\)"
)
"""The plan in brackets, as the report words it beside the quarters carried out."""
_WHOLE_YEAR = rf"{_BEFORE}(?:ทุกไตรมาส|ตลอด(?:ทั้ง)?ปี(?:งบประมาณ)?(?:{_ERA}25[0-9]{{2}})?)"
_MONTHS = (
    ("ต.ค.", "ตุลาคม"), ("พ.ย.", "พฤศจิกายน"), ("ธ.ค.", "ธันวาคม"), ("ม.ค.", "มกราคม"),
    ("ก.พ.", "กุมภาพันธ์"), ("มี.ค.", "มีนาคม"), ("เม.ย.", "เมษายน"), ("พ.ค.", "พฤษภาคม"),
    ("มิ.ย.", "มิถุนายน"), ("ก.ค.", "กรกฎาคม"), ("ส.ค.", "สิงหาคม"), ("ก.ย.", "กันยายน"),
)  # fmt: skip
"""Months of a fiscal year, in order."""
_QUARTER_OF_MONTH = {name.replace(".", ""): place // 3 + 1 for place, names in enumerate(_MONTHS) for name in names}
"""Quarters (1-4) of months, whose names are without full stops."""
_MONTH = "|".join(re.escape(name).replace(r"\.", r"\.?\s?") for names in _MONTHS for name in names)
_TICKS = frozenset("✓✔√☑☒✅●•■◉xX×*/1๑üP")
"""Signs in a column of ticks; ü and P are ticks in the font Wingdings."""
_NO_TICKS = frozenset("☐□○✗-–—0๐")


class FoundQuarters(NamedTuple):
    """The quarters in a text."""

    quarters: Quarters
    rest: str
    """The text without the words of the quarters."""


def find_quarters(text: str) -> FoundQuarters:
    """Return the quarters that a text names, and its other words."""
    found: set[int] = set()
    rest, at = "", 0
    for match in re.finditer(f"{_NAMED}|{_WHOLE_YEAR}", arabic_digits(text), re.IGNORECASE):
        found |= _listed(match["list"]) if match["list"] else ALL
        rest, at = rest + text[at : match.start()], match.end()
    return FoundQuarters(quarters(found), rest + text[at:])


class FoundPeriod(NamedTuple):
    """The quarters of a plan and those carried out, as the report words them."""

    planned: Quarters
    done: Quarters
    rest: str
    """The text without their words."""


def find_period(text: str) -> FoundPeriod:
    """Return the quarters of a text. Beside a plan in brackets the others are those carried out."""
    plan = re.search(_PLAN, arabic_digits(text), re.IGNORECASE)
    if plan is None:
        found = find_quarters(text)
        return FoundPeriod(found.quarters, quarters(()), found.rest)
    found = find_quarters(text[: plan.start()] + text[plan.end() :])
    return FoundPeriod(quarters(_listed(plan["list"] or "")), found.quarters, found.rest)


def period_quarters(text: str) -> Quarters:
    """Return the quarters of a cell that names a period: with or without the word, or as months."""
    if found := find_quarters(text).quarters:
        return found
    plain = arabic_digits(text).strip()
    if re.fullmatch(_LIST, plain):
        return quarters(_listed(plain))
    return _months(plain)


def _listed(text: str) -> set[int]:
    """Return the quarters of a list such as `1 – 3` or `1, 3`."""
    found: set[int] = set()
    last = 0
    for between, sign in re.findall("([^1-4]*)([1-4])", text):
        number = int(sign)
        is_range = last and re.search("[-–—]|ถึง|to", between)
        found.update(range(last, number + 1) if is_range else (number,))
        last = number
    return found


def _months(text: str) -> Quarters:
    """Return the quarters of months, from the first to the last of each range."""
    found: set[int] = set()
    last, end = 0, 0
    for match in re.finditer(_MONTH, text):
        number = _QUARTER_OF_MONTH[re.sub(r"[.\s]", "", match[0])]
        is_range = last and re.search("[-–—]|ถึง", text[end : match.start()])
        found.update(range(last, number + 1) if is_range else (number,))
        last, end = number, match.end()
    return quarters(found)


def heading_quarter(heading: str) -> tuple[int, str]:
    """Return the only quarter that a heading names, or that of its only month, and its other words; 0: none."""
    plain = arabic_digits(heading)
    match = re.search(rf"{_QUARTER}([1-4])(?![0-9])(?!\s*(?:[-–—,]|ถึง|และ)\s*[1-4])", plain, re.IGNORECASE)
    if match:
        return int(match[1]), heading[: match.start()] + heading[match.end() :]
    months = _months(plain)
    if len(months) == 1 and re.fullmatch(rf"(?:{_MONTH})\s*[0-9]{{0,4}}", plain.strip()):
        return next(iter(months)), ""
    return 0, heading


def is_tick(text: str) -> bool | None:
    """Return whether a cell is ticked, or not; None if it holds other words."""
    sign = text.strip().strip("()")
    if not sign or sign in _NO_TICKS:
        return False
    return True if sign in _TICKS else None
