"""The edits of one change that bring a proposal into a register, and their counts."""

import os
from typing import NamedTuple

from itatui.domain.apply import apply
from itatui.domain.change import Edit, Value
from itatui.domain.edits import add_measure, set_field
from itatui.domain.field_text import format_value, parse_value
from itatui.domain.fields import Field, edited_fields, value_of
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.register_diff import difference
from itatui.domain.rounds import year_result
from itatui.domain.track import Track
from itatui.domain.track_edits import add_track
from itatui.errors import UsageError
from itatui.intake.measure_matches import match_measures
from itatui.intake.proposal import Proposal, ProposedMeasure
from itatui.intake.unit_names import units_in
from itatui.locale import _
from itatui.thai import fold, quote

_QUOTED = 60
"""Cells of a text that a note repeats."""


class Import(NamedTuple):
    """A proposal for the register as it is now."""

    edits: tuple[Edit, ...]
    after: Register
    """The register with the edits."""
    added: int
    """Measures added."""
    changed: int
    """Measures and tracks changed."""
    left: int
    """Measures that are in the register as in the document."""
    guesses: tuple[str, ...] = ()
    """A line for each value that was guessed: taken if they were asked for, else left out."""
    notes: tuple[str, ...] = ()
    """Lines for the user about contents that were left out."""


def edits_of(register: Register, proposal: Proposal, *, unsure: bool = False) -> Import:
    """Return the edits that bring a proposal into a register. Guessed values are left out unless `unsure`."""
    draft = _Draft(register, proposal, unsure=unsure)
    for track in proposal.tracks:
        draft.put_track(track.code, track.label, dict(track.texts), is_new=track.is_new)
    matches = match_measures(draft.register, proposal.measures)
    for at, (measure, match) in enumerate(zip(proposal.measures, matches, strict=True)):
        draft.put_measure(at, measure, match)
    draft.link_reports()
    return draft.finished()


class _Draft:
    """A register to which a proposal is being brought."""

    def __init__(self, register: Register, proposal: Proposal, *, unsure: bool) -> None:
        self.register = self._before = register
        self._proposal = proposal
        self._takes_unsure = unsure
        self._ids: dict[int, str] = {}
        self._units = [unit for measure in register.measures for unit in measure.responsible]
        self._positions: dict[str, int] = {}
        self._guesses: list[str] = []
        self._notes: list[str] = []

    def put_track(self, code: str, label: str, texts: dict[str, str], *, is_new: bool) -> None:
        """Add a track that is new, and set its texts."""
        if is_new and self.register.track(code) is None:
            for edit in add_track(self.register, Track(code, label, label=label)):
                self.register = apply(self.register, edit)
        track = self.register.track(code)
        for path, text in texts.items() if track else ():
            track = self.register.track(code)
            if track and path == "outcome" and not _is_same(track.outcome, text):
                self.register = apply(self.register, set_field(track, path, text))

    def put_measure(self, at: int, proposed: ProposedMeasure, match: Measure | None) -> None:
        """Set the values of the matching measure, or add a new one after that of the row before."""
        code = match.track if match else self._track_of(proposed)
        if match is None and not (code and proposed.activity.strip()):
            message = _("left out, no track is named: “{text}”")
            self._notes.append(message.format(text=quote(proposed.activity or proposed.ref, _QUOTED)))
            return
        measure = match or self._added(code, proposed.activity)
        self._ids[at] = measure.id
        measure = self.register.measure(measure.id) or measure
        for path, value in self._values(measure, proposed, at):
            self.register = apply(self.register, set_field(measure, path, value))
            measure = self.register.measure(measure.id) or measure
        self._positions[code] = self.register.number(measure)

    def _added(self, code: str, activity: str) -> Measure:
        new = Measure(os.urandom(4).hex(), code, 0.0, activity)
        for edit in add_measure(self.register, new, self._position(code)):
            self.register = apply(self.register, edit)
        return self.register.measure(new.id) or new

    def _position(self, code: str) -> int:
        """Return the position after the last measure of the document in its track; 0: last."""
        return self._positions[code] + 1 if code in self._positions else 0

    def _track_of(self, proposed: ProposedMeasure) -> str:
        if (track := self.register.track(proposed.track)) is not None:
            return track.code
        return self.register.tracks[0].code if len(self.register.tracks) == 1 and not proposed.track else ""

    def _values(self, measure: Measure, proposed: ProposedMeasure, at: int) -> list[tuple[str, Value]]:
        """Return the values that differ from those of the measure, by the path of their edit."""
        found: list[tuple[str, Value]] = []
        if proposed.activity.strip() and not _is_same(measure.activity, proposed.activity):
            found.append(("activity", proposed.activity))
        found += self._responsible(measure, proposed)
        for name, chosen in (("planned", proposed.planned), ("done", proposed.done)):
            if chosen is not None:
                paths = ((f"{name}.{number}", number in chosen) for number in NUMBERS)
                found += [(path, wanted) for path, wanted in paths if value_of(measure, path) != wanted]
        fields = edited_fields(measure, self.register)
        for path, text in proposed.texts:
            pairs = self._text(measure, fields[path], text) if path in fields else []
            if pairs and self._is_wanted(proposed, path, f"{_(fields[path].label)}: {quote(text, _QUOTED)}", measure):
                found += pairs
        if proposed.reported_with < 0 and measure.reported_with and any(path == "result" for path, _value in found):
            found.insert(0, ("reported_with", ""))
        return found

    def _is_wanted(self, proposed: ProposedMeasure, path: str, value: str, measure: Measure) -> bool:
        """Return whether to take a value. A guessed one is told in any case."""
        if path not in proposed.unsure:
            return True
        self._guesses.append(f"{self.register.ref(measure)} {value}")
        return self._takes_unsure

    def _text(self, measure: Measure, field: Field, text: str) -> list[tuple[str, Value]]:
        """Return the value of a text if it differs from that of the measure, which may report with another."""
        if field.name == "result" and _is_same(year_result(self.register.reporter(measure)), text):
            return []
        try:
            value = parse_value(self.register, measure, field, text)
        except UsageError as error:
            self._notes.append(_("{ref}: left out: {reason}").format(ref=self.register.ref(measure), reason=error))
            return []
        before = field.get(measure)
        if before == value or _is_same(*(format_value(self.register, field, each) for each in (before, value))):
            return []
        return [(field.name, value)]

    def _responsible(self, measure: Measure, proposed: ProposedMeasure) -> list[tuple[str, Value]]:
        words = " ".join(proposed.units.split())
        if not words or _is_same(responsible_phrase(measure), words):
            return []
        units = units_in(proposed.units, self._units)
        self._units += units
        changed = measure._replace(responsible=units, responsible_text="")
        phrase = "" if responsible_phrase(changed) == words else words
        phrase = phrase if responsible_phrase(changed._replace(responsible_text=phrase)) == phrase else ""
        pairs: list[tuple[str, Value]] = [("responsible", units), ("responsible_text", phrase)]
        return [(path, value) for path, value in pairs if value_of(measure, path) != value]

    def link_reports(self) -> None:
        """Set the measures that others report on."""
        for at, proposed in enumerate(self._proposal.measures):
            if proposed.reported_with not in self._ids or at not in self._ids:
                continue
            measure = self.register.measure(self._ids[at])
            reporter = self.register.measure(self._ids[proposed.reported_with])
            if measure is None or reporter is None or self.register.reporter(measure).id == reporter.id:
                continue
            value = f"{_('Reported with')}: {self.register.ref(reporter)}"
            if measure.track == reporter.track and self._is_wanted(proposed, "reported_with", value, measure):
                self.register = apply(self.register, set_field(measure, "reported_with", reporter.id))

    def finished(self) -> Import:
        """Return the edits from the register before, and their counts."""
        edits = difference(self._before, self.register)
        ids = {edit.id for edit in edits if edit.kind == "measure"}
        added = {measure.id for measure in self.register.measures if self._before.measure(measure.id) is None}
        tracks = {edit.id for edit in edits if edit.kind == "track"}
        return Import(
            edits=edits,
            after=self.register,
            added=len(added),
            changed=len(ids - added) + len(tracks),
            left=len(set(self._ids.values()) - ids),
            guesses=tuple(self._guesses),
            notes=tuple(dict.fromkeys((*self._proposal.notes, *self._notes))),
        )


def _is_same(before: str, after: str) -> bool:
    """Return whether a text of a document says what the register holds: they may differ in white space and in damage.

    Damage that the document alone leaves doubtful is certain where the register has the repaired text.
    """
    return (
        before == after or _key(before) == _key(after) or (_is_near(before, after) and _key(before) == _mended(after))
    )


def _is_near(before: str, after: str) -> bool:
    return bool(before) and abs(len(before) - len(after)) <= max(len(before) // 20, 2)


def _mended(text: str) -> str:
    from itatui.thai.repair.suggestions import apply_suggestions, suggestions  # lazy: it reads the word list

    return _key(apply_suggestions(text, suggestions(text)))


def _key(text: str) -> str:
    return "".join(fold(text).split())
