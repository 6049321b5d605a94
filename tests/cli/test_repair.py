"""`itatui repair`, and repairs by `set`, `add` and `new`."""

import io
import json
import sys
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.command_line import Run, by_hand, second, tables

DAMAGED = "ไดม้ีการอบรมเพ่ือเผยแพร่ประชาสมพันธ์ให้ทราบ"
REPAIRED = "ไดมี้การอบรมเพื่อเผยแพร่ประชาสมพันธ์ให้ทราบ"
CORRECT = "ได้มีการอบรมเพื่อเผยแพร่ประชาสัมพันธ์ให้ทราบ"


@pytest.fixture
def damaged(path: Path) -> Path:
    by_hand(path, result=DAMAGED)
    return path


def test_repair_lists_damage_and_changes_nothing(damaged: Path, run: Run) -> None:
    before = damaged.read_bytes()
    answer = run("repair")
    assert answer.code == 0
    assert answer.out.splitlines() == [
        "IIT-2 Result: damaged letters: 2",
        "     ได[-ม้ี-]{+มี้+}การอบรม[-เพ่ือ-]{+เพื่อ+}เผยแพร่ประชาสมพันธ์ให้ทราบ",
        "  1  IIT-2 Result: mark on the wrong letter",
        "     [-ไดมี้-]{+ได้มี+}การอบรมเพื่อเผยแพร่ประชาสม…",
        "  2  IIT-2 Result: missing mark",
        "     ไดมี้การอบรมเพื่อเผยแพร่[-ประชาสมพันธ์-]{+ประชาสัมพันธ์+}ให้ทราบ",
    ]
    assert "damaged letters: 2" in answer.err and "places to check: 2" in answer.err and "--apply" in answer.err
    assert damaged.read_bytes() == before


def test_undamaged_register_has_nothing_to_repair(path: Path, run: Run) -> None:
    for words in ([], ["IIT"], ["--apply"], ["--apply", "--all"]):
        answer = run("repair", *words)
        assert (answer.code, answer.out, answer.err) == (0, "", "itatui: nothing to fix\n")
    assert RegisterFile(path).history() == []


@pytest.mark.parametrize(
    ("words", "stored", "message"),
    [
        ([], REPAIRED, "suggestions applied: 0 of 2"),
        (["--take", "2"], REPAIRED.replace("ประชาสมพันธ์", "ประชาสัมพันธ์"), "suggestions applied: 1 of 2"),
        (["--take", "1,๒"], CORRECT, "suggestions applied: 2 of 2"),
        (["--take", "1-2"], CORRECT, "suggestions applied: 2 of 2"),
        (["--all"], CORRECT, "suggestions applied: 2 of 2"),
    ],
)
def test_apply_repairs_in_a_single_change(damaged: Path, run: Run, words: list[str], stored: str, message: str) -> None:
    answer = run("repair", "IIT-2", "--apply", *words)
    assert (answer.code, answer.out) == (0, "")
    assert "damaged letters fixed: 2" in answer.err and message in answer.err
    assert second(damaged)["result"] == stored
    assert len(RegisterFile(damaged).history()) == 1
    run("undo")
    assert second(damaged)["result"] == DAMAGED


def test_several_fields_are_repaired_in_a_single_change(damaged: Path, run: Run) -> None:
    by_hand(damaged, outcome="ดีข้ึน", activity="จดัทำแผน")
    run("set", "register", "title=รายงาน")
    run("repair", "--apply", "--all")
    found = second(damaged)
    assert (found["result"], found["outcome"], found["activity"]) == (CORRECT, "ดีขึ้น", "จัดทำแผน")
    assert [len(change.edits) for change in RegisterFile(damaged).history()] == [1, 3]
    run("undo")
    assert second(damaged)["outcome"] == "ดีข้ึน"


def test_suggestions_are_not_applied_unless_taken(path: Path, run: Run) -> None:
    by_hand(path, result="และมคีวามตระหนัก")
    answer = run("repair", "--apply")
    assert (answer.code, answer.err) == (0, "itatui: no damaged letters; the places to check were not changed\n")
    assert RegisterFile(path).history() == []


def test_json_lists_repairs_and_suggestions(damaged: Path, run: Run) -> None:
    view = json.loads(run("repair", "IIT-2", "--json").output())
    address = {"kind": "measure", "id": "iit-2567-2", "field": "result"}
    assert view["mended"] == [{**address, "count": 2, "before": DAMAGED, "after": REPAIRED}]
    first, other = view["doubtful"]
    assert first == {
        "number": 1,
        **address,
        "start": 0,
        "end": 5,
        "before": "ไดมี้",
        "after": "ได้มี",
        "why": "slipped",
        "words": "mark on the wrong letter",
    }
    assert REPAIRED[other["start"] : other["end"]] == other["before"] == "ประชาสมพันธ์"


REFUSED = {
    "--take and --all need --apply": ["--take", "1"],
    "--json works only without --apply": ["--json", "--apply"],
    "there is no suggestion 3: choose from 1 to 2": ["--apply", "--take", "3"],
    "there is no suggestion 2-3: choose": ["--apply", "--take", "1,2-3"],
    "there is no suggestion 0: choose": ["--apply", "--take", "0"],
    "there is no suggestion 2-1: choose": ["--apply", "--take", "2-1"],
    "x is not a number": ["--apply", "--take", "x"],
    "1-x is not a number": ["--apply", "--take", "1-x"],
    "not allowed with": ["--apply", "--take", "1", "--all"],
}


@pytest.mark.parametrize("message", REFUSED)
def test_wrong_options_are_refused(damaged: Path, run: Run, message: str) -> None:
    before = damaged.read_bytes()
    assert message in run("repair", "IIT-2", *REFUSED[message]).error_line(2)
    assert damaged.read_bytes() == before


def test_unknown_measure_is_refused(damaged: Path, run: Run) -> None:
    assert "there is no IIT-9" in run("repair", "IIT-9").error_line()


def test_set_repairs_its_values_with_a_note(path: Path, run: Run) -> None:
    answer = run("set", "IIT-2", "result=เพ่ือประชาชน", "outcome=ดี")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "itatui: result: damaged letters fixed: 1\n"
    assert second(path)["result"] == "เพื่อประชาชน"
    assert run("set", "IIT-2", "evidence=เพ่ือ.pdf").code == 0
    assert second(path)["evidence"][0]["target"] == "เพ่ือ.pdf"


def test_set_repairs_standard_input(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("นํ้า\nข้ึน".encode()), "utf-8"))
    assert "result: damaged letters fixed: 2" in run("set", "IIT-2", "result=-").err
    assert second(path)["result"] == "น้ำ\nขึ้น"


def test_add_and_new_repair_their_values(path: Path, run: Run, tmp_path: Path) -> None:
    assert "activity: damaged letters fixed: 1" in run("add", "IIT", "activity=เพ่ือประชาชน").err
    assert tables(path)["measures"]["10"]["activity"] == "เพื่อประชาชน"
    new = tmp_path / "new.json"
    assert "--agency: damaged letters" in run("new", "2568", "--agency", "อบต.ทา่ข้ึน", "--register", str(new)).err
    assert tables(new)["register"]["1"]["agency"] == "อบต.ทา่ขึ้น"


SPLIT = "ได้ด าเนินการตามจ านวนที่ส านักงานก าหนด"
JOINED = "ได้ดำเนินการตามจำนวนที่สำนักงานกำหนด"


@pytest.mark.parametrize("words", [[], ["--all"]])
def test_split_sara_am_in_the_file_is_joined_by_repair(path: Path, run: Run, words: list[str]) -> None:
    by_hand(path, result=SPLIT)
    assert "IIT-2 Result: damaged letters: 4" in run("repair").out
    assert "damaged letters fixed: 4" in run("repair", "IIT-2", "--apply", *words).err
    assert second(path)["result"] == JOINED
    assert run("repair").err == "itatui: nothing to fix\n"


def test_split_sara_am_is_joined_by_set_add_and_new(path: Path, run: Run, tmp_path: Path) -> None:
    assert run("set", "IIT-2", f"result={SPLIT}").err == "itatui: result: damaged letters fixed: 4\n"
    assert second(path)["result"] == JOINED
    assert run("set", "IIT-2", "evidence=ค าสั่ง.pdf").code == 0
    assert second(path)["evidence"][0]["target"] == "ค าสั่ง.pdf"
    assert "damaged letters fixed: 1" in run("add", "IIT", "activity=จัดท าแผน").err
    assert tables(path)["measures"]["10"]["activity"] == "จัดทำแผน"
    new = tmp_path / "new.json"
    assert "--agency: damaged letters" in run("new", "2568", "--agency", "ส านักงานเขต", "--register", str(new)).err
    assert tables(new)["register"]["1"]["agency"] == "สำนักงานเขต"


def test_doubtful_and_lost_sara_am_are_suggested_and_taken(path: Path, run: Run) -> None:
    by_hand(path, result="เรือล าใหญ่ตามที่กาหนด")
    answer = run("repair", "IIT-2")
    assert "1  IIT-2 Result: ำ split by a space" in answer.out and "2  IIT-2 Result: missing mark" in answer.out
    run("repair", "IIT-2", "--apply", "--all")
    assert second(path)["result"] == "เรือลำใหญ่ตามที่กำหนด"
