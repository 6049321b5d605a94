"""`itatui restore`: the list, a preview, and going back."""

import json
import shlex
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from itatui.store.backups import backup_paths
from tests.support.command_line import RAW, Run, by_hand, second


@pytest.fixture
def changed(path: Path, run: Run) -> Path:
    """A register that was changed three times."""
    run("set", "IIT-2", "result=ได้มีการจัดอบรมแล้ว", "--untick", "3")
    run("set", "IIT-2", "result=ได้มีการจัดอบรมบุคลากรแล้ว")
    run("remove", "EIT-3")
    return path


def test_none_yet(path: Path, run: Run) -> None:
    code, out, err = run("restore")
    assert (code, out) == (0, "") and "nothing was changed yet" in err
    assert "no generation 1: there are 0" in run("restore", "1").refusal()


def test_the_list(changed: Path, run: Run) -> None:
    lines = run("restore").told().splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2", "3"]
    assert lines[0].endswith("9 measures  measures brought back: 1")
    assert lines[2].endswith("measures changed: 1, measures brought back: 1")
    assert RegisterFile(changed).who in lines[0] and "  -  " in lines[2]


def test_the_list_in_json(changed: Path, run: Run) -> None:
    newest = backup_paths(changed)[0]
    newest.unlink()
    newest.write_bytes(b"{")
    bad, good, _oldest = json.loads(run("restore", "--json").told())
    assert (bad["number"], bad["good"]) == (1, False) and "not JSON" in bad["words"]
    assert (good["number"], good["good"], good["measures"]) == (2, True, 9)
    assert Path(good["file"]) == backup_paths(changed)[1]
    assert run("restore").told().splitlines()[0].split("  ")[-1].startswith("damaged: ")


def test_a_preview_changes_nothing(changed: Path, run: Run) -> None:
    before = changed.read_bytes()
    head, *lines = run("restore", "2", "--preview").told().splitlines()
    assert head.split()[0] == "2"
    assert lines == [
        "  IIT-2: changed Result",
        "    ได้มีการจัดอบรม[-บุคลากร-]แล้ว",
        lines[2],
    ]
    assert lines[2].startswith("  EIT “") and lines[2].endswith("”: added")
    edits = json.loads(run("restore", "2", "--preview", "--json").told())["edits"]
    assert edits[0]["after"] == "ได้มีการจัดอบรมแล้ว" and edits[1]["after"]["track"] == "EIT"
    assert changed.read_bytes() == before


def test_back_and_forth(changed: Path, run: Run) -> None:
    code, out, err = run("restore", "2")
    assert (code, out) == (0, "") and "itatui undo takes it back" in err
    assert second(changed)["result"] == "ได้มีการจัดอบรมแล้ว"
    assert "went back to how it was on" in run("history").told().splitlines()[0]
    assert run("undo").code == 0
    assert second(changed)["result"] == "ได้มีการจัดอบรมบุคลากรแล้ว"
    assert "no difference" in run("restore").told().splitlines()[1]
    assert "so already" in run("restore", "2").err


def test_out_of_a_damaged_register(changed: Path, run: Run) -> None:
    changed.write_bytes(b"{")
    line = run("list").refusal()
    assert line.endswith(f"itatui restore 1 --register {changed}")
    assert run("restore").code == 0 and "cannot be read" in run("restore", "1", "--preview").told()
    code, out, err = run("restore", "1")
    assert (code, out) == (0, "") and "undo" not in err
    (kept,) = changed.parent.glob("*.damaged-*")
    assert str(kept) in err and kept.read_bytes() == b"{"
    assert run("list").code == 0


def test_the_cure_can_be_typed_as_it_stands(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "ทะเบียน 'ของเรา'.json"
    run("new", "2567", "--sample", "--register", str(path))
    run("set", "IIT-2", "result=ก", "--register", str(path))
    path.write_bytes(b"{")
    line = run("show", "--register", str(path)).refusal()
    program, *words = shlex.split(line[line.index("itatui restore") :])
    assert program == "itatui" and run(*words).code == 0
    assert run("show", "--register", str(path)).code == 0


def test_out_of_none_without_making_one(
    tmp_path: Path, changed: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ITATUI_REGISTER")
    assert "no generation 1" in run("restore", "1").refusal()
    assert list((tmp_path / "data").glob("**/*.json")) == []
    changed.unlink()
    monkeypatch.setenv("ITATUI_REGISTER", str(changed))
    assert run("restore", "1").code == 0 and run("list").code == 0


@pytest.mark.parametrize("words", [["--preview"], ["1", "--json"], ["x"]])
def test_words_that_mean_nothing(changed: Path, run: Run, words: list[str]) -> None:
    run("restore", *words).refusal(2)


def test_hostile_text_is_shown_as_it_is(changed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    by_hand(changed, result="\x1b]52;c;x\x07\u202e[-x-]", outcome="\x9b2J")
    run("set", "IIT-2", "result=ดี", "outcome=ดี")
    for words in (["restore"], ["restore", "1", "--preview"], ["history"]):
        assert RAW.search(run(*words).told()) is None
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("history").told()
    assert "\x1b[31m[-␛]52" in coloured and RAW.search(coloured.replace("\x1b[3", "").replace("\x1b[0m", "")) is None
    assert RAW.search(run("history", "--no-color").told()) is None
