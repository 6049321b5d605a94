"""Apply an edit to a register. Pure; strict about the value that the edit replaces."""

from bisect import bisect
from collections.abc import Iterable

from itatui.domain.change import CLOSURE, ORDER, TRACK, WHOLE, ClosedError, ConflictError, Edit, Value
from itatui.domain.field_path import FieldPath
from itatui.domain.fields import field_at, is_own_path, label_of, own_paths, value_of, with_value
from itatui.domain.fiscal_year import check_year
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure
from itatui.domain.own_field import OwnField
from itatui.domain.own_form import OwnForm
from itatui.domain.register import Record, Register
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import _, ngettext
from itatui.locale.dates import day
from itatui.thai import quote

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any

_PLACES = (WHOLE, ORDER, TRACK)
"""Fields of the edits that give a measure a place, or take it away."""


def apply(register: Register, edit: Edit) -> Register:
    """Return the register after an edit; the register itself if it already holds the new value.

    `ConflictError` if it holds another value than the edit replaces, or the field is gone; `ClosedError` if it is
    closed. `UsageError` for a year out of range.
    """
    old = register.lookup(edit.kind, edit.id)
    new = _edited(register, old, edit)
    return register if new is old else _with_record(register, edit.kind, old, new)


def apply_all(register: Register, edits: Iterable[Edit]) -> Register:
    """Return the register after edits, one after the other. It raises what `apply` raises."""
    return effect(register, edits)[0]


def effect(register: Register, edits: Iterable[Edit]) -> tuple[Register, list[Edit]]:
    """Return the register after edits, and those that change it. It raises what `apply` raises.

    Measures that keep their places are put in together: each time, all measures of the register are copied.
    """
    made: list[Edit] = []
    written: dict[str, Measure] = {}
    for edit in edits:
        if edit.kind == "measure" and edit.field not in _PLACES:
            old = written.get(edit.id) or register.measure(edit.id)
            new = _edited(register, old, edit)
            if isinstance(new, Measure) and new is not old:
                written[edit.id] = new
                made.append(edit)
            continue
        before = register.with_measures(written.values())
        written = {}
        register = apply(before, edit)
        if register is not before:
            made.append(edit)
    return register.with_measures(written.values()), made


def _edited(register: Register, old: Record | None, edit: Edit) -> Record | None:
    """Return a record after an edit; `old` itself if it already holds the new value. It raises what `apply` raises."""
    if old is None and edit.field != WHOLE:
        raise _conflict(register, edit, None)
    found: Any = old if old is None or edit.field == WHOLE else value_of(old, edit.field)
    if found == edit.after:
        return old
    if register.closed and not (edit.kind == "register" and edit.field in CLOSURE):
        raise closed_error(register, edit, found)
    if found != edit.before:
        raise _conflict(register, edit, found)
    new: Any = edit.after
    if old is not None and edit.field != WHOLE:
        field = field_at(edit.kind, edit.field, register)
        if field is None and edit.after and is_own_path(edit.kind, edit.field):
            message = _("there is no field {name} in this register any more; nothing was changed")
            raise ConflictError(message.format(name=quote(edit.field)), edit, None)
        if field and field.kind is Kind.YEAR and isinstance(edit.after, int):
            check_year(edit.after)
        new = with_value(old, edit.field, edit.after)
    return new  # type: ignore[no-any-return]


def _with_record(register: Register, kind: str, old: Record | None, new: Record | None) -> Register:
    """Return the register with `old` removed and `new` added at its sorted position."""
    if isinstance(new, Register):
        return new
    if kind == "measure":
        gone, added = (record if isinstance(record, Measure) else None for record in (old, new))
        return _with_measure(register, gone, added)
    if kind == "track":
        before, after = (record if isinstance(record, Track) else None for record in (old, new))
        return _with_track(register, before, after)
    if kind == "field":
        return _with_field(register, old, new)
    if kind == "form":
        forms = [form for form in (*register.forms, new) if isinstance(form, OwnForm) and form is not old]
        return register._replace(forms=tuple(sorted(forms, key=lambda form: form.order)))
    records: tuple[Any, ...] = register.meetings if kind == "meeting" else register.decisions
    kept = [record for record in records if record is not old]
    ordered = tuple(sorted([*kept, new] if new else kept, key=lambda record: record.id))
    return register._replace(meetings=ordered) if kind == "meeting" else register._replace(decisions=ordered)


def _with_field(register: Register, old: Record | None, new: Record | None) -> Register:
    if isinstance(old, OwnField) and new is None and (count := len(holders_of(register, old.name))):
        message = ngettext(
            "field {name} still holds {count} value; nothing was changed",
            "field {name} still holds {count} values; nothing was changed",
            count,
        )
        raise ItatuiError(message.format(name=quote(old.name), count=count))
    kept = [new if field is old and isinstance(new, OwnField) else field for field in register.fields]
    if isinstance(new, OwnField) and old is None:
        kept.append(new)
    fields = [field for field in kept if new is not None or field is not old]
    return register._replace(fields=tuple(sorted(fields, key=lambda field: field.order)))


def holders_of(register: Register, name: str) -> list[tuple[Measure | Track, str]]:
    """Return the records that hold a value of an own field, each with the path of the value."""
    records: tuple[Measure | Track, ...] = (*register.tracks, *register.measures)
    return [(record, path) for record in records for path in own_paths(record) if FieldPath.parse(path).name == name]


def _with_track(register: Register, old: Track | None, new: Track | None) -> Register:
    if old and new and old.order == new.order:
        return register._replace(tracks=tuple(new if track is old else track for track in register.tracks))
    if old and new is None and register.measures_of(old.code):
        raise ItatuiError(_("track {code} still has measures; nothing was changed").format(code=quote(old.code)))
    kept = [track for track in register.tracks if track is not old]
    tracks = sorted([*kept, new] if new else kept, key=lambda track: track.order)
    measures = tuple(measure for track in tracks for measure in register.measures_of(track.code))
    return register._replace(tracks=tuple(tracks), measures=measures)


def _with_measure(register: Register, old: Measure | None, new: Measure | None) -> Register:
    if old and new and old.order == new.order and old.track == new.track:
        return register.with_measure(new)
    measures = list(register.measures)
    if old:
        del measures[register.position(old.id)]
    if new:
        ranks = {track.code: rank for rank, track in enumerate(register.tracks)}
        if new.track not in ranks:
            raise ItatuiError(_("there is no track {code} in this register").format(code=new.track))
        at = bisect(measures, (ranks[new.track], new.order, new.id), key=lambda m: (ranks[m.track], m.order, m.id))
        measures.insert(at, new)
    return register._replace(measures=tuple(measures))


def closed_error(register: Register, edit: Edit, found: Value) -> ClosedError:
    """Return the error of an edit that a closed register refuses."""
    message = _("the register was closed on {day}; to change it: itatui close --reopen --reason TEXT")
    return ClosedError(message.format(day=day(closing_day(register))), edit, found)


def closing_day(register: Register) -> str:
    """Return the day (ISO 8601) on which a register was closed; empty if it is open."""
    return register.closed.partition(" ")[0]


def _conflict(register: Register, edit: Edit, found: Value) -> ConflictError:
    if found is None:
        message = _("someone else deleted it; nothing was changed")
    elif edit.field == WHOLE and edit.kind in ("track", "field", "form"):
        message = _("someone else added or changed it; nothing was changed")
    elif edit.field == WHOLE:
        message = _("someone else changed this measure; nothing was changed")
    else:
        message = _("someone else changed {field}; nothing was overwritten")
    return ConflictError(message.format(field=label_of(edit.kind, edit.field, register)), edit, found)
