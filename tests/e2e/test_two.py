"""Two officers at one register, in two real terminals: nobody's words are lost, however either of them ends."""

import json
import os
import pwd
import signal

import pytest

from itatui.store import RegisterFile
from tests.support.officer import LIST, SAVED, edits, leaves, result, row, sits_down
from tests.support.terminal import Server, Terminal

MINE, THEIRS = " ของฉันที่น้ำใส", " ของเขาที่น้ำขุ่น"
ASKED = "ทั้งสอง"
ME = pwd.getpwuid(os.getuid()).pw_name
HOSTILE = "[/] \x1b]52;c;aGk=\x07\x9b31m\u202eที่"


def both_write(server: Server, file: RegisterFile) -> Terminal:
    """Two write at the end of one result; returns the terminal of the one who comes second, and is asked."""
    mine, theirs = sits_down(server, file), sits_down(server, file, (80, 24))
    edits(mine)
    edits(theirs)
    theirs.write(THEIRS)
    theirs.until(lambda: SAVED in theirs.head)
    theirs.press("Escape")
    assert leaves(theirs) == 0
    mine.write(MINE)
    mine.press("Escape")
    mine.sees(ASKED)
    return mine


def test_both_are_kept_when_one_chooses_so(server: Server, file: RegisterFile) -> None:
    before = result(file, "IIT-1")
    terminal = both_write(server, file)
    terminal.sees(f"{ME} เขียนในช่องนี้")
    terminal.press("3")
    terminal.sees("▌3")
    terminal.press("Enter")
    terminal.until(lambda: SAVED in terminal.head)
    assert leaves(terminal) == 0
    assert result(file, "IIT-1") == f"{before}{THEIRS}\n{before}{MINE}"


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM])
def test_both_are_kept_when_the_line_drops_before_one_chooses(
    server: Server, file: RegisterFile, end: signal.Signals
) -> None:
    server.open("cat")
    before = result(file, "IIT-1")
    terminal = both_write(server, file)
    os.kill(terminal.pid, end)
    assert terminal.code() == 128 + end
    assert result(file, "IIT-1") == f"{before}{THEIRS}\n{before}{MINE}"


def test_a_new_measure_that_is_typed_outlives_the_line(server: Server, file: RegisterFile) -> None:
    server.open("cat")
    terminal = sits_down(server, file)
    terminal.press("C-n")
    terminal.sees("IIT-2: ")
    terminal.write("น้ำดื่มที่จัดให้")
    terminal.sees("น้ำดื่มที่จัดให้")
    os.kill(terminal.pid, signal.SIGHUP)
    assert terminal.code() == 128 + signal.SIGHUP
    assert file.load().measures[1].activity == "น้ำดื่มที่จัดให้"


def test_each_sees_who_else_is_there_and_what_they_changed(server: Server, file: RegisterFile) -> None:
    mine = sits_down(server, file)
    assert "+" not in mine.head
    theirs = sits_down(server, file, (80, 24))
    mine.until(lambda: f"+ {ME}" in mine.head)
    theirs.until(lambda: "+" in theirs.head)
    theirs.press("Down", "3")
    mine.until(lambda: row(mine, "IIT-2").startswith(" *"), 2.0)
    assert row(mine, "IIT-1").startswith("  ")
    os.kill(theirs.pid, signal.SIGKILL)
    mine.until(lambda: "+" not in mine.head)
    mine.press("Down")
    mine.until(lambda: row(mine, "IIT-2").startswith("  "))
    assert leaves(mine) == 0
    assert list(file.path.parent.glob(f"{file.path.name}.open/*")) == []


def test_the_past_and_what_is_taken_back(server: Server, file: RegisterFile) -> None:
    before = result(file, "IIT-1")
    terminal = sits_down(server, file)
    edits(terminal)
    terminal.write(MINE)
    terminal.until(lambda: SAVED in terminal.head)
    terminal.press("Escape")
    terminal.until(lambda: LIST in terminal.foot)
    terminal.press("F7")
    terminal.sees("1/1", "{+" + MINE + "+}")
    terminal.press("u")
    terminal.sees("2/2", "↶")
    assert result(file, "IIT-1") == before
    terminal.press("Escape")
    terminal.until(lambda: LIST in terminal.foot)
    assert leaves(terminal) == 0


def test_hostile_text_reaches_no_terminal(server: Server, file: RegisterFile) -> None:
    tables = json.loads(file.path.read_text("utf-8"))
    tables["measures"]["1"]["result"] = HOSTILE
    file.path.write_text(json.dumps(tables), "utf-8")
    other = RegisterFile(file.path)
    terminal = sits_down(server, file)
    terminal.press("F2")
    terminal.sees("^S")
    terminal.write(MINE)
    terminal.until(lambda: SAVED in terminal.head)
    terminal.press("Escape", "F7")
    terminal.sees("␛]52;c;aGk=␇")
    terminal.press("Escape", "F3")
    server.ask("set-buffer", f"{HOSTILE} ติด")
    server.ask("paste-buffer", "-p", "-t", terminal._name)
    terminal.sees("ติด")
    terminal.press("Escape")
    assert leaves(terminal) == 0
    assert other.load().measures[0].result.endswith(MINE)
    for raw in (b"\x1b]52", b"\x1b]0;", b"\x1b]2;", "\x9b".encode(), "\u202e".encode(), b"aGk=\x07"):
        assert raw not in terminal.written, terminal.written[terminal.written.index(raw) - 30 :][:60]
