"""Dates and times in the current language: Buddhist Era years in Thai, Gregorian years in English."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from itatui.locale import language


def _by_language(**names: str) -> dict[str, list[str]]:
    return {spoken: words.split() for spoken, words in names.items()}


_MONTHS = _by_language(
    th="ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
    en="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
)
_LONG_MONTHS = _by_language(
    th="มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    en="January February March April May June July August September October November December",
)
_WEEKDAYS = _by_language(
    th="จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์",
    en="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)
_ERA_OFFSET = {"th": 543, "en": 0}
"""Difference in years from the Gregorian calendar."""
_QUARTER_STARTS = (10, 1, 4, 7)


def _dated(day: date, months: Mapping[str, Sequence[str]], era: str = "") -> str:
    """Format a date with the names of months by language, and words before its year."""
    return f"{day.day} {months[language()][day.month - 1]} {era}{day.year + _ERA_OFFSET[language()]}"


def moment(iso: str) -> str:
    """Format an ISO 8601 date and time with zone in local time: `22 พ.ย. 2569 18:40`.

    Malformed input is returned unchanged: the history may have been edited by hand.
    """
    try:
        when = datetime.fromisoformat(iso).astimezone()
    except (ValueError, OverflowError):
        return iso
    return f"{_dated(when, _MONTHS)} {when:%H:%M}"


def long_day(day: date) -> str:
    """Format a date in full, with Arabic digits: `15 มกราคม พ.ศ. 2567`, `15 January 2024`."""
    return _dated(day, _LONG_MONTHS, "พ.ศ. " if language() == "th" else "")


def thai_day(day: date) -> str:
    """Format a date in full in Thai in every interface language: `15 มกราคม 2567`."""
    return f"{day.day} {_LONG_MONTHS['th'][day.month - 1]} {day.year + _ERA_OFFSET['th']}"


def long_moment(iso: str) -> str:
    """Format like `moment`, in full: `15 มกราคม พ.ศ. 2567 เวลา 18:40 น.`, `15 January 2024, 18:40`."""
    try:
        when = datetime.fromisoformat(iso).astimezone()
    except (ValueError, OverflowError):
        return iso
    return f"{long_day(when)} เวลา {when:%H:%M} น." if language() == "th" else f"{long_day(when)}, {when:%H:%M}"


def weekday_and_day(day: date) -> str:
    """Format a date with its day of the week: `วันพุธที่ 15 มกราคม 2568`, `Wednesday 15 January 2025`."""
    name = _WEEKDAYS[language()][day.weekday()]
    return f"{f'วัน{name}ที่' if language() == 'th' else name} {_dated(day, _LONG_MONTHS)}"


def clock(time: str) -> str:
    """Format a time of day given as `09:30`: `09.30 น.` in Thai, `09:30` in English. Format other text likewise."""
    return f"{time.replace(':', '.')} น." if language() == "th" else time


@lru_cache(256)
def month_named(word: str) -> int:
    """Return the month (1–12) with this full or short name, without full stops, in any language; 0 if unknown."""
    wanted = word.casefold()
    for names in (*_MONTHS.values(), *_LONG_MONTHS.values()):
        for number, name in enumerate(names, 1):
            if name.replace(".", "").casefold() == wanted:
                return number
    return 0


def weekday_named(word: str) -> int:
    """Return the weekday (1: Monday, to 7) of a name or its first three letters, in any language; 0 if unknown."""
    wanted = word.casefold()
    for names in _WEEKDAYS.values():
        for number, name in enumerate(names, 1):
            if len(wanted) > 2 and name.casefold().startswith(wanted):
                return number
    return 0


def quarter_months(quarter: int) -> str:
    """Return the months of a quarter (1–4) of the fiscal year: `เม.ย.–มิ.ย.`."""
    first = _QUARTER_STARTS[quarter - 1] - 1
    months = _MONTHS[language()]
    return f"{months[first]}–{months[first + 2]}"


def quarter_end(quarter: int) -> str:
    """Return the last day of a quarter (1–4) of the fiscal year: `30 มิ.ย.`."""
    month = (_QUARTER_STARTS[quarter - 1] + 1) % 12
    return f"{31 if month in (2, 11) else 30} {_MONTHS[language()][month]}"


def day(iso: str, *, full: bool = False) -> str:
    """Format a day given in ISO 8601: `22 พ.ย. 2569`, with `full` `22 พฤศจิกายน 2569`. Return other text unchanged."""
    try:
        when = date.fromisoformat(iso)
    except ValueError:
        return iso
    return _dated(when, _LONG_MONTHS if full else _MONTHS)
