"""`itatui set`."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.command_line import ROOT, Run, by_hand, second, tables
from tests.support.mounts import pretend_mount


def test_field_is_set(path: Path, run: Run) -> None:
    assert run("set", "iit-2", "result=ได้มีการอบรม = ดี").output() == ""
    assert second(path)["result"] == "ได้มีการอบรม = ดี"


def test_several_fields_are_a_single_change(path: Path, run: Run) -> None:
    run("set", "IIT-2", "result=ก", "outcome=ข", "--untick", "2", "--unplan", "3-4").output()
    found = second(path)
    assert (found["result"], found["outcome"], found["done"], found["planned"]) == ("ก", "ข", [1, 3, 4], [1, 2])
    assert len(RegisterFile(path).history()) == 1
    run("undo")
    assert second(path)["planned"] == [1, 2, 3, 4]


def test_first_save_on_a_shared_file_system_is_noted_on_standard_error(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    pretend_mount(monkeypatch, path.parent, "nfs4")
    answer = run("set", "IIT-2", "result=ก")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.startswith(f"itatui: {path} is on nfs4: ") and answer.err.count("\n") == 1
    assert run("set", "IIT-2", "result=ข").err == ""


@pytest.mark.parametrize(
    ("words", "done"),
    [
        (["--tick", "3"], [3]),
        (["--tick", "1,3"], [1, 3]),
        (["--tick", "1-3"], [1, 2, 3]),
        (["--tick", "๒ – ๔"], [2, 3, 4]),
        (["--tick", "1", "--tick", "๔"], [1, 4]),
        (["done=1,3"], [1, 3]),
        (["done=๑-๒"], [1, 2]),
    ],
)
def test_quarters_are_set_by_options_and_fields(path: Path, run: Run, words: list[str], done: list[int]) -> None:
    by_hand(path, done=[], planned=[1])
    run("set", "IIT-2", *words).output()
    assert second(path)["done"] == done
    run("set", "IIT-2", *(word.replace("--tick", "--plan").replace("done", "planned") for word in words)).output()
    assert second(path)["planned"] == (done if "=" in words[0] else sorted({1, *done}))
    run("set", "IIT-2", "done=").output()
    assert second(path)["done"] == []


def test_last_value_of_a_field_wins(path: Path, run: Run) -> None:
    run("set", "IIT-2", "result=ก", "result=ข").output()
    run("set", "IIT-2", "done=", "--tick", "2").output()
    assert (second(path)["result"], second(path)["done"]) == ("ข", [2])


@pytest.mark.parametrize("done", [[], [2]])
def test_contradictory_options_are_no_conflict_with_another_user(path: Path, run: Run, done: list[int]) -> None:
    by_hand(path, done=done)
    assert "someone else" not in run("set", "IIT-2", "--tick", "2", "--untick", "2").err


def test_every_other_field_is_set(path: Path, run: Run) -> None:
    run("set", "IIT-2", "activity=ก", "responsible=กองคลัง , กองช่าง", "responsible_text=กองคลังกับกองช่าง").output()
    path.with_name("b.pdf").write_text("")
    run("set", "IIT-2", "evidence=คำสั่ง | https://example.org/?a=1\nb.pdf", "reported_with=iit-1").output()
    found = second(path)
    assert (found["activity"], found["responsible"]) == ("ก", ["กองคลัง", "กองช่าง"])
    assert found["responsible_text"] == "กองคลังกับกองช่าง"
    assert found["evidence"] == [
        {"label": "คำสั่ง", "target": "https://example.org/?a=1"},
        {"label": "", "target": "b.pdf"},
    ]
    assert found["reported_with"] == "iit-2567-1"
    run("set", "IIT-2", "reported_with=", "evidence=", "responsible=").output()
    found = second(path)
    assert (found["reported_with"], found["evidence"], found["responsible"]) == ("", [], [])


def test_fields_of_track_and_register_are_set(path: Path, run: Run) -> None:
    run("set", "EIT", "outcome=ดีขึ้น", "name_en=External").output()
    run("set", "register", "agency=อบต.ใหม่", "fiscal_year=๒๕๖๘", "title=หนึ่ง\nสอง").output()
    found = tables(path)
    assert (found["tracks"]["2"]["outcome"], found["tracks"]["2"]["name_en"]) == ("ดีขึ้น", "External")
    fields = found["register"]["1"]
    assert (fields["agency"], fields["fiscal_year"], fields["title"]) == ("อบต.ใหม่", 2568, "หนึ่ง สอง")


@pytest.mark.parametrize(
    ("text", "stored"), [("บรรทัด\nสอง\n", "บรรทัด\nสอง"), ("ก\r\nข", "ก\nข"), ("-\n", "-"), ("\nก\n\n", "\nก\n")]
)
def test_dash_reads_standard_input(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, text: str, stored: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "ascii", newline=""))
    run("set", "IIT-2", "result=-").output()
    assert second(path)["result"] == stored


def test_standard_input_in_another_encoding_is_refused(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("ไทย".encode("cp874")), "utf-8"))
    assert run("set", "IIT-2", "result=-").error_line(2) == "itatui: standard input is not UTF-8"
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["", "\n", "\r\n", "\n\n"])
def test_empty_standard_input_erases_nothing(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
    line = run("set", "IIT-2", "outcome=ก", "result=-").error_line(2)
    assert line == "itatui: standard input is empty; to empty the field, type result="
    assert path.read_bytes() == before


def test_closed_standard_input_erases_nothing(path: Path) -> None:
    before = path.read_bytes()
    for redirection in ("<&-", "</dev/null"):
        for words in ("set IIT-2 result=-", "add IIT activity=ก result=-"):
            command = f"exec {sys.executable} -m itatui --lang en {words} {redirection}"
            done = subprocess.run(
                ["sh", "-c", command], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
            )
            assert (done.returncode, done.stdout) == (2, b"")
            assert b"standard input is empty" in done.stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize("fields", [["result=-", "outcome=-"], ["result=-", "result=-"]])
def test_standard_input_given_twice_is_refused(path: Path, run: Run, fields: list[str]) -> None:
    before = path.read_bytes()
    assert "only one field" in run("set", "IIT-2", *fields).error_line(2)
    assert "only one field" in run("add", "IIT", "activity=ก", *fields).error_line(2)
    assert path.read_bytes() == before


def test_endless_standard_input_is_refused(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    with Path("/dev/zero").open(encoding="utf-8") as endless:
        monkeypatch.setattr(sys, "stdin", endless)
        assert "larger than 32 MB" in run("set", "IIT-2", "result=-").error_line(2)
    assert path.read_bytes() == before


REFUSED = {
    "nothing to change": [],
    "nonsense is not FIELD=VALUE": ["nonsense"],
    "there is no field nonsense; choose from: activity, planned, done": ["nonsense=1"],
    "there is no field done.1": ["done.1=x"],
    "there is no field ;": ["=x"],
    "write quarters as 1-4 or 1,3, not 5": ["done=5"],
    "write quarters as 1-4 or 1,3, not x": ["--tick", "x"],
    "write quarters as 1-4 or 1,3, not 3-1": ["--plan", "3-1"],
    "there is no field fiscal_year": ["fiscal_year=2568"],
    "a measure can only be reported with another measure of its track": ["reported_with=EIT-1"],
    "IIT is not a measure": ["reported_with=IIT"],
    "unrecognized arguments: --nonsense": ["--nonsense"],
    "expected one argument": ["--tick"],
}


@pytest.mark.parametrize("message", REFUSED)
def test_wrong_arguments_change_nothing(path: Path, run: Run, message: str) -> None:
    before = path.read_bytes()
    assert message in run("set", "IIT-2", *(["outcome=ก"] if REFUSED[message] else []), *REFUSED[message]).error_line(2)
    assert path.read_bytes() == before


def test_quarters_of_a_track_are_refused(path: Path, run: Run) -> None:
    assert "only measures have quarters" in run("set", "IIT", "--tick", "1").error_line(2)
    assert "there is no field done" in run("set", "register", "done=1").error_line(2)


@pytest.mark.parametrize(
    ("year", "message"),
    [
        ("2024", "2024 is not a Buddhist Era year: did you mean 2567?"),
        ("2499", "2499 is not a fiscal year from 2500 to 2699 (Buddhist Era)"),
        ("สอง", "สอง is not a year"),
        ("12", "12 is not a fiscal year from 2500 to 2699 (Buddhist Era)"),
        ("", " is not a year"),
        ("9" * 5000, "is not a"),
    ],
)
def test_invalid_year_is_refused(path: Path, run: Run, year: str, message: str) -> None:
    assert message in run("set", "register", f"fiscal_year={year}").error_line(2)
