"""`itatui restore`: list, preview and restore."""

import json
import shlex
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from itatui.store.backups import backup_paths
from tests.support.command_line import RAW, Run, by_hand, second


@pytest.fixture
def changed_register(path: Path, run: Run) -> Path:
    """Return a register that was changed three times."""
    run("set", "IIT-2", "result=ได้มีการจัดอบรมแล้ว", "--untick", "3")
    run("set", "IIT-2", "result=ได้มีการจัดอบรมบุคลากรแล้ว")
    run("remove", "EIT-3")
    return path


def test_unchanged_register_has_no_backups(path: Path, run: Run) -> None:
    code, out, err = run("restore")
    assert (code, out) == (0, "") and "nothing has been changed yet" in err
    assert "no version 1; versions kept: 0" in run("restore", "1").error_line()


def test_backups_are_listed_newest_first(changed_register: Path, run: Run) -> None:
    lines = run("restore").output().splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2", "3"]
    assert [line.split("  ")[-1].split(" “")[0] for line in lines] == [
        "before deleting EIT",
        "before changing Result of IIT-2",
        "before: IIT-2: changed Result, unticked quarter 3",
    ]
    assert RegisterFile(changed_register).who in lines[0] and "  -  " in lines[2]


def test_a_backup_is_named_by_the_change_that_followed_it(path: Path, run: Run) -> None:
    for words in (["--untick", "2"], ["--tick", "2"], ["result="], ["result=ใหม่"]):
        run("set", "IIT-2", *words)
    run("undo")
    assert [line.split("  ")[-1] for line in run("restore").output().splitlines()] == [
        "before: Undone: IIT-2: wrote Result (change 4)",
        "before writing Result of IIT-2 (same as now)",
        "before clearing Result of IIT-2",
        "before ticking quarter 2 of IIT-2",
        "before unticking quarter 2 of IIT-2",
    ]
    assert json.loads(run("restore", "--json").output())[2]["name"] == "before clearing Result of IIT-2"


def test_a_backup_is_named_by_its_time_if_the_next_change_is_not_known(path: Path, run: Run) -> None:
    for text in ("ก", "ข", "ค"):
        run("set", "IIT-2", f"result={text}")
    found = json.loads(path.read_text("utf-8"))
    for row in found["history"].values():
        row["who"] = "other"
    path.write_text(json.dumps(found), "utf-8")
    newest = run("restore").output().splitlines()[0]
    assert newest.split("  ")[-1].startswith("version of ")


def test_versions_are_listed_by_time_while_the_register_is_damaged(changed_register: Path, run: Run) -> None:
    changed_register.write_bytes(b"{")
    lines = run("restore").output().splitlines()
    assert all("cannot be read" in line for line in lines)


def test_backup_of_a_newer_version_is_listed_as_such_and_not_restored(changed_register: Path, run: Run) -> None:
    newest = backup_paths(changed_register)[0]
    found = json.loads(newest.read_text("utf-8"))
    found["register"]["1"]["schema"] = 12
    newest.unlink()
    newest.write_text(json.dumps(found), "utf-8")
    line = run("restore").output().splitlines()[0]
    assert line.endswith("  -  written by a newer itatui (format version 12); open it with that itatui")
    assert "open it with that itatui; nothing was changed" in run("restore", "1").error_line()
    assert "newer itatui" in run("restore", "1", "--preview").output()
    assert [each["good"] for each in json.loads(run("restore", "--json").output())] == [True, True, True]
    assert "3 of 3 good" in run("doctor").out


def test_json_list_marks_damaged_backups(changed_register: Path, run: Run) -> None:
    newest = backup_paths(changed_register)[0]
    newest.unlink()
    newest.write_bytes(b"{")
    bad, good, _oldest = json.loads(run("restore", "--json").output())
    assert (bad["number"], bad["good"]) == (1, False) and "not JSON" in bad["words"]
    assert (good["number"], good["good"], good["measures"]) == (2, True, 9)
    assert Path(good["file"]) == backup_paths(changed_register)[1]
    assert run("restore").output().splitlines()[0].split("  ")[-1].startswith("damaged: ")


def test_preview_shows_the_edits_and_changes_nothing(changed_register: Path, run: Run) -> None:
    before = changed_register.read_bytes()
    head, *lines = run("restore", "2", "--preview").output().splitlines()
    assert head.split()[0] == "2"
    assert lines == [
        "  IIT-2: changed Result",
        "    ได้มีการจัดอบรม[-บุคลากร-]แล้ว",
        lines[2],
    ]
    assert lines[2].startswith("  EIT “") and lines[2].endswith("”: added")
    edits = json.loads(run("restore", "2", "--preview", "--json").output())["edits"]
    assert edits[0]["after"] == "ได้มีการจัดอบรมแล้ว" and edits[1]["after"]["track"] == "EIT"
    assert changed_register.read_bytes() == before


def test_restore_can_be_undone(changed_register: Path, run: Run) -> None:
    code, out, err = run("restore", "2")
    assert (code, out) == (0, "") and "undo with: itatui undo" in err
    assert second(changed_register)["result"] == "ได้มีการจัดอบรมแล้ว"
    assert "restored the version of" in run("history").output().splitlines()[0]
    assert run("undo").code == 0
    assert second(changed_register)["result"] == "ได้มีการจัดอบรมบุคลากรแล้ว"
    assert "(same as now)" in run("restore").output().splitlines()[1]
    assert "already matches" in run("restore", "2").err


def test_damaged_register_is_restored_and_kept_aside(changed_register: Path, run: Run) -> None:
    changed_register.write_bytes(b"{")
    line = run("list").error_line()
    assert line.endswith(f"itatui restore 1 --register {changed_register}")
    assert run("restore").code == 0 and "cannot be read" in run("restore", "1", "--preview").output()
    code, out, err = run("restore", "1")
    assert (code, out) == (0, "") and "undo" not in err
    (damaged_copy,) = changed_register.parent.glob("*.damaged-*")
    assert str(damaged_copy) in err and damaged_copy.read_bytes() == b"{"
    assert run("list").code == 0


def test_restore_command_of_the_error_runs_as_it_stands(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "ทะเบียน 'ของเรา'.json"
    run("new", "2567", "--sample", "--register", str(path))
    run("set", "IIT-2", "result=ก", "--register", str(path))
    path.write_bytes(b"{")
    line = run("show", "--register", str(path)).error_line()
    program, *words = shlex.split(line[line.index("itatui restore") :])
    assert program == "itatui" and run(*words).code == 0
    assert run("show", "--register", str(path)).code == 0


def test_missing_register_is_restored_without_creating_the_sample(
    tmp_path: Path, changed_register: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ITATUI_REGISTER")
    assert "no version 1" in run("restore", "1").error_line()
    assert list((tmp_path / "data").glob("**/*.json")) == []
    changed_register.unlink()
    monkeypatch.setenv("ITATUI_REGISTER", str(changed_register))
    assert run("restore", "1").code == 0 and run("list").code == 0


@pytest.mark.parametrize("words", [["--preview"], ["1", "--json"], ["x"]])
def test_wrong_arguments_are_refused(changed_register: Path, run: Run, words: list[str]) -> None:
    run("restore", *words).error_line(2)


def test_control_characters_are_printed_harmlessly(
    changed_register: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand(changed_register, result="\x1b]52;c;x\x07\u202e[-x-]", outcome="\x9b2J")
    run("set", "IIT-2", "result=ดี", "outcome=ดี")
    for words in (["restore"], ["restore", "1", "--preview"], ["history"]):
        assert RAW.search(run(*words).output()) is None
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("history").output()
    assert "\x1b[31m[-␛]52" in coloured and RAW.search(coloured.replace("\x1b[3", "").replace("\x1b[0m", "")) is None
    assert RAW.search(run("history", "--no-color").output()) is None
