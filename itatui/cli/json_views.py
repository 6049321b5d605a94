"""JSON views of the register for other programs. A stable interface, apart from the file format."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from itatui.domain.fields import MEASURE_FIELDS, REGISTER_FIELDS, TRACK_FIELDS
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from itatui.domain.status import late_quarters, status_of
from itatui.domain.track import Track, label_phrase
from itatui.store.format.field_codecs import plain


def measure_view(register: Register, measure: Measure, today: date) -> dict[str, Any]:
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
        if name != "order":
            view |= {name: plain(MEASURE_FIELDS[name].get(measure)), **derived.get(name, {})}
    return view


def track_view(register: Register, track: Track, today: date, chosen: Sequence[Measure]) -> dict[str, Any]:
    """Return a track with its measures among the chosen ones."""
    measures = [measure_view(register, measure, today) for measure in chosen if measure.track == track.code]
    fields = {name: plain(field.get(track)) for name, field in TRACK_FIELDS.items() if name != "order"}
    return {**fields, "label": label_phrase(track), "measures": measures}


def meeting_view(register: Register, meeting: Meeting) -> dict[str, Any]:
    """Return a meeting. `number` is its place among the meetings of the register, from 1."""
    return {**plain(meeting), "number": register.meetings.index(meeting) + 1}


def register_view(register: Register, today: date, chosen: Sequence[Measure]) -> dict[str, Any]:
    """Return the register with the chosen measures."""
    return {
        **{name: plain(field.get(register)) for name, field in REGISTER_FIELDS.items()},
        "columns": register.headings._asdict(),
        "tracks": [track_view(register, track, today, chosen) for track in register.tracks],
    }
