"""Between the documents of the meetings' two tables and the values of the domain: checked on the way in.

It is imported only where a file has had a meeting.
"""

from typing import Any

from itatui.domain.dates import parse_day
from itatui.domain.fields import DECISION_FIELDS, MEETING_FIELDS, Kind
from itatui.domain.meeting import Decision, Meeting
from itatui.errors import UsageError
from itatui.locale import _
from itatui.store.format.json_reader import Document, NotARegisterError, Tables

TABLES = {"meeting": "meetings", "decision": "decisions"}
"""The table of each kind of thing."""

_MEETING = ("id", "date", "track", "at", "closed")
_DECISION = ("id", "meeting", "measure", "text", "who", "due")


def meetings_of(tables: Tables) -> tuple[tuple[Meeting, ...], tuple[Decision, ...]]:
    """The meetings and decisions in a file's tables, oldest first. `NotARegisterError`."""
    meetings = sorted(map(meeting_of, tables.get("meetings", {}).values()))
    decisions = sorted(map(decision_of, tables.get("decisions", {}).values()))
    if len({meeting.id for meeting in meetings}) != len(meetings):
        raise NotARegisterError(_("two meetings have the same id"))
    if len({decision.id for decision in decisions}) != len(decisions):
        raise NotARegisterError(_("two decisions have the same id"))
    return tuple(meetings), tuple(decisions)


def meeting_of(document: Document) -> Meeting:
    """The meeting in a document."""
    name, day, track, at, closed = _texts(document, _MEETING, "meeting")
    late, reviewed = document.get("late", False), document.get("reviewed", [])
    if not name or not _is_day(day):
        raise _wrong("meeting", "id" if not name else "date")
    if type(late) is not bool:
        raise _wrong("meeting", "late")
    if type(reviewed) is not list or any(type(each) is not str for each in reviewed) or _twice(reviewed):
        raise _wrong("meeting", "reviewed")
    return Meeting(name, day, track, late, at, closed, tuple(reviewed))


def decision_of(document: Document) -> Decision:
    """The decision in a document."""
    name, meeting, measure, text, who, due = _texts(document, _DECISION, "decision")
    done = document.get("done", False)
    if not name or type(done) is not bool or (due and not _is_day(due)):
        raise _wrong("decision", "id" if not name else "done" if type(done) is not bool else "due")
    return Decision(name, meeting, measure, text, who, due, done)


def fits(kind: str, name: str, field: str, value: object) -> bool:
    """Whether a field of a `meeting` or `decision` may hold this; `KeyError` when there is no such field."""
    if not field:
        whole = Meeting if kind == "meeting" else Decision
        return value is None or (isinstance(value, whole) and value.id == name)
    fields = MEETING_FIELDS if kind == "meeting" else DECISION_FIELDS
    return type(value) is (bool if fields[field.partition(".")[0]].kind is Kind.FLAG else str)


def _texts(document: Document, names: tuple[str, ...], place: str) -> list[str]:
    for name in names:
        if type(document.get(name, "")) is not str:
            raise _wrong(place, name)
    return [document.get(name, "") for name in names]


def _is_day(text: str) -> bool:
    try:
        day = parse_day(text)
    except UsageError:
        return False
    return day is not None and day.isoformat() == text


def _twice(names: list[Any]) -> bool:
    return len(set(names)) != len(names)


def _wrong(place: str, name: str) -> NotARegisterError:
    return NotARegisterError(_("{place} has a {field} of the wrong kind").format(place=place, field=name))
