"""An officer's day from search to report: every tick and text reaches the screen, the file and the commands."""

import json

import pytest

from itatui.store import RegisterFile
from tests.support.officer import (
    EDITOR_FOOTER,
    LIST_FOOTER,
    SAVED,
    detail_text,
    list_row,
    open_app,
    quit_app,
    run_command,
    saved_measure,
    saved_result,
    start_editing,
)
from tests.support.printed_table import column_text, read, squeeze
from tests.support.terminal import Server, Terminal, TerminalModes

SENTENCE = " ทั้งนี้ได้แจกคู่มือที่น้ำท่วมถึงเก้าสิบเก้าเล่ม"
TYPED = SENTENCE.replace(" ", "")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_officers_day(server: Server, file: RegisterFile, size: tuple[int, int]) -> None:
    before = saved_result(file, "EIT-3")
    terminal = open_app(server, file, size)
    find_measure(terminal, "คู่มือ", "EIT-3")
    untick_quarter(terminal, file)
    write_result(terminal, file)
    undo_and_redo(terminal, file, before)
    show_report(terminal)
    assert quit_app(terminal) == 0
    terminal.wait_until(lambda: terminal.modes() == TerminalModes(alternate=False, cursor=True))
    check_after_restart(open_app(server, file, size))
    check_commands(file, before + SENTENCE)


def find_measure(terminal: Terminal, word: str, ref: str) -> None:
    terminal.press("F3")
    terminal.wait_for("─ ค้นหา ─")
    terminal.write(word)
    terminal.press("Enter")
    terminal.wait_until(lambda: list_row(terminal, ref) and not list_row(terminal, "IIT-1"))
    terminal.wait_for(LIST_FOOTER)
    assert not list_row(terminal, "OIT-1")


def untick_quarter(terminal: Terminal, file: RegisterFile) -> None:
    assert "●●●●" in list_row(terminal, "EIT-3")
    assert SAVED not in terminal.header
    terminal.press("3")
    terminal.wait_until(lambda: SAVED in terminal.header)
    assert "●●!●" in list_row(terminal, "EIT-3")
    assert saved_measure(file, "EIT-3")["done"] == [1, 2, 4]


def write_result(terminal: Terminal, file: RegisterFile) -> None:
    start_editing(terminal)
    terminal.write(SENTENCE)
    terminal.wait_until(lambda: TYPED in detail_text(terminal))
    terminal.wait_until(lambda: saved_result(file, "EIT-3").endswith(SENTENCE))
    terminal.wait_until(lambda: SAVED in terminal.header)
    assert EDITOR_FOOTER in terminal.footer
    terminal.press("Escape")
    terminal.wait_until(lambda: EDITOR_FOOTER not in terminal.footer)


def undo_and_redo(terminal: Terminal, file: RegisterFile, before: str) -> None:
    terminal.press("C-z")
    terminal.wait_until(lambda: saved_result(file, "EIT-3") == before)
    terminal.wait_until(lambda: TYPED not in detail_text(terminal))
    terminal.press("C-y")
    terminal.wait_until(lambda: saved_result(file, "EIT-3") == before + SENTENCE)
    terminal.wait_until(lambda: SAVED in terminal.header)


def show_report(terminal: Terminal) -> None:
    terminal.press("F8")
    terminal.wait_for("─ รายงาน ─", "╞═")
    assert "IIT-1" not in terminal.text
    terminal.press("Escape")
    terminal.wait_until(lambda: list_row(terminal, "EIT-3"))


def check_after_restart(terminal: Terminal) -> None:
    find_measure(terminal, "เก้าสิบเก้า", "EIT-3")
    assert "●●!●" in list_row(terminal, "EIT-3")
    start_editing(terminal)
    terminal.wait_until(lambda: TYPED in detail_text(terminal))
    assert quit_app(terminal) == 0


def check_commands(file: RegisterFile, text: str) -> None:
    measure = saved_measure(file, "EIT-3")
    assert (measure["result"], measure["done"]) == (text, [1, 2, 4])
    printed = read(run_command(file, "report", "--width", "100").output().splitlines())
    assert squeeze(text) in column_text(printed, 2)
    history = json.loads(run_command(file, "history", "EIT-3", "--json").output())
    assert len(history) == 4  # tick, text (a single entry for all its saves), undo, redo
    assert history[2]["undoes"] == history[3]["redoes"] == history[1]["number"]
