"""Undo, redo and latest changes, derived from the history. The history only grows: undo and redo add entries."""

from collections.abc import Iterable, Sequence

from itatui.domain.change import WHOLE, Change, Edit


def _stacks(history: Iterable[Change], who: str) -> tuple[list[Change], list[Change]]:
    """Return the changes of a user that are in effect and those that they undid, each list latest last."""
    effective: list[Change] = []
    undone: list[Change] = []
    by_number: dict[int, Change] = {}
    for change in history:
        by_number[change.number] = change
        if change.undoes:
            effective = [other for other in effective if other.number != change.undoes]
            if change.who == who:
                undone.append(by_number.get(change.undoes) or _undone_by(change, change.undoes))
        elif change.redoes:
            undone = [other for other in undone if other.number != change.redoes]
            original = by_number.get(change.redoes) or change._replace(number=change.redoes)
            if original.who == who:
                effective.append(original)
        elif change.who == who:
            effective.append(change)
            undone.clear()
    return effective, undone


def undo_next(history: Iterable[Change], who: str) -> Change | None:
    """Return the change that undoes the user's latest change in effect; None if there is none."""
    effective, _undone = _stacks(history, who)
    return undo_of(effective[-1]) if effective else None


def undoable(history: Sequence[Change], who: str) -> tuple[bool, bool]:
    """Return whether a user has a change to undo, and an undo to redo; the edits of the changes are not read."""
    if history and (last := history[-1]).who == who and not last.undoes and not last.redoes:
        return True, False
    effective, undone = _stacks(history, who)
    return bool(effective), bool(undone)


def undo_entry(history: Iterable[Change], number: int) -> Change | None:
    """Return the change that undoes the entry with this number, of any user; None if there is no such entry.

    To undo an undo is recorded as a redo.
    """
    entries = {change.number: change for change in history}
    found = entries.get(number)
    if found is None:
        return None
    if found.undoes:
        return Change(_inverse(found), redoes=found.undoes)
    return undo_of(found, found.redoes)


def redo_next(history: Iterable[Change], who: str) -> Change | None:
    """Return the change that redoes the user's latest undo; None if there is none or they have made changes since."""
    _effective, undone = _stacks(history, who)
    return Change(undone[-1].edits, redoes=undone[-1].number) if undone else None


def undo_of(change: Change, number: int = 0) -> Change:
    """Return the change that undoes a change; `number` is the original entry if the change is a redo."""
    return Change(_inverse(change), undoes=number or change.number)


def last_change_of(history: Sequence[Change], kind: str, name: str, field: str) -> Change | None:
    """Return the latest change of a field, or that added or removed its record; None if there is none.

    `WHOLE` as the field means any change of the record.
    """
    return next(
        (change for change in reversed(history) if any(_is_of(edit, kind, name, field) for edit in change.edits)), None
    )


def change_after(history: Iterable[Change], last: Change | None) -> Change | None:
    """Return the first change that a version of the register lacks; `last` is its own last one (None: it has none).

    This may be the same entry, if typing went on in it. None: there is none, or this part of the history does not tell.
    """
    entries = {change.number: change for change in history}
    if last is None:
        return entries.get(1)
    same = entries.get(last.number)
    if same == last:
        return entries.get(last.number + 1)
    went_on = same is not None and same.run and (same.run, same.who) == (last.run, last.who)
    return same if went_on else None


def _is_of(edit: Edit, kind: str, name: str, field: str) -> bool:
    return (edit.kind, edit.id) == (kind, name) and (field == WHOLE or edit.field in (field, WHOLE))


def _inverse(change: Change) -> tuple[Edit, ...]:
    return tuple(edit.inverse() for edit in reversed(change.edits))


def _undone_by(undo: Change, number: int) -> Change:
    """Return the change that an undo reverted, when its entry is not in this part of the history."""
    return Change(_inverse(undo), undo.who, number=number)


def extended_entry(entry: Change, change: Change) -> Change | None:
    """Return the latest entry extended by a change of the same run of typing, or None if that starts a new entry.

    A run is one user's typing in one editor; the entry keeps its first values before and takes the latest after.
    """
    if (entry.run, entry.who) != (change.run, change.who) or len(entry.edits) != len(change.edits):
        return None
    pairs = list(zip(entry.edits, change.edits, strict=True))
    if any((a.kind, a.id, a.field, a.after) != (b.kind, b.id, b.field, b.before) for a, b in pairs):
        return None
    return change._replace(edits=tuple(new._replace(before=old.before) for old, new in pairs))
