"""Keeping the texts of two users who wrote in the same field."""

from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.apply import apply
from itatui.domain.change import WHOLE, Change, ConflictError, Edit
from itatui.domain.conflicts import is_typed, merge_refused, merge_values
from itatui.domain.edits import remove_measure, set_field
from itatui.domain.kinds import Kind
from itatui.domain.register import Register
from tests import reference

NAMES = st.lists(st.sampled_from(["สำนักปลัด", "กองคลัง", "กองช่าง"]), unique=True).map(tuple)


def refused(register: Register, edit: Edit) -> ConflictError:
    try:
        apply(register, edit)
    except ConflictError as error:
        return error
    raise AssertionError("no conflict")


def written(text: str) -> Register:
    register = reference.register()
    return apply(register, set_field(register.measures[0], "result", text))


@given(st.text(), st.text())
def test_both_contains_both_texts(theirs: str, mine: str) -> None:
    kept = merge_values(Kind.TEXT, theirs, mine)
    assert isinstance(kept, str)
    assert mine in kept
    assert theirs.rstrip() in kept
    assert merge_values(Kind.TEXT, kept, mine) == kept


@given(NAMES, NAMES)
def test_both_contains_every_name_once(theirs: tuple[str, ...], mine: tuple[str, ...]) -> None:
    kept = merge_values(Kind.UNITS, theirs, mine)
    assert isinstance(kept, tuple)
    assert kept[: len(theirs)] == theirs
    assert set(kept) == {*theirs, *mine}
    assert len(kept) == len(set(kept))


def test_kinds_of_a_single_value_have_no_both() -> None:
    assert merge_values(Kind.MEASURE, "a", "b") is None
    assert merge_values(Kind.YEAR, 2567, 2568) is None


@given(st.text(min_size=1), st.text(min_size=1))
def test_an_unresolved_conflict_overwrites_nothing(theirs: str, mine: str) -> None:
    measure = reference.register().measures[0]
    register = written(theirs)
    edit = set_field(measure, "result", mine)
    if register.measures[0].result in (measure.result, mine):
        return
    error = refused(register, edit)
    for each in merge_refused(error, list):
        register = apply(register, each)
    assert theirs.rstrip() in register.measures[0].result
    assert mine in register.measures[0].result


def test_a_removed_measure_is_restored_with_the_refused_text() -> None:
    register = reference.register()
    measure = register.measures[0]
    edit = set_field(measure, "result", "ใหม่")
    other = measure._replace(outcome="เขียนก่อนลบ")
    history = [Change((Edit("measure", measure.id, WHOLE, other, None),), number=1)]
    without = apply(register, *remove_measure(measure))
    (back,) = merge_refused(refused(without, edit), lambda: history)
    assert apply(without, back).measures[0] == other._replace(result="ใหม่")
    assert merge_refused(refused(without, edit), list) == ()


def test_an_emptied_field_yields_to_a_written_one() -> None:
    register = written("ของเขา")
    edit = set_field(reference.register().measures[0], "result", "")
    assert merge_refused(refused(register, edit), list) == ()


def test_quarters_are_not_written() -> None:
    assert is_typed(Edit("measure", "a", "result", "", "b"))
    assert is_typed(Edit("track", "IIT", "name_th", "", "b"))
    for field in ("done.1", WHOLE, "order"):
        assert not is_typed(Edit("measure", "a", field, False, True))  # noqa: FBT003
