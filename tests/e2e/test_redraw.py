"""Partial updates of the picture, and the full redraw by Ctrl+L."""

from itatui.store import RegisterFile
from tests.support.officer import open_app, quit_app
from tests.support.terminal import Server

IDLE_POLLS = 20
"""A second: nothing blinks here, and a loaded machine may pause in the middle of a picture."""
WAY_BACK = ("· ^Z", "· ^Y")
"""The end of each message about a change, which disappears by itself."""
COUNTED = "ต้องแก้"
"""Word of the count of the publish check."""
WALK = [
    ["Down", "Down", "Down", "Up"],
    ["Tab", "Down", "Down", "PageDown", "PageUp"],
    ["Escape", "F3", *"ประชา", "Enter"],
    ["Escape", "F1", "Down", "Down", "Escape"],
    ["F2", "End", *"ที่นี่ทำน้ำ", "Home", "เ", "Delete", "Escape", "Escape"],
    ["C-z", "F8", "PageDown", "Escape", "2", "C-z"],
    ["S-Tab", "Down", "Down", "Tab", "]", "["],
]


def test_partial_updates_equal_a_full_redraw(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file)
    terminal.wait_for(COUNTED)  # it comes by itself after two seconds
    for keys in WALK:
        terminal.press(*keys)
        terminal.wait_until_idle(IDLE_POLLS)
        terminal.wait_until(lambda: not any(end in terminal.text for end in WAY_BACK))
        terminal.wait_until_idle(IDLE_POLLS)
        before = terminal.text
        terminal.press("C-l")
        terminal.wait_until_idle(IDLE_POLLS)
        assert terminal.text == before
    assert quit_app(terminal) == 0


def test_ctrl_l_removes_text_of_another_program(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file)
    terminal.wait_until_idle(IDLE_POLLS)
    before = terminal.text
    terminal.write_from_outside("\x1b[9;30Hbroadcast message")
    terminal.wait_for("broadcast message")
    terminal.press("C-l")
    terminal.wait_until(lambda: terminal.text == before)
    assert quit_app(terminal) == 0


def test_palette_runs_a_command(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file)
    terminal.press("C-p")
    terminal.wait_for("พิมพ์เพื่อค้นหาคำสั่ง", "แก้ไขช่อง")
    terminal.write("ที่ล่าช้า")
    terminal.wait_until(lambda: "แสดงเฉพาะมาตรการที่ล่าช้า" in terminal.text and "แก้ไขช่อง" not in terminal.text)
    terminal.press("Enter")
    terminal.wait_for("ไม่มีมาตรการ", "0/9")
    assert quit_app(terminal) == 0
