"""Tracks are added, moved, removed and given another code by edits; measures go from track to track."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.change import ConflictError, Edit
from itatui.domain.edits import set_field
from itatui.domain.measure import Measure
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.domain.track_edits import (
    add_track,
    move_all_to_track,
    move_to_track,
    move_track,
    remove_track,
    rename_track,
)
from itatui.errors import ItatuiError, UsageError
from tests.support.samples import ids_of, measure_in, reference, register_of
from tests.support.strategies import after, registers, taken_back

NEW = Track("HR", "มิติที่ 1")


def codes(register: Register) -> list[str]:
    return [track.code for track in register.tracks]


def undone(register: Register, edits: tuple[Edit, ...]) -> Register:
    """Return the register after these edits and their undo."""
    return after(after(register, edits), taken_back(edits))


@pytest.mark.parametrize(
    ("position", "expected"), [(0, "IIT EIT OIT HR"), (1, "HR IIT EIT OIT"), (3, "IIT EIT HR OIT")]
)
def test_a_track_is_added_at_its_position(position: int, expected: str) -> None:
    register = reference()
    edits = add_track(register, NEW, position)
    assert codes(after(register, edits)) == expected.split()
    assert codes(undone(register, edits)) == codes(register)


@pytest.mark.parametrize("code", ["", "a b", "a-b", "iit", "IIT", "register", "Meeting", "x" * 21])
def test_a_code_that_is_none_or_taken_is_refused(code: str) -> None:
    with pytest.raises(UsageError):
        add_track(reference(), Track(code, "ก"))
    with pytest.raises(UsageError):
        rename_track(reference(), reference().tracks[1], code)


@given(registers(), st.data())
def test_measures_follow_their_track(register: Register, data: st.DataObject) -> None:
    track = data.draw(st.sampled_from(register.tracks))
    position = data.draw(st.integers(1, len(register.tracks)))
    edits = move_track(register, track, position)
    moved = after(register, edits)
    assert codes(moved).index(track.code) == position - 1
    assert [measure.track for measure in moved.measures] == [
        code for code in codes(moved) for _measure in moved.measures_of(code)
    ]
    assert sorted(moved.measures) == sorted(register.measures)
    assert undone(register, edits) == register


def test_a_track_is_removed_with_its_measures_and_comes_back() -> None:
    register = reference()
    edits = remove_track(register, register.tracks[0])
    assert codes(after(register, edits)) == ["EIT", "OIT"] and len(after(register, edits).measures) == 6
    assert set(undone(register, edits).measures) == set(register.measures)


def test_a_track_with_measures_is_never_removed_alone() -> None:
    register = reference()
    with pytest.raises(ItatuiError, match="IIT"):
        after(register, remove_track(register, register.tracks[0])[-1:])


def test_a_track_that_another_user_added_is_not_overwritten() -> None:
    register = after(reference(), add_track(reference(), NEW))
    with pytest.raises(ConflictError):
        after(register, add_track(reference(), NEW._replace(code="hr")))


def test_measures_and_meetings_follow_the_code_of_their_track() -> None:
    register = reference()._replace(meetings=(Meeting("g", "2024-05-15", "EIT"),))
    edits = rename_track(register, register.tracks[1], "ประชาชน")
    renamed = after(register, edits)
    assert codes(renamed) == ["IIT", "ประชาชน", "OIT"]
    assert renamed.ref(measure_in(renamed, "eit2")) == "ประชาชน-2" and renamed.meetings[0].track == "ประชาชน"
    assert undone(register, edits) == register
    assert rename_track(register, register.tracks[1], "EIT") == ()


@pytest.mark.parametrize(("position", "expected"), [(0, 4), (1, 1), (4, 4)])
def test_a_measure_goes_to_another_track(position: int, expected: int) -> None:
    register = reference()
    measure, target = measure_in(register, "eit2"), register.tracks[2]
    edits = move_to_track(register, measure, target, position)
    moved = after(register, edits)
    assert moved.ref(measure_in(moved, "eit2")) == f"OIT-{expected}" and ids_of(moved, "EIT") == ["eit1", "eit3"]
    assert undone(register, edits) == register


def test_a_measure_in_another_track_has_its_own_result() -> None:
    register = register_of(
        Measure("a", "A", 1.0, ""), Measure("b", "A", 2.0, "", reported_with="a"), Measure("c", "B", 1.0, "")
    )
    edits = move_to_track(register, measure_in(register, "b"), register.tracks[1])
    assert measure_in(after(register, edits), "b").reported_with == ""


def test_another_users_text_in_a_moved_measure_is_kept() -> None:
    register = reference()
    typed = set_field(measure_in(register, "eit2"), "result", "ใหม่")
    moved = after(register, move_to_track(register, measure_in(register, "eit2"), register.tracks[0]))
    assert measure_in(after(moved, [typed]), "eit2").result == "ใหม่"


def test_measures_that_move_together_stay_reported_together() -> None:
    register = reference()
    iit = register.tracks[0]
    moved = after(register, move_all_to_track(register, register.measures_of("OIT"), iit))
    pairs = [(moved.ref(m), moved.ref(moved.reporter(m))) for m in moved.measures if moved.reporter(m) is not m]
    assert pairs == [("IIT-5", "IIT-4")]
    alone = [measure for measure in register.measures if register.reporter(measure) is not measure]
    moved = after(register, move_all_to_track(register, alone, iit))
    assert all(moved.reporter(measure) is measure for measure in moved.measures)


@given(registers(), st.data())
def test_measures_of_any_tracks_go_to_the_end_of_one_in_their_order(register: Register, data: st.DataObject) -> None:
    if not register.tracks:
        return
    track = data.draw(st.sampled_from(register.tracks))
    chosen = [measure for measure in register.measures if data.draw(st.booleans())]
    edits = move_all_to_track(register, chosen, track)
    moved = after(register, edits)
    stayed = [measure.id for measure in register.measures_of(track.code)]
    arrived = [measure.id for measure in chosen if measure.track != track.code]
    assert [measure.id for measure in moved.measures_of(track.code)] == stayed + arrived
    assert len(moved.measures) == len(register.measures)
    assert undone(register, edits) == register
