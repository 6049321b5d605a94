"""Two users of a register: no change is overwritten, and each sees the other's changes."""

import os
from pathlib import Path

import pytest

from itatui.domain.change import ConflictError
from itatui.domain.edits import add_measure, remove_measure, set_field
from itatui.domain.measure import Measure
from itatui.store import RegisterFile
from itatui.store.identity import Identity
from tests.support.register_edits import edit, measure, result, write


@pytest.fixture
def pair(path: Path) -> tuple[RegisterFile, RegisterFile]:
    """Open and read the same register as two users."""
    mine, theirs = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("b"))
    assert mine.load() == theirs.load()
    return mine, theirs


def test_changes_of_the_same_field_conflict(pair: tuple[RegisterFile, RegisterFile]) -> None:
    mine, theirs = pair
    late = edit(mine, "ของฉัน")
    write(theirs, "ของเขา")
    before = mine.path.read_bytes()
    with pytest.raises(ConflictError) as caught:
        mine.apply(late)
    assert (caught.value.edit, caught.value.found) == (late, "ของเขา")
    assert mine.path.read_bytes() == before
    assert result(mine) == "ของเขา"


def test_conflict_refuses_the_whole_change(pair: tuple[RegisterFile, RegisterFile]) -> None:
    mine, theirs = pair
    late = edit(mine, "ของฉัน", ref="IIT-3"), edit(mine, "ของฉัน")
    write(theirs, "ของเขา")
    before = mine.path.read_bytes()
    with pytest.raises(ConflictError):
        mine.apply(*late)
    assert mine.path.read_bytes() == before
    assert result(mine, "IIT-3") == result(theirs, "IIT-3") != "ของฉัน"


def test_editing_continues_after_a_conflict(pair: tuple[RegisterFile, RegisterFile]) -> None:
    mine, theirs = pair
    late = edit(mine, "ของฉัน")
    write(theirs, "ของเขา")
    with pytest.raises(ConflictError):
        mine.apply(late)
    write(mine, "ของทั้งสอง")
    assert result(RegisterFile(mine.path)) == "ของทั้งสอง"


def test_equal_changes_do_not_conflict(pair: tuple[RegisterFile, RegisterFile]) -> None:
    mine, theirs = pair
    late = edit(mine, "เหมือนกัน")
    write(theirs, "เหมือนกัน")
    mine.apply(late)
    assert [change.who for change in mine.history()] == ["b"]


@pytest.mark.parametrize(
    ("field", "other"),
    [("result", "outcome"), ("done.1", "done.2"), ("done.1", "planned.1"), ("responsible", "responsible_text")],
)
def test_changes_of_different_fields_merge(pair: tuple[RegisterFile, RegisterFile], field: str, other: str) -> None:
    mine, theirs = pair
    new = {"done.1": False, "done.2": False, "planned.1": False, "responsible": ("กองคลัง",)}
    late = edit(mine, new.get(field, "ของฉัน"), field)
    theirs.apply(edit(theirs, new.get(other, "ของเขา"), other))
    mine.apply(late)
    fields = [edit.field for change in theirs.history() for edit in change.edits]
    assert fields == [other, field]
    merged = measure(RegisterFile(mine.path).load())
    if other == "done.2":
        assert merged.done == {3, 4}
    assert merged == measure(mine.load())


def test_changes_of_different_records_merge(pair: tuple[RegisterFile, RegisterFile]) -> None:
    mine, theirs = pair
    late = set_field(mine.load().tracks[0], "outcome", "ของฉัน"), set_field(mine.load(), "title", "ของฉัน")
    write(theirs, "ของเขา")
    theirs.apply(set_field(theirs.load(), "subtitle", "ของเขา"))
    mine.apply(*late)
    register = RegisterFile(mine.path).load()
    assert (register.tracks[0].outcome, register.title, register.subtitle) == ("ของฉัน", "ของฉัน", "ของเขา")
    assert measure(register).result == "ของเขา"


def test_edit_of_removed_measure_conflicts(pair: tuple[RegisterFile, RegisterFile]) -> None:
    mine, theirs = pair
    late = edit(mine, "ของฉัน")
    theirs.apply(*remove_measure(measure(theirs.load())))
    with pytest.raises(ConflictError) as caught:
        mine.apply(late)
    assert caught.value.found is None


def test_removal_of_edited_measure_conflicts(pair: tuple[RegisterFile, RegisterFile]) -> None:
    mine, theirs = pair
    late = remove_measure(measure(mine.load()))
    write(theirs, "ของเขา")
    with pytest.raises(ConflictError):
        mine.apply(*late)
    assert result(mine) == "ของเขา"


def test_measures_added_in_same_place_are_both_kept(pair: tuple[RegisterFile, RegisterFile]) -> None:
    mine, theirs = pair
    late = add_measure(mine.load(), Measure("mine", "IIT", 0, "ของฉัน"))
    theirs.apply(*add_measure(theirs.load(), Measure("theirs", "IIT", 0, "ของเขา")))
    register = mine.apply(*late)
    assert [m.id for m in register.measures_of("IIT")][3:] == ["mine", "theirs"]
    assert RegisterFile(mine.path).load() == register


def test_saves_of_others_are_noticed_and_own_saves_are_not(pair: tuple[RegisterFile, RegisterFile]) -> None:
    mine, theirs = pair
    assert not mine.changed()
    write(theirs, "ของเขา")
    assert mine.changed() and not theirs.changed()
    assert result(mine) == "ของเขา" and not mine.changed()
    write(mine, "ของฉัน")
    assert not mine.changed() and theirs.changed()
    mine.undo()
    assert not mine.changed()


def test_replaced_file_of_same_time_and_size_is_noticed(pair: tuple[RegisterFile, RegisterFile]) -> None:
    mine, theirs = pair
    write(mine, "ก")
    assert result(theirs) == "ก"
    stamp = mine.path.stat()
    copy = mine.path.with_name("copy")
    copy.write_text(mine.path.read_text("utf-8").replace('"ก"', '"ข"'), "utf-8")
    os.utime(copy, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    copy.replace(mine.path)
    assert theirs.changed() and result(theirs) == "ข"


def test_edit_by_hand_is_noticed(file: RegisterFile) -> None:
    write(file, "ก")
    file.path.write_text(file.path.read_text("utf-8").replace('"ก"', '"ไก่"'), "utf-8")
    assert file.changed() and result(file) == "ไก่"


def test_missing_file_is_no_change(file: RegisterFile) -> None:
    file.load()
    file.path.rename(file.path.with_name("away"))
    assert not file.changed()
