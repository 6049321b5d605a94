"""Repair of the texts of a register: damaged and doubtful fields, and the edits that repair them.

Damage is repaired automatically; a doubtful passage only if the user accepts its suggestion. Links are left alone: a
file name is right as it is written.
"""

from collections.abc import Container, Iterator, Sequence
from typing import TypeAlias

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.field_text import format_field, parse_value
from itatui.domain.fields import Field, edited_fields, id_of, kind_of, units_last
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.thai import repair_text
from itatui.thai.repair.suggestions import Suggestion, apply_suggestions, suggestions

Repairable: TypeAlias = Measure | Track | Register
"""Records with texts that can be damaged."""

_REPAIRED = (Kind.TEXT, Kind.LINE, Kind.UNITS)


class Repair(NamedTuple):
    """A field that is damaged or doubtful."""

    record: Repairable
    """The record of the field."""
    field: Field
    text: str
    """Text of the field with its damage repaired."""
    damage: int
    """Number of letters repaired in it."""
    suggestions: tuple[Suggestion, ...]
    """Suggestions for the doubtful passages of `text`."""

    def repaired(self, some: Container[int]) -> str:
        """Return the text with the suggestions of these indices (from 0) accepted."""
        return apply_suggestions(self.text, [each for at, each in enumerate(self.suggestions) if at in some])


def repairs(register: Register, records: Sequence[Repairable]) -> list[Repair]:
    """Return the damaged and doubtful fields of records, in order."""
    return [repair for record in records for repair in _repairs_of(register, record)]


def _repairs_of(register: Register, record: Repairable) -> Iterator[Repair]:
    for field in units_last(edited_fields(record, register).values()):
        if field.kind in _REPAIRED and (value := field.get(record)):
            text = format_field(register, record, field)
            if parse_value(register, record, field, text) != value:  # edited by hand: a repair would change more
                continue
            text, damage = repair_text(text)
            doubts = tuple(suggestions(text))
            if damage or doubts:
                yield Repair(record, field, text, damage, doubts)


def records_in(register: Register, named: Measure | Track | None = None) -> list[Repairable]:
    """Return the records to be repaired: a measure, a track with its measures, or the register with all."""
    if isinstance(named, Measure):
        return [named]
    tracks = [named] if named else register.tracks
    found: list[Repairable] = [] if named else [register]
    for track in tracks:
        found += [track, *register.measures_of(track.code)]
    return found


def current_record(register: Register, record: Repairable) -> Repairable | None:
    """Return a record as it is in this register; None if it was removed."""
    found = register.lookup(kind_of(record), id_of(record))
    return found if isinstance(found, Repairable) else None


def repair_edit(register: Register, repair: Repair, some: Container[int] = ()) -> Edit | None:
    """Return the edit that repairs a field and accepts the suggestions of these indices (from 0); None if no change."""
    after = parse_value(register, repair.record, repair.field, repair.repaired(some))
    edit = set_field(repair.record, repair.field.name, after)
    return edit if edit.after != edit.before else None
