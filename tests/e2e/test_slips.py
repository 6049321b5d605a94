"""Slips of the hand: prose typed where it is a command, and the way back of a command that was meant."""

from itatui.store import RegisterFile
from tests.support.officer import EDITOR_FOOTER, detail_text, open_app, quit_app, saved_measure, start_editing
from tests.support.terminal import Server

PROSE = "ภาพรวมดีขึ้น"
NOTHING = "จึงไม่มีการแก้ไขใด ๆ กด F2 เพื่อเขียน"
BACK = "· ^Z เลิกทำ"


def test_prose_in_the_list_does_nothing_and_is_told(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file)
    terminal.write(PROSE)
    terminal.wait_for(NOTHING)
    assert quit_app(terminal) == 0
    assert file.history() == []


def test_prose_behind_tab_is_written_in_the_next_text(server: Server, file: RegisterFile) -> None:
    before = saved_measure(file, "IIT-1")
    terminal = open_app(server, file)
    start_editing(terminal)
    terminal.write("ก")
    terminal.wait_until(lambda: (before["result"] + "ก").replace(" ", "") in detail_text(terminal))
    terminal.press("Tab")
    terminal.wait_until_idle()
    terminal.write(PROSE)
    terminal.wait_for(PROSE, EDITOR_FOOTER)
    assert quit_app(terminal) == 0
    after = saved_measure(file, "IIT-1")
    assert after == before | {"result": before["result"] + "ก", "outcome": before["outcome"] + PROSE}


def test_prose_on_a_text_of_the_detail_is_written(server: Server, file: RegisterFile) -> None:
    before = saved_measure(file, "IIT-1")
    terminal = open_app(server, file)
    terminal.press("Right")
    terminal.write(PROSE)
    terminal.wait_for(EDITOR_FOOTER)
    assert quit_app(terminal) == 0
    assert saved_measure(file, "IIT-1") == before | {"activity": before["activity"] + PROSE}


def test_a_tick_is_told_and_taken_back(server: Server, file: RegisterFile) -> None:
    before = saved_measure(file, "IIT-1")
    terminal = open_app(server, file)
    terminal.press("4")
    terminal.wait_for("IIT-1: ", BACK)
    terminal.press("C-z")
    terminal.wait_for("เลิกทำแล้ว")
    assert quit_app(terminal) == 0
    assert saved_measure(file, "IIT-1") == before


def test_enter_held_in_the_list_writes_no_line_breaks(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file)
    terminal.press(*["Enter"] * 20)
    terminal.wait_until_idle()
    assert quit_app(terminal) == 0
    assert file.history() == []
