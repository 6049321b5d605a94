"""The register: the measures of an agency for a fiscal year."""

from collections.abc import Collection
from functools import cached_property
from itertools import groupby

from itatui.domain.measure import Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.own_field import OwnField
from itatui.domain.own_form import OwnForm
from itatui.domain.rounds import Round
from itatui.domain.signatories import Signatory
from itatui.domain.track import Track
from itatui.domain.values import NO_VALUES, Values
from itatui.errors import ItatuiError
from itatui.locale import _, ngettext
from itatui.thai import arabic_digits, quote

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import TypeAlias, TypeVar

REGISTER_REF = "register"
"""REF of the register itself, as `IIT-2` is the REF of a measure and `IIT` of a track."""


class UnknownRefError(ItatuiError):
    """A typed REF names no measure and no track."""


class _Fields(NamedTuple):
    agency: str
    """Full name of the agency."""
    agency_short: str
    """Short name of the agency, for the header of the screen; may be empty."""
    fiscal_year: int
    """Buddhist Era."""
    title: str
    subtitle: str
    tracks: tuple[Track, ...]
    """In the order in which they are shown and printed."""
    measures: tuple[Measure, ...]
    """Sorted by the order of the tracks, then by `Measure.order`, then by id (two added at the same moment)."""
    meetings: tuple[Meeting, ...] = ()
    """Review meetings, oldest first."""
    decisions: tuple[Decision, ...] = ()
    """Decisions of the meetings, oldest first."""
    rounds: tuple[Round, ...] = ()
    """Rounds of reporting; empty: the year alone."""
    fields: tuple[OwnField, ...] = ()
    """Fields of the register's own, in the order in which they are shown."""
    signatories: tuple[Signatory, ...] = ()
    """Those who sign its tables."""
    forms: tuple[OwnForm, ...] = ()
    """Forms of the register's own, in the order in which they are listed."""
    scores: str = ""
    """Scores of the year before by indicator, as `itatui.domain.scores` writes them."""
    closed: str = ""
    """Day (ISO 8601) on which it was closed, name and fingerprint of the published file; empty: it is open."""
    reopened: str = ""
    """Why it was opened again the last time; empty: it never was."""
    more: Values = NO_VALUES
    """Days on which units have sent their sheets (`sent.กองคลัง`), and why rules do not apply to it (`quiet.claim`)."""


class Register(_Fields):
    """An immutable register. Lookup tables are built on first use; an edit returns a new register."""

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {measure.id: position for position, measure in enumerate(self.measures)}

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        spans = {track.code: (0, 0) for track in self.tracks}
        start = 0
        for code, group in groupby(self.measures, key=lambda measure: measure.track):
            end = start + len(list(group))
            spans[code] = (start, end)
            start = end
        return spans

    @cached_property
    def _codes(self) -> dict[str, Track]:
        return {track.code.casefold(): track for track in self.tracks}

    def with_measure(self, measure: Measure) -> "Register":
        """Return the register with the measure of the same id replaced. Its track and order must be equal."""
        return self.with_measures((measure,))

    def with_measures(self, new: Collection[Measure]) -> "Register":
        """Return the register with the measures of the same ids replaced. Their tracks and orders must be equal."""
        if not new:
            return self
        measures = list(self.measures)
        for measure in new:
            measures[self._positions[measure.id]] = measure
        changed = self._replace(measures=tuple(measures))
        changed._positions, changed._spans = self._positions, self._spans  # still valid: no measure moved
        return changed

    def lookup(self, kind: str, record_id: str) -> "Record | None":
        """Return the record of a kind with an id, as edits name it; None if there is none."""
        if kind == "measure":
            return self.measure(record_id)
        if kind == "track":
            return self.track(record_id)
        if kind == "register":
            return self
        if kind == "field":
            return next((field for field in self.fields if field.name == record_id), None)
        if kind == "form":
            return next((form for form in self.forms if form.name == record_id), None)
        records: tuple[Meeting | Decision, ...] = self.meetings if kind == "meeting" else self.decisions
        return next((record for record in records if record.id == record_id), None)

    def track(self, code: str) -> Track | None:
        """Return the track with this code, ignoring case; None if there is none."""
        return self._codes.get(code.casefold())

    def measure(self, measure_id: str) -> Measure | None:
        """Return the measure with this id; None if there is none."""
        at = self._positions.get(measure_id)
        return None if at is None else self.measures[at]

    def position(self, measure_id: str) -> int:
        """Return the index of a measure in `measures`. `KeyError` if it is not there."""
        return self._positions[measure_id]

    def measures_of(self, code: str) -> tuple[Measure, ...]:
        """Return the measures of a track, in order."""
        start, end = self._spans.get(code, (0, 0))
        return self.measures[start:end]

    def number(self, measure: Measure) -> int:
        """Return the number of a measure in its track, from 1."""
        return self._positions[measure.id] - self._spans[measure.track][0] + 1

    def ref(self, measure: Measure) -> str:
        """Return the REF that users type and see, such as `IIT-2`. It follows renumbering."""
        return f"{measure.track}-{self.number(measure)}"

    def reporter(self, measure: Measure) -> Measure:
        """Return the measure whose result covers this one: itself, or the measure of its `reported_with` link.

        A link to a missing measure, to another track, or to a measure that is itself reported with a third counts
        as none.
        """
        other = self._linked(measure)
        return measure if other is None or self._linked(other) else other

    def _linked(self, measure: Measure) -> Measure | None:
        other = self.measure(measure.reported_with) if measure.reported_with else None
        return other if other and other.track == measure.track and other.id != measure.id else None

    def find(self, ref: str) -> Measure | Track:
        """Return the measure or track of a typed REF. `UnknownRefError` lists the valid ones."""
        if (track := self.track(ref)) is not None:
            return track
        code, _dash, number = ref.rpartition("-")
        number = arabic_digits(number)
        if (track := self.track(code)) is not None and number.isascii() and number.isdigit() and len(number) < 10:
            measures = self.measures_of(track.code)
            if 1 <= int(number) <= len(measures):
                return measures[int(number) - 1]
            message = ngettext(
                "there is no {ref}: {code} has {count} measure",
                "there is no {ref}: {code} has {count} measures",
                len(measures),
            )
            raise UnknownRefError(message.format(ref=quote(ref), code=quote(track.code), count=len(measures)))
        codes = ", ".join(track.code for track in self.tracks)
        message = _("there is no {ref}: name a measure, such as IIT-2, or one of the tracks {codes}")
        raise UnknownRefError(message.format(ref=quote(ref), codes=quote(codes)))


Record: "TypeAlias" = Measure | Track | Register | OwnField | OwnForm | Meeting | Decision
"""Everything that has fields; see `itatui.domain.fields`."""
if TYPE_CHECKING:
    AnyRecord = TypeVar("AnyRecord", bound=Record)
