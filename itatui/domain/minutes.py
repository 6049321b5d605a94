"""The details of the minutes: proposals for a meeting from earlier ones, and the people present."""

import re
from collections.abc import Mapping
from datetime import datetime

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.fields import edited_fields, with_value
from itatui.domain.fiscal_year import BUDDHIST_ERA
from itatui.domain.meeting import Meeting
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.thai import arabic_digits

_CARRIED_OVER = ("place", "chair", "note_taker", "present")
"""Details that are mostly those of the meeting before."""

_NUMBER, _BEFORE_POSITION = r"^\d+[.)]\s*|^\d+\t", r"\s*,\s*|\t+|\s{2,}"
"""What stands before a name and between name and position; ``\\d`` includes Thai digits."""


class Person(NamedTuple):
    """A person present at a meeting."""

    name: str
    position: str = ""


def people(present: str) -> tuple[Person, ...]:
    """Return the people of a list with one a line: name, and position behind a comma, a tab or two spaces.

    A number before the name, as in a list pasted from a document, is left out.
    """
    return tuple(
        Person(*(part.strip() for part in re.split(_BEFORE_POSITION, re.sub(_NUMBER, "", line.strip()), maxsplit=1)))
        for line in present.splitlines()
        if line.strip(" \t,")
    )


def position_of(name: str, present: str) -> str:
    """Return the position of a person in the list of people present; empty if it does not tell."""
    return next((person.position for person in people(present) if name and person.name == name.strip()), "")


def details_of(meeting: Meeting) -> dict[str, str]:
    """Return the details of a meeting's minutes by field."""
    return {name: str(field.get(meeting)) for name, field in edited_fields(meeting).items()}


def changed_details(meeting: Meeting, shown: Meeting, typed: Mapping[str, str]) -> tuple[Edit, ...]:
    """Return the edits of the typed details that differ from those `shown`; `meeting` has the values they replace."""
    differing = {name: text for name, text in typed.items() if details_of(shown)[name] != text}
    edits = (set_field(meeting, name, text) for name, text in differing.items())
    return tuple(edit for edit in edits if edit.before != edit.after)


def proposed(register: Register, meeting: Meeting, now: datetime) -> Meeting:
    """Return the meeting with its empty details proposed: from the latest meeting that has them, and from the clock."""
    earlier = [other for other in reversed(register.meetings) if other.id < meeting.id]
    details = {
        name: next((found for other in earlier if (found := details_of(other)[name])), "") for name in _CARRIED_OVER
    }
    details["no"] = _next_no(register, meeting, earlier)
    if meeting.date == now.date().isoformat() and not meeting.closed:
        details["ended"] = f"{now:%H:%M}"
    for name, found in details.items():
        if not details_of(meeting)[name]:
            meeting = with_value(meeting, name, found)
    return meeting


def _next_no(register: Register, meeting: Meeting, earlier: list[Meeting]) -> str:
    """Return the number after that of the latest numbered meeting of the year, such as `2/2568`.

    The year is the fiscal year, or the calendar year if the agency counts by that.
    """
    year = register.fiscal_year
    for other in earlier:
        if found := re.fullmatch(r"(\d{1,6})\s*/\s*(\d{4})", arabic_digits(other.no.strip()), re.ASCII):
            if int(found[2]) in (year, int(meeting.date[:4]) + BUDDHIST_ERA):
                return f"{int(found[1]) + 1}/{found[2]}"
            return f"1/{year}"
    return f"{len(earlier) + 1}/{year}"
