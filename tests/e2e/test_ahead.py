"""Keys that arrive together, as over a slow line: each does what it would have done alone."""

from itatui.store import RegisterFile
from tests.support.officer import EDITOR, leaves, result, row, shown, sits_down
from tests.support.terminal import Server

SAVED = "บันทึกแล้ว"


def test_a_tick_meets_the_measure_that_the_arrows_led_to(server: Server, file: RegisterFile) -> None:
    terminal = sits_down(server, file)
    terminal.press("Down", "Down", "Down", "Down", "4")
    terminal.sees(SAVED)
    assert "● ● ● !" in row(terminal, "EIT-2")
    assert leaves(terminal) == 0
    assert [shown(file, ref)["done"] for ref in ("IIT-1", "EIT-2")] == [[1, 2, 3, 4], [1, 2, 3]]


def test_letters_after_find_are_letters(server: Server, file: RegisterFile) -> None:
    terminal = sits_down(server, file)
    terminal.press("F3", *"ภาครัฐ")
    terminal.sees("ภาครัฐ", "1/9")
    assert leaves(terminal) == 0
    assert file.history() == []


def test_letters_after_edit_are_written(server: Server, file: RegisterFile) -> None:
    terminal = sits_down(server, file)
    before = result(file, "IIT-1")
    terminal.press("F2", *"ภาxyz", "Left", "A")
    terminal.sees(EDITOR, SAVED)
    assert leaves(terminal) == 0
    assert result(file, "IIT-1") == before + "ภาxyAz"
    assert shown(file, "IIT-1")["done"] == [1, 2, 3, 4]
