"""Two users with the same register, in two real terminals: no text is lost, however either session ends."""

import json
import os
import pwd
import signal
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.draft_desk import kept
from tests.support.officer import LIST_FOOTER, SAVED, list_row, open_app, quit_app, saved_result, start_editing
from tests.support.terminal import Server, Terminal

MY_TEXT, THEIR_TEXT = " ของฉันที่น้ำใส", " ของเขาที่น้ำขุ่น"
CONFLICT = "ทั้งสอง"
ME = pwd.getpwuid(os.getuid()).pw_name
HOSTILE = "[/] \x1b]52;c;aGk=\x07\x9b31m\u202eที่"


def create_conflict(server: Server, file: RegisterFile) -> Terminal:
    """Let two users write at the end of the same result. Return the terminal that shows the conflict."""
    mine, theirs = open_app(server, file), open_app(server, file, (80, 24))
    start_editing(mine)
    start_editing(theirs)
    theirs.write(THEIR_TEXT)
    theirs.wait_until(lambda: SAVED in theirs.header)
    theirs.press("Escape")
    assert quit_app(theirs) == 0
    mine.write(MY_TEXT)
    mine.press("Escape")
    mine.wait_for(CONFLICT)
    return mine


def test_both_texts_are_kept_when_the_user_chooses_both(server: Server, file: RegisterFile) -> None:
    before = saved_result(file, "IIT-1")
    terminal = create_conflict(server, file)
    terminal.wait_for(f"{ME} แก้ไขช่องนี้")
    terminal.press("3")
    terminal.wait_for("▌3")
    terminal.press("Enter")
    terminal.wait_until(lambda: SAVED in terminal.header)
    assert quit_app(terminal) == 0
    assert saved_result(file, "IIT-1") == f"{before}{THEIR_TEXT}\n{before}{MY_TEXT}"


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM])
def test_both_texts_are_kept_when_the_line_drops_before_the_choice(
    server: Server, file: RegisterFile, end: signal.Signals
) -> None:
    server.open("cat")
    before = saved_result(file, "IIT-1")
    terminal = create_conflict(server, file)
    os.kill(terminal.pid, end)
    assert terminal.exit_code() == 128 + end
    assert saved_result(file, "IIT-1") == f"{before}{THEIR_TEXT}\n{before}{MY_TEXT}"


def test_typed_new_measure_is_kept_after_a_dropped_line(server: Server, file: RegisterFile, tmp_path: Path) -> None:
    server.open("cat")
    before = file.load().measures
    terminal = open_app(server, file)
    terminal.press("C-n")
    terminal.wait_for("มาตรการใหม่ IIT-2")
    terminal.write("น้ำดื่มที่จัดให้")
    terminal.wait_for("น้ำดื่มที่จัดให้")
    os.kill(terminal.pid, signal.SIGHUP)
    assert terminal.exit_code() == 128 + signal.SIGHUP
    assert file.load().measures == before
    (texts,) = kept(tmp_path / "state" / "itatui" / "drafts")
    assert "น้ำดื่มที่จัดให้" in texts.values()


def test_other_user_and_their_change_are_shown(server: Server, file: RegisterFile) -> None:
    mine = open_app(server, file)
    assert "+" not in mine.header
    theirs = open_app(server, file, (80, 24))
    mine.wait_until(lambda: f"+ {ME}" in mine.header)
    theirs.wait_until(lambda: "+" in theirs.header)
    theirs.press("Down", "3")
    mine.wait_until(lambda: list_row(mine, "IIT-2").startswith(" *"))
    assert list_row(mine, "IIT-1").startswith("  ")
    os.kill(theirs.pid, signal.SIGKILL)
    mine.wait_until(lambda: "+" not in mine.header)
    mine.press("Down")
    mine.wait_until(lambda: list_row(mine, "IIT-2").startswith("  "))
    assert quit_app(mine) == 0
    assert list(file.path.parent.glob(f"{file.path.name}.open/*")) == []


def test_history_screen_shows_and_undoes_a_change(server: Server, file: RegisterFile) -> None:
    before = saved_result(file, "IIT-1")
    terminal = open_app(server, file)
    start_editing(terminal)
    terminal.write(MY_TEXT)
    terminal.wait_until(lambda: SAVED in terminal.header)
    terminal.press("Escape")
    terminal.wait_until(lambda: LIST_FOOTER in terminal.footer)
    terminal.press("F7")
    terminal.wait_for("1/1", "{+" + MY_TEXT + "+}")
    terminal.press("u")
    terminal.wait_for("2/2", "↶")
    assert saved_result(file, "IIT-1") == before
    terminal.press("Escape")
    terminal.wait_until(lambda: LIST_FOOTER in terminal.footer)
    assert quit_app(terminal) == 0


def test_hostile_text_never_reaches_the_terminal(server: Server, file: RegisterFile) -> None:
    tables = json.loads(file.path.read_text("utf-8"))
    tables["measures"]["1"]["result"] = HOSTILE
    file.path.write_text(json.dumps(tables), "utf-8")
    other = RegisterFile(file.path)
    terminal = open_app(server, file)
    terminal.press("F2")
    terminal.wait_for("^S")
    terminal.write(MY_TEXT)
    terminal.wait_until(lambda: SAVED in terminal.header)
    terminal.press("Escape", "F7")
    terminal.wait_for("␛]52;c;aGk=␇")
    terminal.press("Escape", "F3")
    server.command("set-buffer", f"{HOSTILE} ติด")
    server.command("paste-buffer", "-p", "-t", terminal.name)
    terminal.wait_for("ติด")
    terminal.press("Escape")
    assert quit_app(terminal) == 0
    assert other.load().measures[0].result.endswith(MY_TEXT)
    for raw in (b"\x1b]52", b"\x1b]0;", b"\x1b]2;", "\x9b".encode(), "\u202e".encode(), b"aGk=\x07"):
        assert raw not in terminal.output, terminal.output[terminal.output.index(raw) - 30 :][:60]
