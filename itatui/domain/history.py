"""What can be undone and made again, and who changed what last: worked out from the history, which only ever grows."""

from collections.abc import Iterable, Sequence

from itatui.domain.change import WHOLE, Change, Edit


def _stacks(history: Iterable[Change], who: str) -> tuple[list[Change], list[Change]]:
    """One person's changes that stand, and those that they took back, each latest last."""
    standing: list[Change] = []
    undone: list[Change] = []
    by_number: dict[int, Change] = {}
    for change in history:
        by_number[change.number] = change
        if change.undoes:
            standing = [other for other in standing if other.number != change.undoes]
            if change.who == who:
                undone.append(by_number.get(change.undoes) or _taken_back(change, change.undoes))
        elif change.redoes:
            undone = [other for other in undone if other.number != change.redoes]
            original = by_number.get(change.redoes) or change._replace(number=change.redoes)
            if original.who == who:
                standing.append(original)
        elif change.who == who:
            standing.append(change)
            undone.clear()
    return standing, undone


def undo_next(history: Iterable[Change], who: str) -> Change | None:
    """The change that takes back this person's latest one that stands; None when there is none."""
    standing, _undone = _stacks(history, who)
    return undo_of(standing[-1]) if standing else None


def undo_entry(history: Iterable[Change], number: int) -> Change | None:
    """The change that takes back the entry of this number, whoever made it; None when there is none.

    Taking back an undo makes what it took back again, and is recorded as that.
    """
    entries = {change.number: change for change in history}
    found = entries.get(number)
    if found is None:
        return None
    if found.undoes:
        return Change(_inverse(found), redoes=found.undoes)
    return undo_of(found, found.redoes)


def redo_next(history: Iterable[Change], who: str) -> Change | None:
    """The change that makes again what this person took back last; None when there is none, or they went on."""
    _standing, undone = _stacks(history, who)
    return Change(undone[-1].edits, redoes=undone[-1].number) if undone else None


def undo_of(change: Change, number: int = 0) -> Change:
    """The change that takes back a change, or the entry of another number that this one made again."""
    return Change(_inverse(change), undoes=number or change.number)


def last_change_of(history: Sequence[Change], kind: str, name: str, field: str) -> Change | None:
    """The latest change of a field, or that added or removed the whole of its thing; None when there is none.

    `WHOLE` as the field is the whole thing: its latest change, whatever it was of.
    """
    return next(
        (change for change in reversed(history) if any(_is_of(edit, kind, name, field) for edit in change.edits)), None
    )


def _is_of(edit: Edit, kind: str, name: str, field: str) -> bool:
    return (edit.kind, edit.id) == (kind, name) and (field == WHOLE or edit.field in (field, WHOLE))


def _inverse(change: Change) -> tuple[Edit, ...]:
    return tuple(edit.inverse() for edit in reversed(change.edits))


def _taken_back(undo: Change, number: int) -> Change:
    """What an undo took back, when the entry itself is not in this part of the history."""
    return Change(_inverse(undo), undo.who, number=number)
