"""Adding, removing and moving measures: users give positions, edits set orders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.change import ORDER
from itatui.domain.edits import add_measure, move_measure, remove_measure
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.errors import UsageError
from tests.support.samples import ids_of, measure_in, reference, register_of, row_of
from tests.support.strategies import after, registers, taken_back

NEW = Measure("new", "IIT", 0.0, "ใหม่")


def moved(register: Register, name: str, position: int) -> tuple[Register, int]:
    """Return the register with a measure moved, and the number of edits."""
    edits = move_measure(register, measure_in(register, name), position)
    return after(register, edits), len(edits)


@given(registers(least=1), st.data())
def test_a_moved_measure_gets_its_position_and_the_others_keep_their_order(
    register: Register, data: st.DataObject
) -> None:
    for _ in range(data.draw(st.integers(1, 12))):
        measure = data.draw(st.sampled_from(register.measures))
        names = ids_of(register, measure.track)
        position = data.draw(st.integers(1, len(names)))
        others = [other for other in register.measures if other.track != measure.track]
        register, _edits = moved(register, measure.id, position)
        names.remove(measure.id)
        names.insert(position - 1, measure.id)
        assert ids_of(register, measure.track) == names
        assert [other for other in register.measures if other.track != measure.track] == others
        now = measure_in(register, measure.id)
        assert now._replace(order=measure.order) == measure


@pytest.mark.parametrize(("count", "target"), [(3, 2), (5, 2), (5, 4), (9, 5)])
def test_hundreds_of_moves_into_one_gap_spread_the_neighbours(count: int, target: int) -> None:
    register, names, most = row_of(count), [f"m{n}" for n in range(1, count + 1)], 0
    for turn in range(300):
        name = names.pop() if turn % 2 or target == count - 1 else names.pop(0)
        names.insert(target - 1, name)
        register, edits = moved(register, name, target)
        assert ids_of(register) == names
        most = max(most, edits)
    orders = [measure.order for measure in register.measures]
    assert orders == sorted(set(orders))
    assert most > 1


@pytest.mark.parametrize("end", [1, 4])
def test_a_move_to_an_end_is_a_single_edit(end: int) -> None:
    register, names = row_of(4), ["m1", "m2", "m3", "m4"]
    for _ in range(300):
        name = names.pop(4 - end)
        names.insert(end - 1, name)
        register, edits = moved(register, name, end)
        assert ids_of(register) == names
        assert edits == 1


def test_neighbours_of_equal_order_are_spread() -> None:
    tied = register_of(*(Measure(name, "IIT", 5.0, name) for name in "abcd"))
    register, edits = moved(tied, "d", 2)
    assert ids_of(register) == ["a", "d", "b", "c"]
    assert edits > 1


def test_undo_of_a_move_restores_spread_neighbours() -> None:
    tied = register_of(*(Measure(name, "IIT", 5.0, name) for name in "abcd"))
    edits = move_measure(tied, tied.measures[3], 2)
    assert after(after(tied, edits), taken_back(edits)) == tied


def test_a_move_edits_only_orders_and_nothing_if_already_there() -> None:
    register = row_of(4)
    (edit,) = move_measure(register, measure_in(register, "m4"), 2)
    assert (edit.kind, edit.id, edit.field, edit.before) == ("measure", "m4", ORDER, 4096.0)
    assert move_measure(register, measure_in(register, "m4"), 4) == ()


@given(registers(), st.data())
def test_an_added_measure_gets_its_position(register: Register, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(register.tracks)).code
    names = ids_of(register, code)
    position = data.draw(st.integers(0, len(names) + 1))
    names.insert(position - 1 if position else len(names), "new")
    changed = after(register, add_measure(register, NEW._replace(track=code), position))
    assert ids_of(changed, code) == names
    assert after(changed, remove_measure(measure_in(changed, "new"))).measures_of(code) == tuple(
        measure for measure in changed.measures_of(code) if measure.id != "new"
    )


def test_hundreds_of_measures_added_at_one_position_stay_in_order() -> None:
    register = row_of(2)
    for turn in range(200):
        register = after(register, add_measure(register, NEW._replace(id=f"n{turn}"), 2))
    assert ids_of(register) == ["m1", *(f"n{turn}" for turn in reversed(range(200))), "m2"]


def test_removal_leaves_the_other_measures() -> None:
    register = reference()
    changed = after(register, remove_measure(measure_in(register, "eit2")))
    assert changed.measures == tuple(measure for measure in register.measures if measure.id != "eit2")


@pytest.mark.parametrize("position", [-1, 5, 99])
def test_an_invalid_position_to_add_at_is_refused(position: int) -> None:
    register = row_of(3)
    with pytest.raises(UsageError, match=f"there is no position {position}: choose from 1 to 4"):
        add_measure(register, NEW, position)


@pytest.mark.parametrize("position", [-1, 0, 4])
def test_an_invalid_position_to_move_to_is_refused(position: int) -> None:
    register = row_of(3)
    with pytest.raises(UsageError, match=f"there is no position {position}: choose from 1 to 3"):
        move_measure(register, measure_in(register, "m1"), position)
