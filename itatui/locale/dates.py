"""Days and moments as people of each language write them: the Buddhist Era in Thai, the Gregorian years in English."""

from datetime import date, datetime

from itatui.locale import language

_MONTHS = {
    "th": ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
_FIRST_YEAR = {"th": 543, "en": 0}
"""Years that a language's era is ahead of the Gregorian calendar."""
_QUARTER_STARTS = (10, 1, 4, 7)


def moment(iso: str) -> str:
    """A moment, given in ISO 8601 with its zone, in the zone of this machine: `22 พ.ย. 2569 18:40`.

    What is no such moment is given back as it is: a history may have been edited by hand.
    """
    try:
        when = datetime.fromisoformat(iso).astimezone()
    except (ValueError, OverflowError):
        return iso
    month, year = _MONTHS[language()][when.month - 1], when.year + _FIRST_YEAR[language()]
    return f"{when.day} {month} {year} {when:%H:%M}"


def quarter_months(quarter: int) -> str:
    """The months of a quarter (1-4) of the fiscal year: `เม.ย.–มิ.ย.`."""
    first = _QUARTER_STARTS[quarter - 1] - 1
    months = _MONTHS[language()]
    return f"{months[first]}–{months[first + 2]}"


def day(iso: str) -> str:
    """A day, given in ISO 8601: `22 พ.ย. 2569`. What is no such day is given back as it is."""
    try:
        when = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{when.day} {_MONTHS[language()][when.month - 1]} {when.year + _FIRST_YEAR[language()]}"
