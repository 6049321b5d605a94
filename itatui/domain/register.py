"""The register: one agency's measures for one fiscal year."""

from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from itatui.domain.measure import Measure
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import arabic_digits

REGISTER_REF = "register"
"""What people type to name the register itself, where `IIT-2` names a measure and `IIT` a track."""


class UnknownRefError(ItatuiError):
    """No measure or track answers to what was typed."""


class Headings(NamedTuple):
    """The words over the report's five columns."""

    track: str = "แบบวัดการรับรู้"
    measures: str = "มาตรการหรือกิจกรรม"
    results: str = "สรุปผลการดำเนินการ"
    responsible: str = "ผู้รับผิดชอบ / ระยะเวลาดำเนินการ"
    outcome: str = "ผลลัพธ์หรือความสำเร็จ"


class _Fields(NamedTuple):
    agency: str
    """The agency's full name."""
    agency_short: str
    """Its short name, for the head of the screen; may be empty."""
    fiscal_year: int
    """Buddhist Era."""
    title: str
    subtitle: str
    headings: Headings
    tracks: tuple[Track, ...]
    """In the order in which they are shown and printed."""
    measures: tuple[Measure, ...]
    """By track, in the tracks' order, then by each measure's own order, then (two added at once) by id."""


class Register(_Fields):
    """A frozen picture of the register. Lookups are built once, on first use; a changed register is a new one."""

    @cached_property
    def _places(self) -> dict[str, int]:
        return {measure.id: place for place, measure in enumerate(self.measures)}

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        spans = {track.code: (0, 0) for track in self.tracks}
        start = 0
        for code, group in groupby(self.measures, key=lambda measure: measure.track):
            end = start + len(list(group))
            spans[code] = (start, end)
            start = end
        return spans

    def with_measure(self, measure: Measure) -> "Register":
        """The register with a measure where the one with its id, its track and its order stands."""
        place = self._places[measure.id]
        changed = self._replace(measures=(*self.measures[:place], measure, *self.measures[place + 1 :]))
        changed._places, changed._spans = self._places, self._spans  # where things stand has not changed
        return changed

    def track(self, code: str) -> Track | None:
        """The track with this code, in whatever case it was typed; None when there is none."""
        wanted = code.casefold()
        return next((track for track in self.tracks if track.code.casefold() == wanted), None)

    def measure(self, measure_id: str) -> Measure | None:
        """The measure with this id; None when there is none (it may have been removed)."""
        place = self._places.get(measure_id)
        return None if place is None else self.measures[place]

    def measures_of(self, code: str) -> tuple[Measure, ...]:
        """The measures of one track, in order."""
        start, end = self._spans.get(code, (0, 0))
        return self.measures[start:end]

    def number(self, measure: Measure) -> int:
        """The measure's number in its track, from 1."""
        return self._places[measure.id] - self._spans[measure.track][0] + 1

    def ref(self, measure: Measure) -> str:
        """What people type and see: `IIT-2`. It follows renumbering."""
        return f"{measure.track}-{self.number(measure)}"

    def reporter(self, measure: Measure) -> Measure:
        """The measure whose result reports on this one: itself, or the one of its track that it is reported with.

        A link to a measure that is gone, of another track, or itself reported with a third, counts as none.
        """
        other = self._linked(measure)
        return measure if other is None or self._linked(other) else other

    def _linked(self, measure: Measure) -> Measure | None:
        other = self.measure(measure.reported_with) if measure.reported_with else None
        return other if other and other.track == measure.track and other.id != measure.id else None

    def find(self, ref: str) -> Measure | Track:
        """What a typed REF names; `UnknownRefError` with what there is instead."""
        if (track := self.track(ref)) is not None:
            return track
        code, _dash, number = ref.rpartition("-")
        number = arabic_digits(number)
        if (track := self.track(code)) is not None and number.isascii() and number.isdigit() and len(number) < 10:
            measures = self.measures_of(track.code)
            if 1 <= int(number) <= len(measures):
                return measures[int(number) - 1]
            message = _("there is no {ref}: {code} has {count} measures")
            raise UnknownRefError(message.format(ref=ref, code=track.code, count=len(measures)))
        codes = ", ".join(track.code for track in self.tracks)
        message = _("there is no {ref}: name a measure as IIT-2, or one of the tracks {codes}")
        raise UnknownRefError(message.format(ref=ref, codes=codes))
