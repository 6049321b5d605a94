"""Texts typed in dialogs of the real program, which then ends in every way: the next start offers them again."""

import os
import signal
from pathlib import Path
from typing import NamedTuple

import pytest

from itatui.store import RegisterFile
from tests.support.draft_desk import texts_kept
from tests.support.officer import LIST_FOOTER
from tests.support.terminal import Server, Terminal

TEXT = "น้ำดื่มที่จัดให้ผู้เข้าอบรม"
NOTE = "เก็บไว้จากครั้งก่อน"
KEPT = "เก็บไว้ให้ครั้งหน้า"


class Door(NamedTuple):
    """A dialog with a text."""

    keys: tuple[str, ...]
    """Keys from the first picture to the dialog, each with the text that is shown then."""
    shown: tuple[str, ...]


DOORS = {
    "add": Door(("C-n",), ("มาตรการใหม่",)),
    "assign": Door(("o",), ("คั่นด้วยจุลภาค",)),
    "decide": Door(("F5", "d"), ("ทบทวนแล้ว", "มติเรื่อง")),
    "minutes": Door(("F5", "F8"), ("ทบทวนแล้ว", "ปิดประชุมหรือไม่")),
    "evidence": Door(("g", "0", "Enter"), ("ไปที่", "หลักฐาน", "ชื่อหลักฐาน")),
    "setting": Door(("s", "End", "Enter"), ("ส่วนงานของท่าน", " 7/7 ", "Esc: ยกเลิก")),
}


def open_door(server: Server, file: RegisterFile, door: str) -> Terminal:
    """Start the program and open a dialog."""
    terminal = server.itatui("--register", str(file.path))
    terminal.wait_for("IIT-1", LIST_FOOTER)
    for key, text in zip(*DOORS[door], strict=True):
        terminal.press(key)
        terminal.wait_for(text)
    return terminal


def type_text(terminal: Terminal) -> None:
    terminal.write(TEXT)
    terminal.wait_until(lambda: TEXT in terminal.text)


@pytest.mark.parametrize("door", DOORS)
def test_a_dialogs_text_survives_a_kill(server: Server, file: RegisterFile, tmp_path: Path, door: str) -> None:
    terminal = open_door(server, file, door)
    type_text(terminal)
    terminal.wait_until(lambda: TEXT in texts_kept(tmp_path))
    os.kill(terminal.pid, signal.SIGKILL)
    assert terminal.exit_code() == 128 + signal.SIGKILL
    open_door(server, file, door).wait_for(TEXT, NOTE)


@pytest.mark.parametrize(
    ("door", "number"),
    [
        ("add", signal.SIGHUP),
        ("add", signal.SIGTERM),
        ("add", signal.SIGINT),
        ("assign", signal.SIGTERM),
        ("decide", signal.SIGINT),
        ("minutes", signal.SIGHUP),
        ("minutes", signal.SIGTERM),
        ("minutes", signal.SIGINT),
        ("setting", signal.SIGHUP),
    ],
)
def test_a_dialogs_text_survives_a_signal(
    server: Server, file: RegisterFile, door: str, number: signal.Signals
) -> None:
    before = file.load().measures
    terminal = open_door(server, file, door)
    type_text(terminal)
    os.kill(terminal.pid, number)
    terminal.exit_code()
    assert file.load().measures == before
    open_door(server, file, door).wait_for(TEXT, NOTE)


@pytest.mark.parametrize(
    ("door", "key"),
    [("add", "C-q"), ("assign", "F12"), ("decide", "C-q"), ("minutes", "C-q"), ("minutes", "F12"), ("setting", "F12")],
)
def test_quitting_in_a_dialog_tells_that_its_text_is_kept(
    server: Server, file: RegisterFile, door: str, key: str
) -> None:
    terminal = open_door(server, file, door)
    type_text(terminal)
    terminal.press(key)
    assert terminal.exit_code() == 0
    terminal.wait_for(KEPT)
    open_door(server, file, door).wait_for(TEXT, NOTE)


def test_escape_saves_the_details_of_the_minutes(server: Server, file: RegisterFile, tmp_path: Path) -> None:
    terminal = open_door(server, file, "minutes")
    type_text(terminal)
    terminal.press("Escape")
    terminal.wait_until(lambda: [meeting.no for meeting in file.load().meetings] == [TEXT])
    terminal.wait_until(lambda: TEXT not in texts_kept(tmp_path))
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.exit_code()
    open_door(server, file, "minutes").wait_for(TEXT)


def open_agency(server: Server) -> Terminal:
    """Start without a register, and open the question for the agency."""
    terminal = server.itatui()
    terminal.wait_for("ยินดีต้อนรับ")
    terminal.press("Down", "Enter")
    terminal.wait_for("ชื่อหน่วยงาน")
    return terminal


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_the_agency_of_a_new_register_survives(server: Server, tmp_path: Path, number: signal.Signals) -> None:
    terminal = open_agency(server)
    type_text(terminal)
    terminal.wait_until(lambda: TEXT in texts_kept(tmp_path))
    os.kill(terminal.pid, number)
    terminal.exit_code()
    terminal = open_agency(server)
    terminal.wait_for(TEXT, NOTE)
    terminal.wait_until_idle()  # a held Enter does nothing in the dialog that it opened
    terminal.press("Enter")
    terminal.wait_until(lambda: "ปีงบประมาณ (พ.ศ.)" in terminal.text)
    terminal.write("2599")
    terminal.wait_until(lambda: "2599" in texts_kept(tmp_path))
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.exit_code()
    terminal = open_agency(server)
    terminal.wait_for(TEXT)
    terminal.wait_until_idle()
    terminal.press("Enter")
    terminal.wait_for("2599", NOTE)
