"""Lookups in a register: by id, by track, by typed REF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.edits import add_measure, move_measure, remove_measure
from itatui.domain.measure import Measure
from itatui.domain.register import Register, UnknownRefError
from tests.support.samples import ids_of, measure_in, reference, register_of, row_of
from tests.support.strategies import after, deeds, registers


@given(registers())
def test_a_ref_finds_its_record(register: Register) -> None:
    for measure in register.measures:
        ref = register.ref(measure)
        assert register.find(ref) is measure
        assert register.find(ref.lower()) is measure
        assert register.measure(measure.id) is measure
    for track in register.tracks:
        assert register.find(track.code.swapcase()) is track


@given(registers())
def test_measures_of_a_track_are_numbered_from_1(register: Register) -> None:
    for track in register.tracks:
        numbered = register.measures_of(track.code)
        assert list(numbered) == [measure for measure in register.measures if measure.track == track.code]
        assert [register.number(measure) for measure in numbered] == list(range(1, len(numbered) + 1))


def test_a_ref_is_the_track_and_the_number() -> None:
    register = reference()
    assert [register.ref(measure) for measure in register.measures[2:5]] == ["IIT-3", "EIT-1", "EIT-2"]
    assert register.find("oit-3") == register.measures[-1]


def test_missing_records_are_none() -> None:
    register = reference()
    assert register.measure("IIT-1") is None
    assert register.track("IT") is None
    assert register.measures_of("XIT") == ()


@pytest.mark.parametrize("ref", ["IIT-0", "IIT-4", "IIT-04", "iit-99"])
def test_too_high_a_number_is_refused_with_the_count(ref: str) -> None:
    with pytest.raises(UnknownRefError, match=rf"there is no {ref}: IIT has 3 measures"):
        reference().find(ref)


@pytest.mark.parametrize("ref", ["", "-", "IIT-", "IIT-x", "IIT-²", "IIT--1", "XIT-1", "IIT 1", "1", "register"])
def test_an_unknown_ref_is_refused_with_the_tracks(ref: str) -> None:
    with pytest.raises(UnknownRefError, match=rf"there is no {ref}: .* the tracks IIT, EIT, OIT"):
        reference().find(ref)


def test_a_very_long_number_is_refused() -> None:
    with pytest.raises(UnknownRefError, match="there is no IIT-1"):
        reference().find("IIT-" + "1" * 5000)


def test_refs_follow_renumbering_and_ids_stay() -> None:
    register = row_of(4)
    fourth = measure_in(register, "m4")
    register = after(register, move_measure(register, fourth, 2))
    assert ids_of(register) == ["m1", "m4", "m2", "m3"]
    assert register.ref(measure_in(register, "m3")) == "IIT-4"
    register = after(register, remove_measure(measure_in(register, "m1")))
    assert register.find("IIT-1") == measure_in(register, "m4")
    register = after(register, add_measure(register, Measure("m9", "IIT", 0.0, "ใหม่"), 1))
    assert [register.ref(measure_in(register, name)) for name in ("m9", "m4", "m3")] == ["IIT-1", "IIT-2", "IIT-4"]


def test_lookups_of_a_changed_register_are_new() -> None:
    first = register_of(Measure("a", "IIT", 1.0, ""), Measure("b", "EIT", 1.0, ""))
    assert first.measure("b") is first.measures[1]
    second = first._replace(measures=first.measures[1:])
    assert second.measure("b") is first.measures[1]
    assert second.measure("a") is None
    assert second.measures_of("IIT") == ()
    assert ids_of(second, "EIT") == ["b"]


@given(registers(least=1), st.data())
def test_lookups_kept_after_a_change_equal_new_ones(register: Register, data: st.DataObject) -> None:
    assert all(
        register.find(register.ref(measure)) is measure for measure in register.measures
    )  # builds the lookup tables
    changed = after(register, data.draw(deeds(register)))
    fresh = Register(*changed)
    for measure in changed.measures:
        assert changed.measure(measure.id) is measure
        assert changed.ref(measure) == fresh.ref(measure)
    assert changed.measure("m0") == fresh.measure("m0")
