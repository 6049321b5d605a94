"""Edits between two registers: sufficient and minimal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.change import ORDER
from itatui.domain.register import Register
from itatui.domain.register_diff import OutOfReachError, difference
from tests.support.samples import measure_in, reference
from tests.support.strategies import after, deeds, registers, taken_back

OF_ONE_YEAR = registers(codes=("IIT", "EIT"))
"""Registers with the same tracks, and ids of measures that several of them have."""


@given(OF_ONE_YEAR, OF_ONE_YEAR)
def test_the_edits_turn_a_register_into_the_other(now: Register, then: Register) -> None:
    edits = difference(now, then)
    assert after(now, edits) == then
    assert after(then, taken_back(edits)) == now
    assert all(edit.before != edit.after for edit in edits)
    assert bool(edits) == (now != then)


@given(registers(), st.data())
def test_an_applied_edit_is_found(register: Register, data: st.DataObject) -> None:
    done = data.draw(deeds(register))
    changed = after(register, done)
    assert after(changed, difference(changed, register)) == register
    assert after(register, difference(register, changed)) == changed


def test_each_quarter_and_field_is_a_separate_edit() -> None:
    now = reference()
    old = measure_in(now, "eit2")
    new = old._replace(result="ใหม่", done=frozenset(old.done ^ {1, 4}), order=old.order + 1)
    then = now._replace(measures=tuple(new if each is old else each for each in now.measures))
    assert {edit.field for edit in difference(now, then)} == {"result", "done.1", "done.4", ORDER}


def test_a_measure_of_another_track_is_moved() -> None:
    now = reference()
    old = measure_in(now, "eit2")
    moved = old._replace(track="IIT", order=99999.0)
    rest = [each for each in now.measures if each is not old]
    measures = *(m for m in rest if m.track == "IIT"), moved, *(m for m in rest if m.track != "IIT")
    then = now._replace(measures=measures)
    assert [(edit.field, edit.after) for edit in difference(now, then)] == [("track", "IIT"), (ORDER, 99999.0)]
    assert after(now, difference(now, then)) == then


def test_tracks_are_added_removed_and_moved() -> None:
    now = reference()
    new, *rest = (track._replace(order=order) for track, order in zip(now.tracks, (1.0, 3.0, 2.0), strict=True))
    tracks = (new._replace(code="NEW"), *rest[::-1])
    then = now._replace(tracks=tracks, measures=(*now.measures_of("OIT"), *now.measures_of("EIT")))
    edits = difference(now, then)
    assert after(now, edits) == then
    assert after(then, taken_back(edits)) == now


def test_tracks_without_order_are_refused() -> None:
    now = reference()
    with pytest.raises(OutOfReachError, match="tracks differ"):
        difference(now, now._replace(tracks=now.tracks[::-1], measures=()))
    with pytest.raises(OutOfReachError, match="tracks differ"):
        difference(now, now._replace(tracks=(now.tracks[0]._replace(code="iit"),), measures=()))
