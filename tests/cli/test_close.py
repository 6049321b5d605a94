"""`itatui close`: a closed register refuses changes, and tells how to open it."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from itatui.cli.commands import close
from itatui.store import RegisterFile
from tests.support.command_line import Run


@pytest.fixture
def closed(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the reference register, closed on 1 November 2024, with a change before that."""
    monkeypatch.setattr(close, "today", lambda: date(2024, 11, 1))
    run("set", "IIT-1", "outcome=ก่อนปิด")
    assert run("close").out == "2024-11-01\n"
    return path


@pytest.mark.parametrize(
    "words",
    [
        ["set", "IIT-1", "result=ใหม่"],
        ["set", "IIT-1", "--untick", "4"],
        ["set", "register", "title=ใหม่"],
        ["set", "IIT", "outcome=ใหม่"],
        ["add", "IIT", "activity=ใหม่"],
        ["remove", "IIT-1"],
        ["move", "IIT-1", "3"],
        ["move", "IIT-1", "EIT"],
        ["track", "add", "HR", "name_th=ก"],
        ["field", "add", "budget", "kind=money"],
        ["check", "IIT", "--quiet", "claim", "--reason", "ก"],
        ["undo", "1"],
        ["restore", "2"],
    ],
)
def test_a_closed_register_refuses_every_change_and_tells_how_to_open_it(
    closed: Path, run: Run, words: list[str]
) -> None:
    before = closed.read_bytes()
    line = run(*words).error_line()
    assert "closed on 1 Nov 2024" in line and "itatui close --reopen --reason TEXT" in line
    assert closed.read_bytes() == before


def test_a_closed_register_is_read_as_ever(closed: Path, run: Run) -> None:
    for words in (["report"], ["list"], ["overview"], ["show", "--json"], ["history"]):
        assert run(*words).code == 0
    assert "Closed: 2024-11-01" in run("show").output()
    assert json.loads(run("show", "--json").output())["closed"] == "2024-11-01"


def test_it_is_opened_again_with_a_reason_that_is_kept(closed: Path, run: Run) -> None:
    run("close", "--reopen").error_line(2)
    run("close", "--reopen", "--reason", " ").error_line(2)
    assert run("close", "--reopen", "--reason", "แก้คำผิดในผลลัพธ์").code == 0
    assert run("set", "IIT-1", "result=ใหม่").code == 0
    history = run("history").output()
    assert "opened again" in history and "แก้คำผิดในผลลัพธ์" in history and "closed (2024-11-01)" in history
    run("close")
    assert RegisterFile(closed).load().closed == "2024-11-01"


def test_no_way_back_opens_it_without_a_reason(closed: Path, run: Run) -> None:
    before = closed.read_bytes()
    assert "itatui close --reopen --reason TEXT" in run("undo").error_line()
    run("restore", "1")
    assert closed.read_bytes() == before


def test_opening_again_is_undone_as_any_change(closed: Path, run: Run) -> None:
    run("close", "--reopen", "--reason", "แก้คำผิด")
    assert run("undo").code == 0
    assert RegisterFile(closed).load().closed == "2024-11-01"
    run("redo").error_line()


def test_name_and_fingerprint_of_the_published_file_are_kept(path: Path, run: Run, tmp_path: Path) -> None:
    report = tmp_path / "รายงาน 2567.pdf"
    report.write_bytes(b"%PDF-1.7 report")
    out = run("close", str(report)).out
    day, rest = RegisterFile(path).load().closed.split(" ", 1)
    assert rest == f"รายงาน 2567.pdf sha256:{sha256(b'%PDF-1.7 report').hexdigest()}" and out == f"{day} {rest}\n"
    assert rest in run("history").output()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--reason", "ก"], 2),
        (["--reopen", "--reason", "ก"], 2),
        (["report.pdf", "--reopen", "--reason", "ก"], 2),
        (["missing.pdf"], 1),
        (["."], 1),
    ],
)
def test_a_refused_closing_changes_nothing(path: Path, run: Run, words: list[str], code: int) -> None:
    before = path.read_bytes()
    assert "itatui new" not in run("close", *words).error_line(code)
    assert path.read_bytes() == before


def test_a_closed_register_is_not_closed_twice(closed: Path, run: Run) -> None:
    assert "1 Nov 2024" in run("close").error_line(2)


def test_next_years_register_is_open(closed: Path, run: Run, tmp_path: Path) -> None:
    target = tmp_path / "next.json"
    assert run("new", "2568", "--from", str(closed), "--agency", "อบต.ใหม่", "--register", str(target)).code == 0
    assert RegisterFile(target).load().closed == ""
    assert run("set", "IIT-1", "--tick", "1", "--register", str(target)).code == 0
