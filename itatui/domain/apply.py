"""How an edit changes a register: pure, and strict about the value that it replaces."""

from bisect import bisect
from typing import Any, TypeVar

from itatui.domain.change import WHOLE, ConflictError, Edit, Value
from itatui.domain.fields import title_of
from itatui.domain.fiscal_year import check_year
from itatui.domain.measure import Measure
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import _

Thing = TypeVar("Thing", Measure, Track, Register)


def value_of(thing: Measure | Track | Register, field: str) -> Value:
    """What a field of a thing holds."""
    name, _dot, quarter = field.partition(".")
    value: Value = getattr(thing, name)
    return int(quarter) in getattr(thing, name) if quarter else value


def apply(register: Register, edit: Edit) -> Register:
    """The register after an edit. `ConflictError` when it holds another value than the edit replaces."""
    if edit.kind == "measure":
        return _apply_to_measure(register, edit)
    if edit.kind == "track":
        track = register.track(edit.id)
        if track is None:
            raise _conflict(edit, None)
        changed = _with(track, edit)
        if changed is track:
            return register
        return register._replace(tracks=tuple(changed if t is track else t for t in register.tracks))
    if edit.kind in ("meeting", "decision"):
        return _apply_to_meetings(register, edit)
    if edit.field == "fiscal_year" and isinstance(edit.after, int):
        check_year(edit.after)
    return _with(register, edit)


def _apply_to_meetings(register: Register, edit: Edit) -> Register:
    from itatui.domain.meetings import found, held, with_edit  # here: most changes are of a measure

    changed = with_edit(register, edit)
    if changed is None:
        thing = found(register, edit.kind, edit.id)
        raise _conflict(edit, thing if edit.field == WHOLE or thing is None else held(thing, edit.field))
    return changed


def _apply_to_measure(register: Register, edit: Edit) -> Register:
    old = register.measure(edit.id)
    if edit.field == WHOLE:
        if old == edit.after:
            return register
        if old != edit.before:
            raise _conflict(edit, old)
        return _rearranged(register, old, edit.after if isinstance(edit.after, Measure) else None)
    if old is None:
        raise _conflict(edit, None)
    changed = _with(old, edit)
    return register if changed is old else _rearranged(register, old, changed)


def _rearranged(register: Register, old: Measure | None, new: Measure | None) -> Register:
    """The register with `old` gone and `new` in its place by track and order."""
    if old and new and old.order == new.order and old.track == new.track:
        return register.with_measure(new)
    measures = list(register.measures)
    if old:
        del measures[register._places[old.id]]
    if new:
        ranks = {track.code: rank for rank, track in enumerate(register.tracks)}
        if new.track not in ranks:
            raise ItatuiError(_("there is no track {code} in this register").format(code=new.track))
        at = bisect(measures, (ranks[new.track], new.order, new.id), key=lambda m: (ranks[m.track], m.order, m.id))
        measures.insert(at, new)
    return register._replace(measures=tuple(measures))


def _with(thing: Thing, edit: Edit) -> Thing:
    found = value_of(thing, edit.field)
    if found == edit.after:
        return thing
    if found != edit.before:
        raise _conflict(edit, found)
    name, _dot, quarter = edit.field.partition(".")
    changed: dict[str, Any] = {name: edit.after}
    if quarter:
        changed[name] = quarters(getattr(thing, name) ^ {int(quarter)})
    return thing._replace(**changed)


def _conflict(edit: Edit, found: Value) -> ConflictError:
    if found is None:
        message = _("it was removed by someone else; nothing was changed")
    elif edit.field == WHOLE:
        message = _("the measure was changed by someone else meanwhile; nothing was changed")
    else:
        message = _("{field} was changed by someone else meanwhile; nothing was overwritten")
    return ConflictError(message.format(field=title_of(edit.kind, edit.field)), edit, found)
