"""A fault of the program itself: everything typed is saved or kept, the terminal restored, and the exit code is 1."""

import shutil
import sys
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.command_line import ROOT
from tests.support.draft_desk import texts_kept
from tests.support.faulty_program import AT_CTRL_T, AT_START, NEXT_KEY, WORDS
from tests.support.officer import LIST_FOOTER
from tests.support.raw_terminal import RESTORED, RawTerminal, raw_terminal

ACTIVITY = "จัดทำน้ำดื่มให้ผู้มาติดต่อ"
KEPT = "เก็บไว้ให้ครั้งหน้า"
ALL_SAVED, OTHERS_SAVED = "ข้อความที่ท่านพิมพ์ไว้บันทึกแล้วทั้งหมด", "ข้อความอื่นที่ท่านพิมพ์ไว้บันทึกแล้วทั้งหมด"
NEW_MEASURE, CTRL_T, CTRL_N, F2, F5 = "มาตรการใหม่", b"\x14", b"\x0e", b"\x1bOQ", b"\x1b[15~"


def faulty(kind: str) -> list[str]:
    return [sys.executable, "-m", "tests.support.faulty_program", kind]


def press(output: bytes) -> bytes:
    return b"x" if NEXT_KEY in output else b""


def ends_in_order(run: RawTerminal, home: Path) -> None:
    """Wait for the end; expect the exit code, the modes of the terminal, and a last line that names the details."""
    assert run.wait_for_exit() == 1
    assert all(sequence in run.text for sequence in RESTORED)
    _screen, _left, shell = run.text.rpartition("\x1b[?1004l")
    *before, last = shell.splitlines()
    assert len(before) < 2 and "Traceback" not in shell, shell
    report = home / "state" / "itatui" / "fault.txt"
    assert str(report) in last
    assert WORDS in report.read_text("utf-8")


@pytest.mark.parametrize("kind", AT_CTRL_T)
def test_fault_keeps_the_text_of_a_dialog(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path, kind: str
) -> None:
    before = file.load().measures
    with raw_terminal(faulty(kind), variables, press) as run:
        run.wait_for("IIT-1", LIST_FOOTER)
        run.send(CTRL_N)
        run.wait_for(NEW_MEASURE)
        run.send(ACTIVITY.encode() + CTRL_T)
        ends_in_order(run, tmp_path)
        shell = run.text.rpartition("\x1b[?1004l")[2]
        assert f"{KEPT}: {NEW_MEASURE}" in shell
        assert OTHERS_SAVED in shell and ALL_SAVED not in shell
    assert file.load().measures == before
    assert ACTIVITY in texts_kept(tmp_path)
    report = (tmp_path / "state" / "itatui" / "fault.txt").read_text("utf-8")
    assert ACTIVITY not in report


@pytest.mark.parametrize("kind", ["action", "worker", "save thread"])
def test_fault_saves_the_text_of_a_field(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path, kind: str
) -> None:
    with raw_terminal(faulty(kind), variables, press) as run:
        run.wait_for("IIT-1", LIST_FOOTER)
        run.send(F2)
        run.wait_for("^S บันทึก")
        run.send(ACTIVITY.encode() + CTRL_T)
        ends_in_order(run, tmp_path)
        assert ALL_SAVED in run.text.rpartition("\x1b[?1004l")[2]
    assert [ACTIVITY in measure.result for measure in file.load().measures].count(True) == 1


def test_fault_keeps_the_text_of_a_decision(variables: dict[str, str], file: RegisterFile, tmp_path: Path) -> None:
    with raw_terminal(faulty("action"), variables, press) as run:
        run.wait_for("IIT-1", LIST_FOOTER)
        run.send(F5)
        run.wait_for("ทบทวนแล้ว")
        run.send(b"d")
        run.wait_for("มติเรื่อง", "เว้นว่างได้")
        run.send(ACTIVITY.encode() + CTRL_T)
        ends_in_order(run, tmp_path)
        assert KEPT in run.text.rpartition("\x1b[?1004l")[2]
    assert not file.load().decisions
    assert ACTIVITY in texts_kept(tmp_path)


@pytest.mark.parametrize("kind", AT_START)
def test_fault_at_the_start_restores_the_terminal(variables: dict[str, str], tmp_path: Path, kind: str) -> None:
    with raw_terminal(faulty(kind), variables, press) as run:
        ends_in_order(run, tmp_path)


def test_fault_without_a_place_for_details_prints_them(variables: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder", encoding="utf-8")
    with raw_terminal(faulty("mount"), variables, press) as run:
        assert run.wait_for_exit() == 1
    _screen, _left, shell = run.text.rpartition("\x1b[?1004l")
    assert "Traceback" in shell and WORDS in shell
    assert shell.rstrip().splitlines()[-1].startswith("itatui: ")


def test_program_that_is_removed_while_it_is_open_saves_what_is_typed(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path
) -> None:
    program = tmp_path / "program"
    for part in ("itatui", "data", "styles"):
        shutil.copytree(ROOT / part, program / part, ignore=shutil.ignore_patterns("__pycache__"))
    own = {**variables, "PYTHONPATH": str(program)}
    with raw_terminal([sys.executable, "-P", "-m", "itatui"], own, press) as run:
        run.wait_for("IIT-1", LIST_FOOTER)
        run.send(F2)
        run.wait_for("^S บันทึก")
        run.wait_until((tmp_path / "state" / "itatui" / "recent.json").exists)  # written when all is loaded
        (program / "itatui").rename(program / "removed")
        run.send(ACTIVITY.encode())
        run.wait_until(lambda: any(ACTIVITY in measure.result for measure in file.load().measures))
