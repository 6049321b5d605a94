"""Typed dates, in the Buddhist Era or the Gregorian calendar, with the month as a number or a name; typed times."""

import re
from datetime import date

from itatui.domain.fiscal_year import BUDDHIST_ERA
from itatui.errors import UsageError
from itatui.locale import _
from itatui.locale.dates import month_named
from itatui.thai import arabic_digits, quote

_ERA_FROM = 2400
"""Years from this on are taken as Buddhist Era: no Gregorian year in use is as large."""


def parse_day(text: str) -> date | None:
    """Return the date of a typed text; None if it is blank. `UsageError` if it is not a date.

    Accepts 15/1/2568, 15-1-2568, 2568-01-15, 15 ม.ค. 2568, 15 มกราคม 2568 and 15 Jan 2025, in Arabic or Thai digits. A
    year of two digits is in the 2500s of the Buddhist Era.
    """
    plain = arabic_digits(text).strip().casefold()
    if not plain:
        return None
    plain = re.sub(r"(?<=[^\d\s])(?=\d)|พ\.ศ\.|ค\.ศ\.", " ", plain)
    parts = [part.replace(".", "") for part in re.split(r"[\s/\-]+", plain)]
    try:
        first, middle, last = parts
        if len(first) == 4:
            first, last = last, first
        month = month_named(middle) or int(middle)
        return date(_gregorian(last), month, int(first))
    except (ValueError, OverflowError):
        message = _("{word} is not a date: write it as 15/1/2568, 15 ม.ค. 2568 or 2025-01-15")
        raise UsageError(message.format(word=quote(text))) from None


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


def _gregorian(year: str) -> int:
    number = int(year) + (2500 if len(year) == 2 else 0)
    return number - BUDDHIST_ERA if number >= _ERA_FROM else number
