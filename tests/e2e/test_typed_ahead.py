"""Keys that arrive together, as over a slow line, act as if typed one after another."""

from itatui.store import RegisterFile
from tests.support.officer import EDITOR_FOOTER, SAVED, list_row, open_app, quit_app, saved_measure, saved_result
from tests.support.terminal import Server


def test_tick_applies_to_the_measure_reached_by_the_arrows(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file)
    terminal.press("Down", "Down", "Down", "Down", "4")
    terminal.wait_for(SAVED)
    assert "●●●!" in list_row(terminal, "EIT-2")
    assert quit_app(terminal) == 0
    assert [saved_measure(file, ref)["done"] for ref in ("IIT-1", "EIT-2")] == [[1, 2, 3, 4], [1, 2, 3]]


def test_letters_typed_ahead_after_find_are_searched(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file)
    terminal.press("F3", *"ภาครัฐ")
    terminal.wait_for("ภาครัฐ", "1/9")
    assert quit_app(terminal) == 0
    assert file.history() == []


def test_letters_typed_ahead_after_edit_are_written(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file)
    before = saved_result(file, "IIT-1")
    terminal.press("F2", *"ภาxyz", "Left", "A")
    terminal.wait_for(EDITOR_FOOTER, SAVED)
    assert quit_app(terminal) == 0
    assert saved_result(file, "IIT-1") == before + "ภาxyAz"
    assert saved_measure(file, "IIT-1")["done"] == [1, 2, 3, 4]
