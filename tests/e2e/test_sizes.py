"""The terminal takes another size at any moment: the place and the text stay, and every border is closed."""

from functools import partial

import pytest

from itatui.store import RegisterFile
from itatui.thai import cells
from tests.support.officer import EDITOR, LIST, SAVED, edits, leaves, result, sits_down
from tests.support.terminal import Server, Terminal

SIZES = [(60, 20), (200, 60), (80, 24), (61, 20), (120, 36), (69, 24), (70, 24), (60, 20)]
WORDS = ("ที่น้ำท่วม", "ถึงเก้าสิบเก้าเล่ม", "เพื่อ", "ผู้รับ", "กำกับ", "ให้คำแนะนำ", "และเผยแพร่", "ซ้ำ")


def whole(terminal: Terminal, size: tuple[int, int]) -> bool:
    """Whether it is drawn in that size, to its last line, with each pane closed above and below."""
    lines = terminal.lines
    corners = [sum(line.count(corner) for line in lines) for corner in "┌┐└┘"]
    return len(lines) == size[1] and max(map(cells, lines)) <= size[0] and len(set(corners)) == 1 and corners[0] > 0


def test_place_and_text_stay(server: Server, file: RegisterFile) -> None:
    terminal = sits_down(server, file, (120, 36))
    before = result(file, "IIT-3")
    terminal.press("Down", "Down")
    edits(terminal)
    for size, word in zip(SIZES, WORDS, strict=True):
        terminal.write(word[:4])
        terminal.resize(*size)  # in the middle of a word
        terminal.write(word[4:])
        terminal.until(partial(whole, terminal, size))
        terminal.sees(word)
        assert EDITOR in terminal.foot
    terminal.until(lambda: result(file, "IIT-3") == before + "".join(WORDS))
    terminal.press("Escape")
    terminal.until(lambda: EDITOR not in terminal.foot)
    terminal.press("Escape")
    terminal.sees("IIT-3", LIST)
    terminal.resize(120, 36)
    terminal.until(lambda: SAVED in terminal.head)
    assert leaves(terminal) == 0


@pytest.mark.parametrize("size", [(60, 20), (200, 60)])
def test_a_measure_can_be_ticked_and_written_in_any_size(
    server: Server, file: RegisterFile, size: tuple[int, int]
) -> None:
    terminal = sits_down(server, file, size)
    before = result(file, "IIT-1")
    edits(terminal)
    terminal.write("แล้ว")
    terminal.until(lambda: result(file, "IIT-1") == before + "แล้ว")
    assert whole(terminal, size)
    assert leaves(terminal) == 0
