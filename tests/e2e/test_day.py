"""An officer's day, from the first key to the report: what was typed and ticked is everywhere where it must be."""

import json

import pytest

from itatui.store import RegisterFile
from tests.support.officer import (
    EDITOR,
    LIST,
    SAVED,
    ask,
    detail,
    edits,
    leaves,
    result,
    row,
    shown,
    sits_down,
)
from tests.support.printed import column, read, squeezed
from tests.support.terminal import Order, Server, Terminal

SENTENCE = " ทั้งนี้ได้แจกคู่มือที่น้ำท่วมถึงเก้าสิบเก้าเล่ม"
TYPED = SENTENCE.replace(" ", "")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_a_day(server: Server, file: RegisterFile, size: tuple[int, int]) -> None:
    before = result(file, "EIT-3")
    terminal = sits_down(server, file, size)
    finds(terminal, "คู่มือ", "EIT-3")
    unticks(terminal, file)
    writes(terminal, file)
    goes_back_and_forth(terminal, file, before)
    looks_at_the_table(terminal)
    assert leaves(terminal) == 0
    terminal.until(lambda: terminal.order() == Order(alternate=False, cursor=True))
    is_there_again(sits_down(server, file, size))
    is_told_everywhere(file, before + SENTENCE)


def finds(terminal: Terminal, word: str, ref: str) -> None:
    terminal.press("F3")
    terminal.sees("─ ค้นหา ─")
    terminal.write(word)
    terminal.press("Enter")
    terminal.until(lambda: row(terminal, ref) and not row(terminal, "IIT-1"))
    terminal.sees(LIST)
    assert not row(terminal, "OIT-1")


def unticks(terminal: Terminal, file: RegisterFile) -> None:
    assert "● ● ● ●" in row(terminal, "EIT-3")
    assert SAVED not in terminal.head
    terminal.press("3")
    terminal.until(lambda: SAVED in terminal.head)
    assert "● ● ! ●" in row(terminal, "EIT-3")
    assert shown(file, "EIT-3")["done"] == [1, 2, 4]


def writes(terminal: Terminal, file: RegisterFile) -> None:
    edits(terminal)
    terminal.write(SENTENCE)
    terminal.until(lambda: TYPED in detail(terminal))
    terminal.until(lambda: result(file, "EIT-3").endswith(SENTENCE))
    terminal.until(lambda: SAVED in terminal.head)
    assert EDITOR in terminal.foot
    terminal.press("Escape")
    terminal.until(lambda: EDITOR not in terminal.foot)


def goes_back_and_forth(terminal: Terminal, file: RegisterFile, before: str) -> None:
    terminal.press("C-z")
    terminal.until(lambda: result(file, "EIT-3") == before)
    terminal.until(lambda: TYPED not in detail(terminal))
    terminal.press("C-y")
    terminal.until(lambda: result(file, "EIT-3") == before + SENTENCE)
    terminal.until(lambda: SAVED in terminal.head)


def looks_at_the_table(terminal: Terminal) -> None:
    terminal.press("F8")
    terminal.sees("─ รายงาน ─", "╞═")
    assert "IIT-1" not in terminal.text
    terminal.press("Escape")
    terminal.until(lambda: row(terminal, "EIT-3"))


def is_there_again(terminal: Terminal) -> None:
    finds(terminal, "เก้าสิบเก้า", "EIT-3")
    assert "● ● ! ●" in row(terminal, "EIT-3")
    edits(terminal)
    terminal.until(lambda: TYPED in detail(terminal))
    assert leaves(terminal) == 0


def is_told_everywhere(file: RegisterFile, text: str) -> None:
    measure = shown(file, "EIT-3")
    assert (measure["result"], measure["done"]) == (text, [1, 2, 4])
    printed = read(ask(file, "report", "--width", "100").told().splitlines())
    assert squeezed(text) in column(printed, 2)
    past = json.loads(ask(file, "history", "EIT-3", "--json").told())
    assert len(past) == 4  # the tick; the sentence, however many pauses it had; undone; and done again
    assert past[2]["undoes"] == past[3]["redoes"] == past[1]["number"]
