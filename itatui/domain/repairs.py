"""Repair of the texts of a register: damaged and doubtful fields, and the edits that repair them.

Damage is repaired automatically; a doubtful passage only if the user accepts its suggestion. Links are left alone: a
file name is right as it is written.
"""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.field_text import read_value, written
from itatui.domain.fields import Field, Kind, edited_fields, id_of, kind_of, units_last
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.thai import repair_marks
from itatui.thai.repair.suggestions import Suggestion, apply_suggestions, suggestions

Thing: TypeAlias = Measure | Track | Register
"""Records with texts that can be damaged."""

_REPAIRED = (Kind.TEXT, Kind.LINE, Kind.UNITS)


class Repair(NamedTuple):
    """A field that is damaged or doubtful."""

    thing: Thing
    """The record of the field."""
    field: Field
    text: str
    """Text of the field with its damage repaired."""
    mended: int
    """Number of letters repaired in it."""
    doubtful: tuple[Suggestion, ...]
    """Suggestions for the doubtful passages of `text`."""

    def repaired(self, some: Container[int]) -> str:
        """Return the text with the suggestions of these indices (from 0) accepted."""
        return apply_suggestions(self.text, [each for at, each in enumerate(self.doubtful) if at in some])


def repairs(register: Register, things: Sequence[Thing]) -> list[Repair]:
    """Return the damaged and doubtful fields of records, in order."""
    return [repair for thing in things for repair in _repairs_of(register, thing)]


def _repairs_of(register: Register, thing: Thing) -> Iterator[Repair]:
    for field in units_last(edited_fields(thing).values()):
        if field.kind in _REPAIRED and (value := field.get(thing)):
            text = written(register, thing, field)
            if read_value(register, thing, field, text) != value:  # edited by hand: a repair would change more
                continue
            text, mended = repair_marks(text)
            doubtful = tuple(suggestions(text))
            if mended or doubtful:
                yield Repair(thing, field, text, mended, doubtful)


def things_of(register: Register, named: Measure | Track | None = None) -> list[Thing]:
    """Return the records to be repaired: a measure, a track with its measures, or the register with all."""
    if isinstance(named, Measure):
        return [named]
    tracks = [named] if named else register.tracks
    found: list[Thing] = [] if named else [register]
    for track in tracks:
        found += [track, *register.measures_of(track.code)]
    return found


def same_thing(register: Register, thing: Thing) -> Thing | None:
    """Return a record as it is in this register; None if it was removed."""
    found = register.lookup(kind_of(thing), id_of(thing))
    return found if isinstance(found, Thing) else None


def repair_edit(register: Register, repair: Repair, some: Container[int] = ()) -> Edit | None:
    """Return the edit that repairs a field and accepts the suggestions of these indices (from 0); None if no change."""
    after = read_value(register, repair.thing, repair.field, repair.repaired(some))
    edit = set_field(repair.thing, repair.field.name, after)
    return edit if edit.after != edit.before else None
