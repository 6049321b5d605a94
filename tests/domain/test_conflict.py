"""Refused edits: the register holds another value than the edit replaces."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from itatui.domain.apply import apply
from itatui.domain.change import WHOLE, ConflictError, Edit, Value
from itatui.domain.edits import remove_measure, set_field
from itatui.domain.fields import edited_fields, edited_paths, value_of
from itatui.domain.register import Register
from tests.support.samples import measure_in, reference
from tests.support.strategies import after, field_of, registers, things, values


def refused(register: Register, edit: Edit) -> Value:
    """Return the value found by the conflict."""
    with pytest.raises(ConflictError) as caught:
        apply(register, edit)
    assert caught.value.edit == edit
    assert str(caught.value).endswith(("nothing was changed", "nothing was overwritten"))
    return caught.value.found


@given(registers(), st.data())
def test_only_a_value_other_than_before_and_after_is_a_conflict(register: Register, data: st.DataObject) -> None:
    thing = data.draw(things(register))
    path = data.draw(st.sampled_from(edited_paths(thing)))
    field = field_of(thing, path)
    before, wanted = data.draw(values(register, field)), data.draw(values(register, field))
    edit = set_field(thing, path, wanted)._replace(before=before)
    found = value_of(thing, path)
    if found in (before, wanted):
        assert apply(register, edit) == apply(register, edit._replace(before=found))
    else:
        assert refused(register, edit) == found


@given(registers(least=1), st.data())
def test_second_writer_of_a_field_is_refused_and_the_first_value_stays(register: Register, data: st.DataObject) -> None:
    measure = data.draw(st.sampled_from(register.measures))
    field = data.draw(st.sampled_from([f for f in edited_fields(measure).values() if f.typed]))
    mine, theirs = (set_field(measure, field.name, data.draw(values(register, field))) for _ in "mt")
    assume(len({mine.before, mine.after, theirs.after}) == 3)
    assert refused(apply(register, mine), theirs) == mine.after


def test_an_edit_of_a_removed_measure_is_a_conflict() -> None:
    register = reference()
    measure = measure_in(register, "eit2")
    without = after(register, remove_measure(measure))
    for edit in (set_field(measure, "result", "x"), set_field(measure, "done.1", after=True)):
        assert refused(without, edit) is None


def test_a_removal_of_an_edited_measure_is_a_conflict() -> None:
    register = reference()
    measure = measure_in(register, "eit2")
    edited = apply(register, set_field(measure, "done.1", after=True))
    (removal,) = remove_measure(measure)
    assert refused(edited, removal) == measure_in(edited, "eit2")


def test_a_second_removal_changes_nothing() -> None:
    register = reference()
    removal = remove_measure(measure_in(register, "eit2"))
    without = after(register, removal)
    assert after(without, removal) == without
    assert without.measure("eit2") is None


def test_adding_an_existing_id_is_a_conflict() -> None:
    register = reference()
    measure = measure_in(register, "eit2")
    other = measure._replace(activity="อื่น")
    assert refused(register, Edit("measure", "eit2", WHOLE, None, other)) == measure


def test_edit_of_a_missing_track_is_a_conflict() -> None:
    assert refused(reference(), Edit("track", "XIT", "label", "", "x")) is None


def test_undo_of_a_restored_measure_is_refused_after_an_edit() -> None:
    register = reference()
    measure = measure_in(register, "oit3")
    (removal,) = remove_measure(measure)
    back = after(register, [removal, removal.inverse(), set_field(measure, "outcome", "ดี")])
    assert refused(back, removal) == measure._replace(outcome="ดี")
