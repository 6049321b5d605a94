"""What can be undone and made again: worked out from the history, which is only ever added to."""

from collections.abc import Iterable

from itatui.domain.change import Change


def _stacks(history: Iterable[Change], who: str) -> tuple[list[Change], list[Change]]:
    """One person's changes that stand, and those that they took back, each latest last."""
    standing: list[Change] = []
    undone: list[Change] = []
    by_number: dict[int, Change] = {}
    for change in history:
        by_number[change.number] = change
        if change.who != who:
            continue
        if change.undoes:
            standing = [other for other in standing if other.number != change.undoes]
            undone.append(by_number.get(change.undoes, change))
        elif change.redoes:
            undone = [other for other in undone if other.number != change.redoes]
            standing.append(by_number.get(change.redoes, change))
        else:
            standing.append(change)
            undone.clear()
    return standing, undone


def undo_next(history: Iterable[Change], who: str) -> Change | None:
    """The change that takes back this person's latest one that stands; None when there is none."""
    standing, _undone = _stacks(history, who)
    return _taken_back(standing[-1]) if standing else None


def undo_entry(history: Iterable[Change], number: int) -> Change | None:
    """The change that takes back the entry of this number, whoever made it; None when there is none."""
    found = next((change for change in history if change.number == number), None)
    return _taken_back(found) if found else None


def _taken_back(change: Change) -> Change:
    return Change(tuple(edit.inverse() for edit in reversed(change.edits)), undoes=change.number)


def redo_next(history: Iterable[Change], who: str) -> Change | None:
    """The change that makes again what this person took back last; None when there is none, or they went on."""
    _standing, undone = _stacks(history, who)
    return Change(undone[-1].edits, redoes=undone[-1].number) if undone else None
