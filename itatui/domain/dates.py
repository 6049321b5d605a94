"""Days as people type them: in the Buddhist Era or the Gregorian calendar, in figures or with the month's name."""

import re
from datetime import date

from itatui.domain.fiscal_year import BUDDHIST_ERA
from itatui.errors import UsageError
from itatui.locale import _
from itatui.locale.dates import month_named
from itatui.thai import arabic_digits, safe

_ERA_FROM = 2400
"""A year from here on is of the Buddhist Era: no other year that is meant is as large."""


def parse_day(text: str) -> date | None:
    """The day that a person typed; None for nothing. `UsageError` when it names no day.

    15/1/2568, 15-1-2568, 2568-01-15, 15 ม.ค. 2568, 15 มกราคม 2568, 15 Jan 2025, in Arabic or Thai digits; a year of two
    figures is of the Buddhist Era's 2500s.
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
        message = _("{word} is not a day: write it as 15/1/2568, 15 ม.ค. 2568 or 2025-01-15")
        raise UsageError(message.format(word=safe(text))) from None


def _gregorian(year: str) -> int:
    number = int(year) + (2500 if len(year) == 2 else 0)
    return number - BUDDHIST_ERA if number >= _ERA_FROM else number
