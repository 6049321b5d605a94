"""Resizes at any moment keep the cursor's position, the text, and closed borders."""

from functools import partial

import pytest

from itatui.store import RegisterFile
from itatui.thai import cells
from tests.support.officer import EDITOR_FOOTER, LIST_FOOTER, SAVED, open_app, quit_app, saved_result, start_editing
from tests.support.terminal import Server, Terminal

SIZES = [(60, 20), (200, 60), (80, 24), (61, 20), (120, 36), (69, 24), (70, 24), (60, 20)]
WORDS = ("ที่น้ำท่วม", "ถึงเก้าสิบเก้าเล่ม", "เพื่อ", "ผู้รับ", "กำกับ", "ให้คำแนะนำ", "และเผยแพร่", "ซ้ำ")


def is_complete(terminal: Terminal, size: tuple[int, int]) -> bool:
    """Return whether the picture fills this size with every pane's border closed."""
    lines = terminal.lines
    corners = [sum(line.count(corner) for line in lines) for corner in "┌┐└┘"]
    return len(lines) == size[1] and max(map(cells, lines)) <= size[0] and len(set(corners)) == 1 and corners[0] > 0


def shows_in_last_pane(terminal: Terminal, word: str) -> bool:
    """Return whether the pane on the right, or the only pane, shows a word, which may be wrapped."""
    lines = (line.rstrip("│█ ") for line in terminal.lines)  # without border and scroll bar
    return word in "".join(line.split("││")[-1].lstrip("│▌ ") for line in lines)


def test_position_and_text_survive_resizes(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file, (120, 36))
    before = saved_result(file, "IIT-3")
    terminal.press("Down", "Down")
    start_editing(terminal)
    for size, word in zip(SIZES, WORDS, strict=True):
        terminal.write(word[:4])
        terminal.resize(*size)  # in the middle of a word
        terminal.write(word[4:])
        terminal.wait_until(partial(is_complete, terminal, size))
        terminal.wait_until(partial(shows_in_last_pane, terminal, word))
        assert EDITOR_FOOTER in terminal.footer
    terminal.wait_until(lambda: saved_result(file, "IIT-3") == before + "".join(WORDS))
    terminal.press("Escape")
    terminal.wait_until(lambda: EDITOR_FOOTER not in terminal.footer)
    terminal.press("Escape")
    terminal.wait_for("IIT-3", LIST_FOOTER)
    terminal.resize(120, 36)
    terminal.wait_until(lambda: SAVED in terminal.header)
    assert quit_app(terminal) == 0


@pytest.mark.parametrize("size", [(60, 20), (200, 60)])
def test_text_can_be_written_in_any_size(server: Server, file: RegisterFile, size: tuple[int, int]) -> None:
    terminal = open_app(server, file, size)
    before = saved_result(file, "IIT-1")
    start_editing(terminal)
    terminal.write("แล้ว")
    terminal.wait_until(lambda: saved_result(file, "IIT-1") == before + "แล้ว")
    assert is_complete(terminal, size)
    assert quit_app(terminal) == 0
