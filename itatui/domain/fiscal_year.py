"""The fiscal year of the Thai government: 1 October to 30 September, in Buddhist Era years.

Source: Budget Procedure Act B.E. 2561 (2018), section 4: a fiscal year runs from 1 October to 30 September of
the next year and is named after that next year. Each of the four quarters has three months.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import arabic_digits, quote

BUDDHIST_ERA = 543
"""Difference in years: Buddhist Era minus Gregorian."""

FIRST_YEAR, LAST_YEAR = 2500, 2699
"""Range of fiscal years (Buddhist Era) of a register; no Gregorian year in use falls into it."""


def fiscal_year_of(day: date) -> int:
    """Return the fiscal year (Buddhist Era) of a day."""
    return day.year + BUDDHIST_ERA + (day.month >= 10)


def quarter_of(day: date) -> int:
    """Return the quarter (1-4) of a day in its fiscal year."""
    return (day.month - 10) % 12 // 3 + 1


def quarter_dates(fiscal_year: int, quarter: int) -> tuple[date, date]:
    """Return the first and the last day of a quarter (1-4) of a fiscal year (Buddhist Era)."""
    year = fiscal_year - BUDDHIST_ERA
    starts = [date(year - 1, 10, 1), date(year, 1, 1), date(year, 4, 1), date(year, 7, 1), date(year, 10, 1)]
    return starts[quarter - 1], starts[quarter] - timedelta(days=1)


@lru_cache(16)  # every row of a list asks
def quarters_ended(fiscal_year: int, today: date) -> frozenset[int]:
    """Return the quarters (1-4) of a fiscal year (Buddhist Era) that ended before `today`."""
    return frozenset(q for q in (1, 2, 3, 4) if quarter_dates(fiscal_year, q)[1] < today)


def check_year(year: int) -> int:
    """Return the year if it is a valid fiscal year. Otherwise `UsageError`, which suggests the year intended."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year
    if FIRST_YEAR <= year + BUDDHIST_ERA <= LAST_YEAR:
        message = _("{year} is not a Buddhist Era year: did you mean {meant}?")
    else:
        message = _("{year} is not a fiscal year from {first} to {last} (Buddhist Era)")
    raise UsageError(message.format(year=year, meant=year + BUDDHIST_ERA, first=FIRST_YEAR, last=LAST_YEAR))


def typed_year(text: str) -> int:
    """Return a typed fiscal year (Buddhist Era), in Arabic or Thai digits. `UsageError` if it is not valid."""
    digits = arabic_digits(text.strip())
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 4):
        raise UsageError(_("{word} is not a year").format(word=quote(text)))
    return check_year(int(digits))


_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
YEAR = "[2๒](?<![0-9๐-๙].)[5๕6๖][0-9๐-๙]{2}(?![0-9๐-๙])"
"""A year in a text, from 2500 to 2699 (Buddhist Era). It begins with a digit, so that letters are skipped fast."""


def replace_year(text: str, old: int, new: int) -> str:
    """Return a text with a year (Buddhist Era) replaced, in Arabic and in Thai digits."""

    def replacement(found: re.Match[str]) -> str:
        if int(found[0]) != old:
            return found[0]
        digits = zip(found[0], str(new), strict=True)
        return "".join(_THAI_DIGITS[int(digit)] if was in _THAI_DIGITS else digit for was, digit in digits)

    return re.sub(YEAR, replacement, text)


def years_in(text: str) -> tuple[str, ...]:
    """Return the years (Buddhist Era, from 2500) in a text as they are written, in order."""
    return tuple(re.findall(YEAR, text))
