"""The Thai government's fiscal year: 1 October to 30 September, counted in the Buddhist Era.

Source: Budget Procedure Act B.E. 2561 (2018), section 4: a fiscal year runs from 1 October to 30 September of
the next year and is named by that next year. The four quarters are of three months each.
"""

from datetime import date, timedelta

from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import arabic_digits, safe

BUDDHIST_ERA = 543
"""Years by which the Buddhist Era is ahead of the Gregorian calendar."""

FIRST_YEAR, LAST_YEAR = 2500, 2699
"""The fiscal years (Buddhist Era) that a register may be of; a Gregorian year can not be mistaken for one."""


def fiscal_year_of(day: date) -> int:
    """The fiscal year (Buddhist Era) that a day falls in."""
    return day.year + BUDDHIST_ERA + (day.month >= 10)


def quarter_of(day: date) -> int:
    """The quarter (1-4) of its fiscal year that a day falls in."""
    return (day.month - 10) % 12 // 3 + 1


def quarter_dates(fiscal_year: int, quarter: int) -> tuple[date, date]:
    """The first and the last day of a quarter (1-4) of a fiscal year (Buddhist Era)."""
    year = fiscal_year - BUDDHIST_ERA
    starts = [date(year - 1, 10, 1), date(year, 1, 1), date(year, 4, 1), date(year, 7, 1), date(year, 10, 1)]
    return starts[quarter - 1], starts[quarter] - timedelta(days=1)


def quarters_ended(fiscal_year: int, today: date) -> frozenset[int]:
    """The quarters (1-4) of a fiscal year (Buddhist Era) whose last day is before `today`."""
    return frozenset(q for q in (1, 2, 3, 4) if quarter_dates(fiscal_year, q)[1] < today)


def check_year(year: int) -> int:
    """The year itself when a register may be of it; `UsageError` otherwise, with the year that was meant."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year
    if FIRST_YEAR <= year + BUDDHIST_ERA <= LAST_YEAR:
        message = _("{year} is not a year of the Buddhist Era: did you mean {meant}?")
    else:
        message = _("{year} is not a fiscal year from {first} to {last} (Buddhist Era)")
    raise UsageError(message.format(year=year, meant=year + BUDDHIST_ERA, first=FIRST_YEAR, last=LAST_YEAR))


def typed_year(text: str) -> int:
    """The fiscal year (Buddhist Era) that a person typed, in Arabic or Thai digits. `UsageError` when it is none."""
    digits = arabic_digits(text.strip())
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 4):
        raise UsageError(_("{word} is not a year").format(word=safe(text)))
    return check_year(int(digits))
