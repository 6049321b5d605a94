"""Applying edits to a register."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from itatui.domain.apply import apply, effect
from itatui.domain.change import WHOLE, Edit
from itatui.domain.edits import set_field
from itatui.domain.fields import edited_paths, value_of
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.errors import ItatuiError, UsageError
from tests.support.samples import ids_of, measure_in, records_of, reference, register_of, row_of
from tests.support.strategies import (
    after,
    deeds,
    field_of,
    registers,
    settings_of_fields,
    taken_back,
    things,
    values,
)


def is_sorted(register: Register) -> bool:
    ranks = [track.code for track in register.tracks]
    keys = [(ranks.index(measure.track), measure.order) for measure in register.measures]
    return keys == sorted(keys)


@given(registers(), st.data())
def test_a_set_field_has_its_value_and_no_other_field_changes(register: Register, data: st.DataObject) -> None:
    olds = records_of(register)
    place = data.draw(st.integers(0, len(olds) - 1))
    path = data.draw(st.sampled_from(edited_paths(olds[place])))
    value = data.draw(values(register, field_of(olds[place], path)))
    news = records_of(apply(register, set_field(olds[place], path, value)))
    assert value_of(news[place], path) == value
    for at, (old, new) in enumerate(zip(olds, news, strict=True)):
        for name in edited_paths(old):
            assert (at, name) == (place, path) or value_of(new, name) == value_of(old, name)


@given(registers(), st.data())
def test_edits_and_their_inverses_give_the_same_register(register: Register, data: st.DataObject) -> None:
    done = data.draw(deeds(register))
    changed = after(register, done)
    assert is_sorted(changed)
    assert after(changed, taken_back(done)) == register
    assert after(register, done) == changed


@settings(max_examples=20)
@given(registers(), st.data())
def test_edits_applied_together_are_those_applied_one_after_the_other(register: Register, data: st.DataObject) -> None:
    edits: list[Edit] = []
    made: list[Edit] = []
    changed = register
    for new_id in data.draw(st.sampled_from(["", "a", "ab", "abc"])):
        for edit in data.draw(deeds(changed, new_id)):
            before, changed = changed, apply(changed, edit)
            edits += [edit, edit]  # the second has no effect
            made += [edit] if changed is not before else []
    assert effect(register, edits) == (changed, made)


@given(registers(), st.data())
def test_an_edit_applied_twice_has_the_effect_of_once(register: Register, data: st.DataObject) -> None:
    for edit in data.draw(deeds(register)):
        register = apply(register, edit)
        assert apply(register, edit) == register


@given(registers(), st.data())
def test_edits_to_different_fields_commute(register: Register, data: st.DataObject) -> None:
    one, other = (data.draw(settings_of_fields(register)) for _ in range(2))
    assume(one[:3] != other[:3])
    assert after(register, [one, other]) == after(register, [other, one])


@given(registers(least=2), st.data())
def test_move_removal_and_edit_of_different_measures_commute(register: Register, data: st.DataObject) -> None:
    moved, other = data.draw(st.sampled_from(register.measures[1:])), register.measures[0]
    place = data.draw(st.floats(-1e6, 1e6).filter(lambda at: at not in {m.order for m in register.measures}))
    move = Edit("measure", moved.id, "order", moved.order, place)
    write = set_field(moved, "result", "เสร็จ")
    remove = Edit("measure", other.id, WHOLE, other, None)
    results = {
        after(register, order) for order in [(move, write, remove), (remove, move, write), (write, remove, move)]
    }
    assert len(results) == 1
    assert is_sorted(results.pop())


def test_measures_of_equal_order_keep_their_places_when_one_is_removed_and_restored() -> None:
    register = register_of(Measure("a", "IIT", 1.0, ""), Measure("b", "IIT", 1.0, ""), Measure("c", "IIT", 2.0, ""))
    for name in ids_of(register):
        measure = measure_in(register, name)
        for gone in (
            Edit("measure", name, WHOLE, measure, None),
            Edit("measure", name, "order", measure.order, 9.0),
        ):
            assert ids_of(after(register, [gone, gone.inverse()])) == ["a", "b", "c"]


def test_two_additions_at_one_place_commute() -> None:
    register = row_of(2)
    one, other = (Edit("measure", name, WHOLE, None, Measure(name, "IIT", 9000.0, name)) for name in ("x", "y"))
    assert after(register, [one, other]) == after(register, [other, one])


def test_each_quarter_is_edited_by_itself() -> None:
    register = row_of(1)
    ticks = [set_field(register.measures[0], f"done.{quarter}", after=True) for quarter in (1, 3)]
    ticked = after(register, ticks)
    assert ticked.measures[0].done == {1, 3}
    assert after(ticked, [ticks[0].inverse()]).measures[0].done == {3}


def test_a_measure_of_an_unknown_track_is_refused() -> None:
    stray = Measure("s", "XIT", 1.0, "")
    with pytest.raises(ItatuiError, match="there is no track XIT"):
        apply(reference(), Edit("measure", "s", WHOLE, None, stray))


@pytest.mark.parametrize("year", [2024, 2499, 2700])
def test_a_year_out_of_range_is_refused(year: int) -> None:
    register = reference()
    with pytest.raises(UsageError, match=str(year)):
        apply(register, set_field(register, "fiscal_year", year))


def test_setting_a_field_to_its_own_value_changes_nothing() -> None:
    register = reference()
    for thing in (register, register.tracks[0], register.measures[0]):
        for name in edited_paths(thing):
            edit = set_field(thing, name, value_of(thing, name))
            assert edit.before == edit.after
            assert apply(register, edit) == register


@given(registers(), st.data())
def test_an_edit_names_its_record(register: Register, data: st.DataObject) -> None:
    thing = data.draw(things(register))
    field = data.draw(st.sampled_from(edited_paths(thing)))
    edit = set_field(thing, field, "")
    assert register.lookup(edit.kind, edit.id) is thing
    assert (edit.field, edit.inverse().inverse()) == (field, edit)
