"""The register, its tracks and measures as JSON data for other programs."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.register import Register
from itatui.domain.status import late_quarters, status_of
from itatui.domain.track import Track, label_phrase


def measure_view(register: Register, measure: Measure, today: date) -> dict[str, Any]:
    """Return a measure with its derived values; other measures are named by REF."""
    ended = quarters_ended(register.fiscal_year, today)
    reporter = register.reporter(measure)
    return {
        "ref": register.ref(measure),
        "id": measure.id,
        "track": measure.track,
        "number": register.number(measure),
        "activity": measure.activity,
        "result": measure.result,
        "reported_with": register.ref(reporter) if reporter is not measure else None,
        "responsible": list(measure.responsible),
        "responsible_text": responsible_phrase(measure),
        "planned": sorted(measure.planned),
        "done": sorted(measure.done),
        "status": status_of(measure.planned, measure.done, ended).value,
        "late": sorted(late_quarters(measure.planned, measure.done, ended)),
        "outcome": measure.outcome,
        "evidence": [link._asdict() for link in measure.evidence],
    }


def track_view(register: Register, track: Track, today: date, chosen: Sequence[Measure]) -> dict[str, Any]:
    """Return a track with its chosen measures."""
    measures = [measure_view(register, measure, today) for measure in chosen if measure.track == track.code]
    return {**track._asdict(), "label": label_phrase(track), "measures": measures}


def register_view(register: Register, today: date, chosen: Sequence[Measure]) -> dict[str, Any]:
    """Return the register with its chosen measures."""
    return {
        "agency": register.agency,
        "agency_short": register.agency_short,
        "fiscal_year": register.fiscal_year,
        "title": register.title,
        "subtitle": register.subtitle,
        "columns": register.headings._asdict(),
        "tracks": [track_view(register, track, today, chosen) for track in register.tracks],
    }
