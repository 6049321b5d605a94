"""Due dates as a calendar (RFC 5545) that phones take: an all-day event for each quarter's end and each decision.

The same register gives the same bytes. All days are dates without a time, so no time zone is needed.
"""

import zlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from itatui.domain.due_dates import DueDate
from itatui.domain.register import Register
from itatui.locale import _
from itatui.thai import safe
from itatui.wording.due_dates import due_activity, due_subject, due_who

HEAD = b"BEGIN:VCALENDAR\r\n"
MAX_OCTETS = 75
"""Octets of a line, without its end."""
ALARM_DAYS = 7
"""Days before the last day on which a phone reminds."""


def calendar(register: Register, due_dates: Iterable[DueDate], stamp: str) -> bytes:
    """Return the calendar of due dates. `stamp` is the time of the last change in UTC: 20240115T093000Z."""
    title = _("{agency}, fiscal year {year}").format(
        agency=register.agency_short or register.agency, year=register.fiscal_year
    )
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//itatui//itatui//TH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_escaped(title)}")
    place = f"{register.fiscal_year}-{zlib.crc32(register.agency.encode()):08x}"
    for (day, quarter), group in groupby(_by_event(due_dates), key=lambda each: (each.day, each.quarter)):
        if quarter:
            lines += _event(day, f"{place}-q{quarter}", stamp, *_quarter_words(quarter, list(group)))
        else:
            for each in group:
                name = each.decision.id if each.decision else ""
                lines += _event(day, f"{place}-{name}", stamp, due_subject(each), _line(each))
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _by_event(due_dates: Iterable[DueDate]) -> list[DueDate]:
    return sorted(due_dates, key=lambda each: (each.day, each.quarter))


def _quarter_words(quarter: int, group: list[DueDate]) -> tuple[str, str]:
    """Return the summary and the description of the event of a quarter's end."""
    summary = _("End of quarter {quarter}, measures to be done: {count}").format(quarter=quarter, count=len(group))
    return summary, "\n".join(map(_line, group))


def _line(due_date: DueDate) -> str:
    return f"{due_date.ref} {due_activity(due_date)} ({due_who(due_date)})"


def _event(day: date, name: str, stamp: str, summary: str, description: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{name}@itatui"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(summary)}"
    yield f"DESCRIPTION:{_escaped(description)}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(summary)}"
    yield f"TRIGGER:-P{ALARM_DAYS}D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Return a text as a value of the type TEXT."""
    text = safe(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\t", " ").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return the octets of a line, folded before `MAX_OCTETS` and never inside a character."""
    folded: list[bytes] = []
    rest = line.encode("utf-8")
    while len(rest) > MAX_OCTETS - bool(folded):
        end = MAX_OCTETS - bool(folded)
        while rest[end] & 0xC0 == 0x80:
            end -= 1
        folded.append(rest[:end])
        rest = rest[end:]
    return b"\r\n ".join([*folded, rest]) + b"\r\n"
