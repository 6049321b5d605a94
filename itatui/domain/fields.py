"""The fields that people change: their names, as `set` and the history know them, and what each may hold."""

from enum import Enum
from typing import NamedTuple

from itatui.domain.measure import Measure
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.locale import N_, _


class Kind(Enum):
    """What a field holds."""

    TEXT = "text"
    """Any text, several lines too."""
    LINE = "line"
    """A text of one line."""
    UNITS = "units"
    """Names, a tuple of them."""
    LINKS = "links"
    """`Evidence`, a tuple of them."""
    FLAG = "flag"
    """Whether one quarter is in the set."""
    REPORTER = "reporter"
    """The id of another measure of the same track, or nothing."""
    YEAR = "year"
    """A fiscal year, Buddhist Era."""


class Field(NamedTuple):
    """One field."""

    name: str
    kind: Kind
    title: str
    """What people call it (English; `_` says it in theirs)."""


MEASURE_FIELDS = {
    field.name: field
    for field in (
        Field("activity", Kind.TEXT, N_("Activity")),
        Field("result", Kind.TEXT, N_("Result")),
        Field("reported_with", Kind.REPORTER, N_("Reported with")),
        Field("outcome", Kind.TEXT, N_("Outcome")),
        Field("responsible", Kind.UNITS, N_("Responsible")),
        Field("responsible_text", Kind.LINE, N_("Responsible, as worded")),
        Field("evidence", Kind.LINKS, N_("Evidence")),
        *(Field(f"planned.{number}", Kind.FLAG, N_("Planned")) for number in NUMBERS),
        *(Field(f"done.{number}", Kind.FLAG, N_("Done")) for number in NUMBERS),
    )
}
"""Each quarter is a field of its own, so that two people who tick two quarters do not meet."""

TRACK_FIELDS = {
    field.name: field
    for field in (
        Field("name_th", Kind.LINE, N_("Name in Thai")),
        Field("name_en", Kind.LINE, N_("Name in English")),
        Field("label", Kind.LINE, N_("Name in the report")),
        Field("outcome", Kind.TEXT, N_("Outcome")),
    )
}

REGISTER_FIELDS = {
    field.name: field
    for field in (
        Field("agency", Kind.LINE, N_("Agency")),
        Field("agency_short", Kind.LINE, N_("Agency, in short")),
        Field("fiscal_year", Kind.YEAR, N_("Fiscal year")),
        Field("title", Kind.LINE, N_("Title")),
        Field("subtitle", Kind.LINE, N_("Subtitle")),
    )
}

MEETING_FIELDS = {
    field.name: field
    for field in (
        Field("track", Kind.LINE, N_("Track")),
        Field("late", Kind.FLAG, N_("Late only")),
        Field("reviewed", Kind.FLAG, N_("Reviewed")),
        Field("at", Kind.REPORTER, N_("Stopped at")),
        Field("closed", Kind.LINE, N_("Ended")),
    )
}
"""`reviewed.ID` is one flag for each measure; nobody writes in these fields."""

DECISION_FIELDS = {
    field.name: field
    for field in (
        Field("text", Kind.TEXT, N_("Decision")),
        Field("who", Kind.LINE, N_("To be done by")),
        Field("due", Kind.LINE, N_("Due")),
        Field("done", Kind.FLAG, N_("Carried out")),
    )
}

_FIELDS = {
    "measure": MEASURE_FIELDS,
    "track": TRACK_FIELDS,
    "register": REGISTER_FIELDS,
    "meeting": {},
    "decision": DECISION_FIELDS,
}
"""By the kind of thing, the fields that people write in or tick; those of a meeting are set by what they do."""


def fields_of(thing: Measure | Track | Register) -> dict[str, Field]:
    """The fields of a thing of this sort, by name."""
    if isinstance(thing, Measure):
        return MEASURE_FIELDS
    return TRACK_FIELDS if isinstance(thing, Track) else REGISTER_FIELDS


def field_of(kind: str, field: str) -> Field | None:
    """A field of a `measure`, a `track`, the `register` or a `decision`; None for what is no field, as the order."""
    return _FIELDS[kind].get(field)


def title_of(kind: str, field: str) -> str:
    """What people call a field of a `measure`, a `track` or the `register`, in the language in force."""
    found = field_of(kind, field)
    return _(found.title) if found else field
