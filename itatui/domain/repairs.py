"""The repair of a register's texts: which of them are damaged or doubtful, and the edits that make them whole.

What is damaged is mended with every repair; of what is doubtful, what a person takes. Links are left as they are: a
file's name is right as it is written, whatever it looks like.
"""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from itatui.domain.apply import value_of
from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.field_text import read_value, written
from itatui.domain.fields import Field, Kind, fields_of
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.thai import repair_marks
from itatui.thai.repair.suggestions import Suggestion, apply_suggestions, suggestions

Thing = Measure | Track | Register

_REPAIRED = (Kind.TEXT, Kind.LINE, Kind.UNITS)


class Repair(NamedTuple):
    """One field that is damaged or doubtful."""

    thing: Thing
    """The measure, the track or the register that it is of."""
    field: Field
    text: str
    """What it holds, as a person would write it, with its damage mended."""
    mended: int
    """How many letters that were."""
    doubtful: tuple[Suggestion, ...]
    """The doubtful places of `text`."""

    def repaired(self, some: Container[int]) -> str:
        """The text with those of its suggestions that have these places among them, from 0."""
        return apply_suggestions(self.text, [each for at, each in enumerate(self.doubtful) if at in some])


def repairs(register: Register, things: Sequence[Thing]) -> list[Repair]:
    """The fields of these things that are damaged or doubtful, in order."""
    return [repair for thing in things for repair in _of(register, thing)]


def _of(register: Register, thing: Thing) -> Iterator[Repair]:
    for field in fields_of(thing).values():
        if field.kind in _REPAIRED and (value := value_of(thing, field.name)):
            text = written(register, thing, field)
            if read_value(register, thing, field, text) != value:  # a file edited by hand: more than this would change
                continue
            text, mended = repair_marks(text)
            doubtful = tuple(suggestions(text))
            if mended or doubtful:
                yield Repair(thing, field, text, mended, doubtful)


def things_of(register: Register, named: Measure | Track | None = None) -> list[Thing]:
    """A measure alone, a track with its measures, or the register with all: what there is to be repaired."""
    if isinstance(named, Measure):
        return [named]
    tracks = [named] if named else register.tracks
    its: list[Thing] = [] if named else [register]
    for track in tracks:
        its += [track, *register.measures_of(track.code)]
    return its


def same_thing(register: Register, thing: Thing) -> Thing | None:
    """The same measure, track or register as it is in this register; None when it is gone."""
    if isinstance(thing, Measure):
        return register.measure(thing.id)
    return register.track(thing.code) if isinstance(thing, Track) else register


def repair_edit(register: Register, repair: Repair, some: Container[int] = ()) -> Edit | None:
    """The edit that mends a field and takes these of its suggestions (from 0); None when that changes nothing."""
    after = read_value(register, repair.thing, repair.field, repair.repaired(some))
    edit = set_field(repair.thing, repair.field.name, after)
    return edit if edit.after != edit.before else None
