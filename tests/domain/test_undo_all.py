"""Undo of every change of a user, and redo of all of them."""

from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.change import Change
from itatui.domain.edits import begin, mark_reviewed
from itatui.domain.history import redo_next, undo_next
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from tests.support.samples import reference
from tests.support.strategies import after, deeds, registers


def undo_all(register: Register, history: list[Change]) -> Register:
    """Undo every change that can be undone, and add the undos to the history."""
    while (change := undo_next(history, "nid")) is not None:
        register = after(register, change.edits)
        history.append(change._replace(who="nid", number=len(history) + 1))
    return register


def redo_all(register: Register, history: list[Change]) -> Register:
    """Redo every change that can be redone, and add the redos to the history."""
    while (change := redo_next(history, "nid")) is not None:
        register = after(register, change.edits)
        history.append(change._replace(who="nid", number=len(history) + 1))
    return register


@given(registers(), st.data())
def test_undo_of_all_gives_the_first_register_and_redo_of_all_the_last(first: Register, data: st.DataObject) -> None:
    register, history = first, list[Change]()
    for turn in range(data.draw(st.integers(1, 8))):
        edits = data.draw(deeds(register, f"new{turn}"))
        register = after(register, edits)
        history.append(Change(edits, who="nid", number=turn + 1))
    assert undo_all(register, history) == first
    assert redo_all(first, history) == register
    assert undo_all(register, history) == first


def test_undo_of_a_removed_mark_gives_the_same_register() -> None:
    """The marks of a meeting have no order: the first of two is removed and comes back."""
    meeting = Meeting("g1", "2024-05-15")
    one, two, *_rest = (measure.id for measure in reference().measures)
    marks = [mark_reviewed(meeting, name, reviewed=True) for name in (one, two)]
    register = after(reference(), [begin(meeting), *marks])
    removal = mark_reviewed(register.meetings[0], one, reviewed=False)
    history = [Change((removal,), who="nid", number=1)]
    assert undo_all(after(register, [removal]), history) == register
