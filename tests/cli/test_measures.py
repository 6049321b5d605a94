"""`itatui add`, `remove` and `move`."""

from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests import reference
from tests.support.command_line import Run


def activities(path: Path, code: str = "EIT") -> list[str]:
    return [measure.activity for measure in RegisterFile(path).load().measures_of(code)]


EIT_ACTIVITIES = reference.reference()["tracks"][1]["measures"]


def test_measure_is_added_last(path: Path, run: Run) -> None:
    words = "activity=จัดทำคู่มือ", "responsible=สำนักปลัด", "result=ก", "--plan", "1-4", "--tick", "๑"
    assert run("add", "eit", *words).output() == "EIT-4\n"
    new = RegisterFile(path).load().measures_of("EIT")[3]
    assert (new.activity, new.responsible, new.result) == ("จัดทำคู่มือ", ("สำนักปลัด",), "ก")
    assert (sorted(new.planned), sorted(new.done)) == ([1, 2, 3, 4], [1])


def test_measure_is_added_at_a_position(path: Path, run: Run) -> None:
    assert run("add", "EIT", "activity=ใหม่", "--position", "2").output() == "EIT-2\n"
    assert activities(path) == [EIT_ACTIVITIES[0], "ใหม่", *EIT_ACTIVITIES[1:]]


def test_addition_is_a_single_change(path: Path, run: Run) -> None:
    run("add", "EIT", "activity=ใหม่", "--plan", "1")
    assert len(RegisterFile(path).history()) == 1
    run("undo")
    assert RegisterFile(path).load() == reference.register()


@pytest.mark.parametrize("words", [[], ["activity= "], ["activity=\n"], ["result=ก"]])
def test_measure_without_activity_is_refused(path: Path, run: Run, words: list[str]) -> None:
    before = path.read_bytes()
    assert "enter the activity" in run("add", "EIT", *words).error_line(2)
    assert path.read_bytes() == before


@pytest.mark.parametrize("position", ["-1", "5", "99999999999999999999"])
def test_position_out_of_range_is_refused(path: Path, run: Run, position: str) -> None:
    before = path.read_bytes()
    answer = run("add", "EIT", "activity=ก", "--position", position)
    assert answer.error_line(2) == f"itatui: there is no position {position}: choose from 1 to 4"
    assert "choose from 1 to 3" in run("move", "EIT-1", position).error_line(2)
    assert path.read_bytes() == before


def test_unknown_track_is_refused(path: Path, run: Run) -> None:
    assert "there is no track XIT; choose from: IIT" in run("add", "XIT", "activity=ก").error_line()


def test_measure_is_removed_and_undo_restores_it(path: Path, run: Run) -> None:
    answer = run("remove", "EIT-2")
    assert answer == (0, "", "itatui: deleted; undo with: itatui undo\n")
    assert activities(path) == [EIT_ACTIVITIES[0], EIT_ACTIVITIES[2]]
    run("undo")
    assert RegisterFile(path).load() == reference.register()


def test_removal_of_a_track_is_refused(path: Path, run: Run) -> None:
    before = path.read_bytes()
    message = run("remove", "EIT").error_line()
    assert message == "itatui: EIT is a track; name one of its measures, such as EIT-1"
    assert path.read_bytes() == before


def test_measure_is_moved(path: Path, run: Run) -> None:
    assert run("move", "EIT-3", "1").output() == "EIT-1\n"
    assert activities(path) == [EIT_ACTIVITIES[2], EIT_ACTIVITIES[0], EIT_ACTIVITIES[1]]
    assert run("move", "EIT-1", "3").output() == "EIT-3\n"
    assert activities(path) == EIT_ACTIVITIES


def test_move_to_the_same_position_changes_nothing(path: Path, run: Run) -> None:
    before = path.read_bytes()
    assert run("move", "EIT-2", "2").output() == "EIT-2\n"
    assert path.read_bytes() == before
