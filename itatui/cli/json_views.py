"""JSON views of the register for other programs. A stable interface, apart from the file format."""

from collections.abc import Sequence
from datetime import date

from itatui.domain.fields import MEASURE_FIELDS, REGISTER_FIELDS, TRACK_FIELDS, Field, fields_of, kind_of
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.kinds import NUMERIC_KINDS, Kind
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.meeting import Meeting
from itatui.domain.numbers import is_plain
from itatui.domain.register import Register
from itatui.domain.status import late_quarters, status_of
from itatui.domain.track import Track, label_phrase
from itatui.store.format.field_codecs import plain

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any


def measure_view(register: Register, measure: Measure, today: date) -> "dict[str, Any]":
    """Return a measure with derived values; other measures are named by REF."""
    ended = quarters_ended(register.fiscal_year, today)
    reporter = register.reporter(measure)
    derived: dict[str, dict[str, Any]] = {
        "track": {"number": register.number(measure)},
        "reported_with": {"reported_with": register.ref(reporter) if reporter is not measure else None},
        "responsible_text": {"responsible_text": responsible_phrase(measure)},
        "done": {
            "status": status_of(measure, ended).value,
            "late": sorted(late_quarters(measure, ended)),
        },
    }
    view: dict[str, Any] = {"ref": register.ref(measure)}
    for name in Measure._fields:
        if name == "more":
            view |= own_view(register, measure)
        elif name != "order":
            view |= {name: plain(MEASURE_FIELDS[name].get(measure)), **derived.get(name, {})}
    return view


def own_view(register: Register, record: Measure | Track | Register) -> "dict[str, Any]":
    """Return the values beside the attributes of a record by field: numbers as numbers, all others as texts."""
    fields = (field for field in fields_of(kind_of(record), register).values() if field.beside)
    return {
        field.name: record.more.members(field.name)
        if field.kind is Kind.REASONS
        else _number(field, record.more.get(field.name))
        for field in fields
    }


def _number(field: Field, text: str) -> str | int | float | None:
    if field.kind not in NUMERIC_KINDS:
        return text
    if not is_plain(text):
        return text or None
    return float(text) if "." in text else int(text)


def track_view(register: Register, track: Track, today: date, chosen: Sequence[Measure]) -> "dict[str, Any]":
    """Return a track with its measures among the chosen ones."""
    measures = [measure_view(register, measure, today) for measure in chosen if measure.track == track.code]
    names = [name for name, field in TRACK_FIELDS.items() if not (field.beside or name in ("order", "more"))]
    fields = {name: plain(TRACK_FIELDS[name].get(track)) for name in names}
    return {**fields, **own_view(register, track), "label": label_phrase(track), "measures": measures}


def meeting_view(register: Register, meeting: Meeting) -> "dict[str, Any]":
    """Return a meeting. `number` is its place among the meetings of the register, from 1."""
    return {**plain(meeting), "number": register.meetings.index(meeting) + 1}


def register_view(register: Register, today: date, chosen: Sequence[Measure]) -> "dict[str, Any]":
    """Return the register with the chosen measures."""
    return {
        **{
            name: plain(field.get(register))
            for name, field in REGISTER_FIELDS.items()
            if not (field.beside or name == "more")
        },
        **own_view(register, register),
        "fields": [
            {name: plain(value) for name, value in each._asdict().items() if name != "order"}
            for each in register.fields
        ],
        "forms": [form.name for form in register.forms],
        "tracks": [track_view(register, track, today, chosen) for track in register.tracks],
    }
