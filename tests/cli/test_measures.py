"""`itatui add`, `remove` and `move`: the list itself."""

from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests import reference
from tests.support.command_line import Run


def activities(path: Path, code: str = "EIT") -> list[str]:
    return [measure.activity for measure in RegisterFile(path).load().measures_of(code)]


TOLD = reference.reference()["tracks"][1]["measures"]


def test_added_last(path: Path, run: Run) -> None:
    words = "activity=จัดทำคู่มือ", "responsible=สำนักปลัด", "result=ก", "--plan", "1-4", "--tick", "๑"
    assert run("add", "eit", *words).output() == "EIT-4\n"
    new = RegisterFile(path).load().measures_of("EIT")[3]
    assert (new.activity, new.responsible, new.result) == ("จัดทำคู่มือ", ("สำนักปลัด",), "ก")
    assert (sorted(new.planned), sorted(new.done)) == ([1, 2, 3, 4], [1])


def test_added_at_a_position(path: Path, run: Run) -> None:
    assert run("add", "EIT", "activity=ใหม่", "--position", "2").output() == "EIT-2\n"
    assert activities(path) == [TOLD[0], "ใหม่", *TOLD[1:]]


def test_adding_is_one_change(path: Path, run: Run) -> None:
    run("add", "EIT", "activity=ใหม่", "--plan", "1")
    assert len(RegisterFile(path).history()) == 1
    run("undo")
    assert RegisterFile(path).load() == reference.register()


@pytest.mark.parametrize("words", [[], ["activity= "], ["activity=\n"], ["result=ก"]])
def test_one_that_does_not_say_what_is_to_be_done(path: Path, run: Run, words: list[str]) -> None:
    before = path.read_bytes()
    assert "say what is to be done" in run("add", "EIT", *words).error_line(2)
    assert path.read_bytes() == before


@pytest.mark.parametrize("position", ["-1", "5", "99999999999999999999"])
def test_a_position_that_is_not_there(path: Path, run: Run, position: str) -> None:
    before = path.read_bytes()
    answer = run("add", "EIT", "activity=ก", "--position", position)
    assert answer.error_line(2) == f"itatui: there is no position {position}: they go from 1 to 4"
    assert "they go from 1 to 3" in run("move", "EIT-1", position).error_line(2)
    assert path.read_bytes() == before


def test_a_track_that_is_not_there(path: Path, run: Run) -> None:
    assert "there is no track XIT; there are IIT" in run("add", "XIT", "activity=ก").error_line()


def test_removed(path: Path, run: Run) -> None:
    answer = run("remove", "EIT-2")
    assert answer == (0, "", "itatui: removed; itatui undo brings it back\n")
    assert activities(path) == [TOLD[0], TOLD[2]]
    run("undo")
    assert RegisterFile(path).load() == reference.register()


def test_a_track_is_not_removed(path: Path, run: Run) -> None:
    before = path.read_bytes()
    said = run("remove", "EIT").error_line()
    assert said == "itatui: EIT is a track; name one of its measures, as EIT-1"
    assert path.read_bytes() == before


def test_moved(path: Path, run: Run) -> None:
    assert run("move", "EIT-3", "1").output() == "EIT-1\n"
    assert activities(path) == [TOLD[2], TOLD[0], TOLD[1]]
    assert run("move", "EIT-1", "3").output() == "EIT-3\n"
    assert activities(path) == TOLD


def test_moved_to_where_it_is(path: Path, run: Run) -> None:
    before = path.read_bytes()
    assert run("move", "EIT-2", "2").output() == "EIT-2\n"
    assert path.read_bytes() == before
