"""The edits of one change that bring a proposal into a register, and their counts."""

import os
from collections.abc import Container, Sequence
from decimal import Decimal
from typing import NamedTuple

from itatui.domain.change import Edit, Value
from itatui.domain.edits import GAP, order_at
from itatui.domain.field_text import format_value, parse_value
from itatui.domain.fields import Field, fields_of, value_of, with_value
from itatui.domain.kinds import NUMERIC_KINDS, Kind
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.numbers import is_plain
from itatui.domain.quarters import ALL, NUMBERS
from itatui.domain.register import Register
from itatui.domain.register_diff import difference
from itatui.domain.rounds import round_text, year_result
from itatui.domain.track import Track
from itatui.domain.track_edits import add_track
from itatui.errors import UsageError
from itatui.intake.measure_matches import match_measures
from itatui.intake.notes import quoted
from itatui.intake.printed_links import are_same_links
from itatui.intake.proposal import Proposal, ProposedMeasure, ProposedTrack
from itatui.intake.same_text import is_same
from itatui.intake.unit_names import units_in
from itatui.locale import _


class Guess(NamedTuple):
    """A guessed value that the register lacks."""

    at: int
    """Index of the proposed measure."""
    path: str
    """Field."""
    line: str
    """REF, field and value in words."""


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
    guesses: tuple[Guess, ...] = ()
    """The values that were guessed: taken if they were asked for, else left out."""
    notes: tuple[str, ...] = ()
    """Lines for the user about contents that were left out."""
    conflicts: tuple[Edit, ...] = ()
    """Edits of a unit's sheet that replace a value which others have changed since: they are in no other edits."""
    cleared: tuple[Edit, ...] = ()
    """Edits of a unit's sheet whose cells were emptied: they are in no other edits unless that was asked for."""
    taken: tuple[str, ...] = ()
    """Id of the measure of each proposal; empty: it has none."""


def edits_of(register: Register, proposal: Proposal, *, unsure: bool = False, left_out: Container[int] = ()) -> Import:
    """Return the edits that bring a proposal into a register. Guessed values are left out unless `unsure`.

    `left_out` has the indices of proposed measures that are not taken.
    """
    draft = _Draft(register, proposal, unsure=unsure)
    for track in proposal.tracks:
        draft.put_track(track)
    matches = match_measures(register, proposal.measures)
    for at, (measure, match) in enumerate(zip(proposal.measures, matches, strict=True)):
        if at not in left_out:
            draft.put_measure(at, measure, match)
    draft.link_reports()
    return draft.finished()


class _Draft:
    """A register to which a proposal is being brought: its tracks, and the measures of each."""

    def __init__(self, register: Register, proposal: Proposal, *, unsure: bool) -> None:
        self._before = register
        self._proposal = proposal
        self._takes_unsure = unsure
        self._tracks = {track.code: track for track in register.tracks}
        self._measures = {track.code: list(register.measures_of(track.code)) for track in register.tracks}
        self._fields = {name: field for name, field in fields_of("measure", register).items() if field.edited}
        self._units = {unit for measure in register.measures for unit in measure.responsible}
        self._taken: dict[int, tuple[str, str]] = {}
        """Track and id of the measure of each proposal."""
        self._last: dict[str, int] = {}
        """Place of the last measure of the document in each track."""
        self._guesses: list[tuple[str, Guess]] = []
        """The guessed values, each after the id of its measure."""
        self._notes: list[tuple[str, str]] = []
        """Lines about contents left out, each after the id of its measure; empty: of none."""

    def put_track(self, proposed: ProposedTrack) -> None:
        """Add a track that is new, and set its outcome."""
        known = self._before.track(proposed.code)
        if known is None and proposed.is_new:
            known = Track(proposed.code, proposed.label, label=proposed.label)
            try:
                add_track(self._before, known)
            except UsageError as error:  # its code is that of another record
                self._notes.append(("", _("left out: “{text}”").format(text=error)))
                return
            last = max((track.order for track in self._tracks.values()), default=0.0)
            known = known._replace(order=last + GAP)
            self._measures[known.code] = []
        outcome = dict(proposed.texts).get("outcome", "")
        if known is not None:
            is_new = bool(outcome) and not is_same(known.outcome, outcome)
            self._tracks[known.code] = known._replace(outcome=outcome) if is_new else known

    def put_measure(self, at: int, proposed: ProposedMeasure, match: Measure | None) -> None:
        """Set the values of the matching measure, or add a new one after that of the row before."""
        code = match.track if match else self._track_of(proposed)
        if match is None and not (code and proposed.activity.strip()):
            message = _("left out, no track is named: “{text}”")
            self._notes.append(("", message.format(text=quoted(proposed.activity or proposed.ref))))
            return
        measures = self._measures[code]
        if match is not None:
            place = next(place for place, each in enumerate(measures) if each.id == match.id)
            measure = match
        else:
            place = self._last[code] + 1 if code in self._last else len(measures)
            measure = Measure(os.urandom(4).hex(), code, 0.0, proposed.activity)
            order, spread = order_at(measures, place + 1)
            if orders := {edit.id: edit.after for edit in spread}:
                measures[:] = [each._replace(order=float(str(orders.get(each.id, each.order)))) for each in measures]
            measures.insert(place, measure._replace(order=order))
        for path, value in self._values(measures[place], proposed, at):
            measures[place] = with_value(measures[place], path, value)
        self._taken[at] = code, measures[place].id
        self._last[code] = place

    def _track_of(self, proposed: ProposedMeasure) -> str:
        codes = {code.casefold(): code for code in self._tracks}
        if not proposed.track and len(codes) == 1:
            return next(iter(codes.values()))
        return codes.get(proposed.track.casefold(), "")

    def _values(self, measure: Measure, proposed: ProposedMeasure, at: int) -> list[tuple[str, Value]]:
        """Return the values that differ from those of the measure, by the path of their edit."""
        found: list[tuple[str, Value]] = []
        if proposed.activity.strip() and not is_same(measure.activity, proposed.activity):
            found.append(("activity", proposed.activity))
        found += self._responsible(measure, proposed)
        for name, chosen in (("planned", proposed.planned), ("done", proposed.done)):
            if chosen is not None:
                paths = ((f"{name}.{number}", number in chosen) for number in NUMBERS)
                found += [(path, wanted) for path, wanted in paths if value_of(measure, path) != wanted]
        for path, text in proposed.texts:
            pairs = self._text(measure, self._fields[path], text) if path in self._fields else []
            words = f"{_(self._fields[path].label)}: {text}" if pairs else ""
            if pairs and self._is_wanted(proposed, Guess(at, path, words), measure):
                found += pairs
        if proposed.reported_with < 0 and measure.reported_with and any(path == "result" for path, _value in found):
            found.insert(0, ("reported_with", ""))
        return found

    def _is_wanted(self, proposed: ProposedMeasure, value: Guess, measure: Measure) -> bool:
        """Return whether to take a value. A guessed value is listed in any case."""
        if value.path not in proposed.unsure:
            return True
        self._guesses.append((measure.id, value._replace(line=quoted(value.line))))
        return self._takes_unsure

    def _text(self, measure: Measure, field: Field, text: str) -> list[tuple[str, Value]]:
        """Return the value of a text if it differs from that of the measure, which may report with another."""
        held = self._before.reporter(measure) if self._before.measure(measure.id) else measure
        if self._is_held_by_quarter(held, field, text):
            return []
        try:
            value = parse_value(self._before, measure, field, text)
        except UsageError as error:
            self._notes.append((measure.id, _("left out: “{text}”").format(text=error)))
            return []
        before = field.get(measure)
        words = [format_value(self._before, field, each) for each in (before, value)]
        if before == value or is_same(*words) or (field.kind is Kind.LINKS and are_same_links(before, value)):
            return []
        return [] if _are_same_numbers(field, before, value) else [(field.name, value)]

    def _is_held_by_quarter(self, measure: Measure, field: Field, text: str) -> bool:
        """Return whether a text is that of a round, or of the year, whose quarters the register holds one by one."""
        if field.name == "result" and is_same(year_result(measure), text):
            return True
        if field.name != "result" and f"{field.name}.1" not in self._fields:
            return False
        for quarters in (ALL, *(each.quarters for each in self._before.rounds)):
            held = round_text(measure, quarters, field.name)
            last, number = held.rpartition("\n")[2], text.strip().removesuffix("%").replace(",", "")
            if held and (is_same(held, text) or last == number or _is_sum(held.split("\n"), number)):
                return True
        return False

    def _responsible(self, measure: Measure, proposed: ProposedMeasure) -> list[tuple[str, Value]]:
        words = " ".join(proposed.units.split())
        if not words or is_same(responsible_phrase(measure), words):
            return []
        units = units_in(proposed.units, self._units)
        self._units.update(units)
        changed = measure._replace(responsible=units, responsible_text="")
        phrase = "" if responsible_phrase(changed) == words else words
        phrase = phrase if responsible_phrase(changed._replace(responsible_text=phrase)) == phrase else ""
        pairs: list[tuple[str, Value]] = [("responsible", units), ("responsible_text", phrase)]
        return [(path, value) for path, value in pairs if value_of(measure, path) != value]

    def link_reports(self) -> None:
        """Set the measures that others report on."""
        for at, proposed in enumerate(self._proposal.measures):
            if proposed.reported_with not in self._taken or at not in self._taken:
                continue
            (code, own), (other_code, reporter) = self._taken[at], self._taken[proposed.reported_with]
            measures = self._measures[code]
            place = next(place for place, each in enumerate(measures) if each.id == own)
            measure = measures[place]
            if code != other_code or own == reporter or measure.reported_with == reporter:
                continue
            number = next(number for number, each in enumerate(measures, 1) if each.id == reporter)
            value = f"{_('Reported with')}: {code}-{number}"
            if self._is_wanted(proposed, Guess(at, "reported_with", value), measure):
                measures[place] = measure._replace(reported_with=reporter)

    def finished(self) -> Import:
        """Return the edits from the register before, and their counts."""
        tracks = tuple(self._tracks.values())
        measures = tuple(measure for track in tracks for measure in self._measures[track.code])
        after = self._before._replace(tracks=tracks, measures=measures)
        edits = difference(self._before, after)
        ids = {edit.id for edit in edits if edit.kind == "measure"}
        added = {measure.id for measure in measures if self._before.measure(measure.id) is None}
        changed_tracks = {edit.id for edit in edits if edit.kind == "track"}
        left_out = (_named(after, *note) for note in self._notes)
        return Import(
            edits=edits,
            after=after,
            added=len(added),
            changed=len(ids - added) + len(changed_tracks),
            left=len({own for _code, own in self._taken.values()} - ids),
            guesses=tuple(guess._replace(line=_named(after, name, guess.line)) for name, guess in self._guesses),
            notes=tuple(dict.fromkeys((*self._proposal.notes, *left_out))),
            taken=tuple(self._taken.get(at, ("", ""))[1] for at in range(len(self._proposal.measures))),
        )


def _is_sum(numbers: Sequence[str], text: str) -> bool:
    return all(map(is_plain, (*numbers, text))) and sum(map(Decimal, numbers)) == Decimal(text)


def _are_same_numbers(field: Field, before: Value, after: Value) -> bool:
    if field.kind not in NUMERIC_KINDS:
        return False
    return is_plain(str(before)) and is_plain(str(after)) and Decimal(str(before)) == Decimal(str(after))


def _named(register: Register, measure_id: str, line: str) -> str:
    measure = register.measure(measure_id)
    return f"{register.ref(measure)} {line}" if measure else line
