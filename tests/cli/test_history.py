"""`itatui history`, `undo` and `redo`."""

import json
import re
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests import reference
from tests.support.command_line import Run, second


@pytest.fixture
def changed_register(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a register with three changes in its history."""
    run("set", "IIT-2", "result=ก")
    run("set", "EIT", "outcome=ข")
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.7 1 192.0.2.1 22")
    run("set", "IIT-2", "--untick", "3")
    return path


def change_numbers(text: str) -> list[str]:
    """Return the numbers of the changes in an answer."""
    return [line.split()[0] for line in text.splitlines() if not line.startswith(" " * 6)]


def test_latest_change_comes_first(changed_register: Path, run: Run) -> None:
    lines = [line for line in run("history").output().splitlines() if not line.startswith(" " * 6)]
    author = RegisterFile(changed_register).who
    pattern = r" {4}(\d)  \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d  (\S+)  (.+)"
    parts = [found.groups() for line in lines if (found := re.fullmatch(pattern, line))]
    assert parts == [
        ("3", f"{author}@192.0.2.7", "IIT-2: unticked quarter 3"),
        ("2", author, "EIT: changed Outcome"),
        ("1", author, "IIT-2: changed Result"),
    ]


def test_history_is_that_of_the_named_measure_or_track(changed_register: Path, run: Run) -> None:
    assert change_numbers(run("history", "IIT-2").output()) == ["3", "1"]
    assert change_numbers(run("history", "eit").output()) == ["2"]
    assert run("history", "OIT-1").output() == ""


def test_history_of_the_register_has_its_own_fields_alone(changed_register: Path, run: Run) -> None:
    run("set", "register", "title=ใหม่")
    assert change_numbers(run("history", "register").output()) == ["4"]


def test_text_difference_is_shown(path: Path, run: Run) -> None:
    run("set", "IIT-2", "result=จัดอบรมแล้ว 2 ครั้ง")
    run("set", "IIT-2", "result=จัดอบรมบุคลากรแล้ว 3 ครั้ง", "responsible=กองคลัง", "--untick", "1")
    lines = run("history").output().splitlines()[:5]
    assert lines[0].endswith("IIT-2: changed Result, changed Responsible, unticked quarter 1")
    assert lines[1:3] == ["       IIT-2: changed Result", "         จัดอบรม{+บุคลากร+}แล้ว [-2-]{+3+} ครั้ง"]
    assert lines[4] == "         [-สำนักปลัด, ทุกกองงาน-]{+กองคลัง+}"


def test_difference_is_coloured_only_if_wanted(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("set", "EIT-1", "result=เก่า")
    run("set", "EIT-1", "result=ใหม่")
    assert "\x1b" not in run("history").output()
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[31m[-เก่า-]\x1b[0m\x1b[32m{+ใหม่+}\x1b[0m" in run("history").output()
    assert "\x1b" not in run("history", "--no-color").output()


def test_json_has_every_change_with_its_edits(changed_register: Path, run: Run) -> None:
    run("undo")
    found = json.loads(run("history", "--json").output())
    assert [each["number"] for each in found] == [1, 2, 3, 4]
    assert {name: found[3][name] for name in found[3] if name not in ("when", "edits")} == {
        "number": 4,
        "who": RegisterFile(changed_register).who,
        "from": "192.0.2.7",
        "undoes": 3,
        "redoes": 0,
        "restores": "",
        "words": "Undone: IIT-2: unticked quarter 3 (change 3)",
    }
    (edit,) = found[0]["edits"]
    assert (edit["field"], edit["after"], edit["words"]) == ("result", "ก", "IIT-2: changed Result")
    assert found[0]["from"] == "" and found[0]["words"] == "IIT-2: changed Result"


def test_history_of_an_unchanged_register_is_empty(path: Path, run: Run) -> None:
    assert run("history").output() == ""
    assert run("history", "--json").output() == "[]\n"


def test_undo_and_redo_are_told_and_saved(changed_register: Path, run: Run) -> None:
    assert run("undo") == (0, "", "itatui: Undone: IIT-2: unticked quarter 3 (change 3)\n")
    assert second(changed_register)["done"] == [1, 2, 3, 4]
    assert run("redo") == (0, "", "itatui: Redone: IIT-2: unticked quarter 3 (change 3)\n")
    assert second(changed_register)["done"] == [1, 2, 4]


def test_undo_by_number_leaves_later_changes(changed_register: Path, run: Run) -> None:
    assert run("undo", "1") == (0, "", "itatui: Undone: IIT-2: changed Result (change 1)\n")
    assert second(changed_register)["result"] == reference.register().measures[1].result
    assert second(changed_register)["done"] == [1, 2, 4]


def test_undo_of_an_undone_change_undoes_no_other(changed_register: Path, run: Run) -> None:
    run("undo", "1")
    run("set", "IIT-3", "result=ค")
    assert "IIT-3" not in run("undo", "1").err
    assert RegisterFile(changed_register).load().measures[2].result == "ค"


@pytest.mark.parametrize("words", [["undo", "9"], ["undo", "-1"], ["redo"]])
def test_nothing_to_undo_or_redo_is_refused(changed_register: Path, run: Run, words: list[str]) -> None:
    before = changed_register.read_bytes()
    assert "no such change" in run(*words).error_line()
    assert changed_register.read_bytes() == before


def test_undo_of_a_non_number_is_refused(changed_register: Path, run: Run) -> None:
    assert "invalid int value: 'x'" in run("undo", "x").error_line(2)
