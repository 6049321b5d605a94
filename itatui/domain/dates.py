"""Typed dates, in the Buddhist Era or the Gregorian calendar, by name, or counted from today; typed times."""

import re
from calendar import monthrange
from datetime import date, timedelta

from itatui.domain.fiscal_year import BUDDHIST_ERA, fiscal_year_of, quarter_dates, quarter_of
from itatui.errors import UsageError
from itatui.locale import _
from itatui.locale.dates import month_named, weekday_named
from itatui.thai import arabic_digits, fold, quote

_ERA_FROM = 2400
"""Years from this on are taken as Buddhist Era: no Gregorian year in use is as large."""
_NOISE = frozenset(
    ["วันที่", "ที่", "วัน", "เดือน", "ปี", "พศ", "คศ", "on", "the", "of", "be", "ce", "ad", "st", "nd", "rd", "th"]
)
"""Words of a date that say nothing about which it is, without full stops."""
_DAYS_AHEAD = {"วันนี้": 0, "today": 0, "พรุ่งนี้": 1, "วันพรุ่งนี้": 1, "tomorrow": 1, "มะรืน": 2, "มะรืนนี้": 2, "วันมะรืน": 2}
_UNITS = {
    **dict.fromkeys(("", "วัน", "d", "day", "days"), "day"),
    **dict.fromkeys(("สัปดาห์", "อาทิตย์", "w", "week", "weeks"), "week"),
    **dict.fromkeys(("เดือน", "m", "month", "months"), "month"),
}


def parse_day(text: str, today: date | None = None) -> date | None:
    """Return the date of a typed text; None if it is blank. `UsageError` if it is not a date.

    Accepts 15/1/2568, 15-1-2568, 15.1.68, 2568-01-15, 15 ม.ค. 2568, 15 มกราคม 2568 and 15 Jan 2025, in Arabic or Thai
    digits. With `today` also days without a year (the next), +14, อีก 2 สัปดาห์, พรุ่งนี้, Friday, สิ้นเดือน, end of May,
    สิ้นไตรมาส 3 and end of Q3/2568. A year of two digits is then that of either era which is nearest to today,
    otherwise in the 2500s of the Buddhist Era. A quarter is one of the fiscal year; without a year, the next to end.
    """
    plain = " ".join(fold(arabic_digits(text)).split())
    if not plain:
        return None
    try:
        found = _counted(plain, today) or _period_end(plain, today) if today else None
        return found or _calendar_day(plain, today)
    except (ValueError, OverflowError):
        message = _("{word} is not a date: write it as 15/1/2568, 15 ม.ค. 2568 or 2025-01-15")
        raise UsageError(message.format(word=quote(text))) from None


def _calendar_day(plain: str, today: date | None) -> date:
    """Return the date of a day, a month and a year; with `today`, the year may be missing. `ValueError` otherwise."""
    plain = re.sub(r"(?<=\d)\.(?=\d)", " ", plain).replace(".", "").replace(",", " ")
    plain = re.sub(r"(?<=[^\d\s])(?=\d)|(?<=\d)(?=[^\d\s])", " ", plain)
    words = [word for word in re.split(r"[\s/\-]+", plain) if word not in _NOISE]
    words = [word for word in words if not weekday_named(word.removeprefix("วัน").removesuffix("ที่"))]
    if not 2 <= len(words) <= 3:
        raise ValueError(plain)
    if len(words) == 3 and len(words[0]) == 4 and words[0].isdecimal():
        words.reverse()
    if month_named(_month_word(words[0])):  # May 20, 2025
        words[:2] = words[1], words[0]
    first, middle, *last = words
    month = month_named(_month_word(middle)) or int(middle)
    if len(first) > 2:
        raise ValueError(plain)
    if last:
        return date(_year(last[0], today), month, int(first))
    return _coming(month, int(first), today)


def _month_word(word: str) -> str:
    return word.removeprefix("เดือน")


def _coming(month: int, number: int, today: date | None) -> date:
    """Return the next such day, from today on; 29 February may be years away. `ValueError` without `today`."""
    if today is not None and 1 <= month <= 12 and number >= 1:
        for year in range(today.year, today.year + 9):
            if number <= monthrange(year, month)[1] and date(year, month, number) >= today:
                return date(year, month, number)
    raise ValueError(month)


def _counted(plain: str, today: date) -> date | None:
    """Return a day counted from today, or the next of a weekday; None if the text says neither."""
    if plain in _DAYS_AHEAD:
        return today + timedelta(days=_DAYS_AHEAD[plain])
    if weekday := weekday_named(plain.removeprefix("วัน").removesuffix("นี้")):
        return today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)
    found = re.fullmatch(r"(?:\+|อีก|ใน|ภายใน|in|within)? ?(\d{1,4}) ?([^\d\s.]*)", plain)
    if not found or found[2] not in _UNITS or not (found[2] or plain[0] == "+"):
        return None
    count, unit = int(found[1]), _UNITS[found[2]]
    if unit != "month":
        return today + timedelta(days=count * (7 if unit == "week" else 1))
    year, month = _month_after(today, count)
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _month_after(day: date, count: int) -> tuple[int, int]:
    """Return the year and the month (1–12) some months after that of a day."""
    months = day.year * 12 + day.month - 1 + count
    return months // 12, months % 12 + 1


def _period_end(plain: str, today: date) -> date | None:
    """Return the last day of a month, a quarter or a fiscal year; None if the text names none.

    Only of a quarter may "end of" be missing.
    """
    found = re.fullmatch(r"(?:ภายใน|ภายในวัน|by|before)? ?(?:the )?(สิ้น|ปลาย|end of|end)? ?(?:the )?(.+)", plain)
    assert found is not None
    has_end, period = bool(found[1]), found[2]
    return _quarter_end(period, today) or (_month_end(period, today) if has_end else None)


def _quarter_end(period: str, today: date) -> date | None:
    """Return the last day of a quarter or fiscal year, given as `ไตรมาส 3`, `q3/2568`, `next quarter`, `ปีงบประมาณ`."""
    year = r"(?: ?[/ ]? ?(?:of )?(?:ปีงบประมาณ|ปีงบ|ปี|fiscal year|fy)? ?(?:พ\.ศ\. ?)?(\d{4}|\d\d))?"
    if found := re.fullmatch(r"(?:ปีงบประมาณ|ปีงบ|(?:this )?fiscal year|fy)(?:นี้)?(?: ?(\d{4}|\d\d))?", period):
        return quarter_dates(_fiscal_year(found[1], today) if found[1] else fiscal_year_of(today), 4)[1]
    if found := re.fullmatch(rf"(?:ไตรมาส(?: ?ที่)?|quarter|q) ?([1-4]){year}", period):
        quarter = int(found[1])
        first = _fiscal_year(found[2], today) if found[2] else fiscal_year_of(today)
        end = quarter_dates(first, quarter)[1]
        return end if found[2] or end >= today else quarter_dates(first + 1, quarter)[1]
    if word := _which(period, "ไตรมาส", "quarter"):
        year_and_quarter = fiscal_year_of(today) * 4 + quarter_of(today) - 1 + (word == "next")
        return quarter_dates(year_and_quarter // 4, year_and_quarter % 4 + 1)[1]
    return None


def _month_end(period: str, today: date) -> date | None:
    """Return the last day of a month, given as `เดือน`, `next month`, `เดือน พ.ค.` or `May 2025`."""
    if word := _which(period, "เดือน", "month"):
        year, month = _month_after(today, int(word == "next"))
        return date(year, month, monthrange(year, month)[1])
    found = re.fullmatch(r"(?:เดือน)? ?([^\d\s]+) ?(?:พ\.ศ\. ?)?(\d{4}|\d\d)?", period)
    month = month_named(found[1].replace(".", "")) if found else 0
    if found is None or not month:
        return None
    year = _year(found[2], today) if found[2] else today.year + (month < today.month)
    return date(year, month, monthrange(year, month)[1])


def _which(period: str, thai: str, english: str) -> str:
    """Return `this` or `next` for a period such as `เดือนนี้` or `next month`; empty if it is another."""
    this = (thai, f"{thai}นี้", english, f"this {english}")
    following = (f"{thai}หน้า", f"next {english}")
    plain = period.replace(f"{thai} ", thai)
    return "this" if plain in this else "next" if plain in following else ""


def _fiscal_year(year: str, today: date) -> int:
    """Return a typed fiscal year in the Buddhist Era."""
    return _year(year, today) + BUDDHIST_ERA


def parse_time(text: str) -> str:
    """Return the time of day of a typed text as `09:30`; empty if it is blank. `UsageError` if it is not a time.

    Accepts 9:30, 9.30, 09.30 น., 930 and 9 น., in Arabic or Thai digits.
    """
    plain = re.sub(r"\s*น\.?$", "", arabic_digits(text).strip())
    if not plain:
        return ""
    found = re.fullmatch(r"([0-9]{1,2})(?:[:.]?([0-9]{2}))?", plain)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise UsageError(_("{word} is not a time: write it as 09:30 or 9.30").format(word=quote(text)))
    return f"{hour:02}:{minute:02}"


def _year(typed: str, today: date | None) -> int:
    """Return the Gregorian year of a typed one of four digits, or of the last two. `ValueError` if it is neither."""
    year = int(typed)
    if len(typed) == 2 and today:
        return min(2500 + year - BUDDHIST_ERA, 2000 + year, key=lambda each: abs(each - today.year))
    if len(typed) == 2:
        year += 2500
    elif len(typed) != 4:
        raise ValueError(typed)
    return year - BUDDHIST_ERA if year >= _ERA_FROM else year
