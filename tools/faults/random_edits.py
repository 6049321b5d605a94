"""Random edits of a register from the domain functions, on few values so that users often collide."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

from itatui.domain.change import ORDER, TRACK, WHOLE, Edit, Value
from itatui.domain.edits import add_measure, move_measure, remove_measure, set_field
from itatui.domain.fields import edited_paths, field_at, id_of, is_own_path, kind_of, own_paths, value_of
from itatui.domain.kinds import Kind
from itatui.domain.measure import Evidence, Measure
from itatui.domain.own_field import OwnField
from itatui.domain.own_form import OwnForm
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.domain.rounds import Round
from itatui.domain.signatories import Signatory
from itatui.domain.track import Track
from tests.support.samples import records_of
from tools.faults.shape_edits import shape_edit

Thing = Measure | Track | Register
Record = Thing | OwnField | OwnForm
Key = tuple[str, str, str]
"""Kind, id and field of a value; the empty field stands for the existence of a record."""

_WHOLE = (Measure, Track, OwnField, OwnForm)
_TEXTS = ("", "ก", "ข", "ก\nข")
_VALUES: dict[Kind, tuple[Value, ...]] = {
    Kind.TEXT: _TEXTS,
    Kind.LINE: ("", "ก", "ข"),
    Kind.UNITS: ((), ("ก",), ("ก", "ข")),
    Kind.LINKS: ((), (Evidence("ก", "ข"),)),
    Kind.FLAG: (True, False),
    Kind.YEAR: (2567, 2568, 2569),
    Kind.ROUNDS: ((), (Round("6 เดือน", quarters({1, 2})),)),
    Kind.SCORES: ("", "1 = 85.5", "1 = 85.5\n2 = 90"),
    Kind.SIGNATORIES: ((), (Signatory("ก", "ข"),)),
}


def random_edit(chance: Random, register: Register, new_id: str) -> tuple[Edit, ...]:
    """Return a random edit: fields of a record set; a measure added, removed or moved; or the register's own shape."""
    if chance.random() < 0.25 and (edits := shape_edit(chance, register)):
        return edits
    operation = chance.randrange(10)
    if operation == 0 or not register.measures:
        code = chance.choice(register.tracks).code
        place = chance.randrange(len(register.measures_of(code)) + 2)
        return add_measure(register, Measure(new_id, code, 0.0, chance.choice(_TEXTS)), place)
    measure: Measure = _pick(chance, register.measures)
    if operation == 1:
        return remove_measure(measure)
    if operation == 2:
        return move_measure(register, measure, chance.randint(1, len(register.measures_of(measure.track))))
    thing: Thing = _pick(chance, records_of(register)) if operation == 3 else measure
    paths = chance.sample(edited_paths(thing), chance.choice((1, 1, 1, 3)))
    return tuple(set_field(thing, path, _value(chance, register, _kind(thing, path))) for path in paths)


def _kind(thing: Thing, path: str) -> Kind:
    field = field_at(kind_of(thing), path)
    assert field is not None
    return Kind.FLAG if field.kind is Kind.QUARTERS else field.kind


def _pick(chance: Random, some: Sequence[Any]) -> Any:
    """Return an item, mostly among the first, so that users often collide."""
    return some[min(int(chance.expovariate(0.7)), len(some) - 1)]


def _value(chance: Random, register: Register, kind: Kind) -> Value:
    if kind is Kind.MEASURE:
        return chance.choice(["", *(measure.id for measure in register.measures[:2])])
    return chance.choice(_VALUES[kind])


def all_values(register: Register) -> dict[Key, Value]:
    """Return all values of a register by key."""
    found: dict[Key, Value] = {}
    for thing in (*records_of(register), *register.fields, *register.forms):
        found |= _values_of(thing)
    return found


def _values_of(thing: Record) -> dict[Key, Value]:
    kind, name = kind_of(thing), id_of(thing)
    found = {(kind, name, field): _field_value(thing, field) for field in edited_paths(thing)}
    found |= {(kind, name, path): value_of(thing, path) for path in own_paths(thing)}
    if not isinstance(thing, Register):
        found |= {(kind, name, WHOLE): True, (kind, name, ORDER): thing.order}
    if isinstance(thing, Measure):
        found |= {(kind, name, TRACK): thing.track}
    return found


def _field_value(thing: Record, field: str) -> Value:
    """Return the value of a field without the functions of itatui."""
    name, dot, quarter = field.partition(".")
    is_beside = (dot and name not in ("planned", "done")) or not hasattr(thing, name)
    if is_beside and isinstance(thing, Measure | Track):
        return next((text for own, text in thing.more.pairs if own == field), "")
    value: Value = int(quarter) in getattr(thing, name) if dot else getattr(thing, name)
    return value


def values_after(edits: Iterable[Edit]) -> dict[Key, Value]:
    """Return the values after the edits by key; None where a record is removed, and where it has no own value."""
    found: dict[Key, Value] = {}
    for edit in edits:
        if edit.field != WHOLE:
            own = is_own_path(edit.kind, edit.field)
            found[edit.kind, edit.id, edit.field] = (edit.after or None) if own else edit.after
        elif isinstance(edit.after, _WHOLE):
            found |= _values_of(edit.after)
        elif isinstance(edit.before, _WHOLE):
            found |= dict.fromkeys(_values_of(edit.before))
    return found


def records_needed(edits: Iterable[Edit]) -> set[Key]:
    """Return the keys of the records that must exist for the edits: their own, the tracks and fields they name."""
    found: set[Key] = set()
    for edit in edits:
        found.add((edit.kind, edit.id, WHOLE))
        if edit.field == TRACK:
            found.add(("track", str(edit.after), WHOLE))
        elif edit.field == WHOLE and isinstance(edit.after, Measure):
            found.add(("track", edit.after.track, WHOLE))
        holder = edit.after if isinstance(edit.after, Measure | Track) else None
        paths = own_paths(holder) if holder else [edit.field] if is_own_path(edit.kind, edit.field) else []
        found |= {("field", path.partition(".")[0], WHOLE) for path in paths}
    return found


def values_before(edits: Iterable[Edit]) -> dict[Key, Value]:
    """Return the values that the edits replace, by key."""
    return values_after(edit.inverse() for edit in reversed(list(edits)))
