"""Taking back everything that one did, and making it all again."""

from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.change import Change
from itatui.domain.history import redo_next, undo_next
from itatui.domain.register import Register
from tests.support.strategies import after, deeds, registers


def undone(register: Register, history: list[Change]) -> Register:
    """The register with all that can be undone undone, and the history grown by that."""
    while (change := undo_next(history, "nid")) is not None:
        register = after(register, change.edits)
        history.append(change._replace(who="nid", number=len(history) + 1))
    return register


def redone(register: Register, history: list[Change]) -> Register:
    """The same with all that can be made again."""
    while (change := redo_next(history, "nid")) is not None:
        register = after(register, change.edits)
        history.append(change._replace(who="nid", number=len(history) + 1))
    return register


@given(registers(), st.data())
def test_undoing_everything_gives_the_first_register_and_redoing_it_the_last(
    first: Register, data: st.DataObject
) -> None:
    register, history = first, list[Change]()
    for turn in range(data.draw(st.integers(1, 8))):
        edits = data.draw(deeds(register, f"new{turn}"))
        register = after(register, edits)
        history.append(Change(edits, who="nid", number=turn + 1))
    assert undone(register, history) == first
    assert redone(first, history) == register
    assert undone(register, history) == first
