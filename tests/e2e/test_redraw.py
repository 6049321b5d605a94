"""Only what differs is sent to the terminal, and Ctrl+L draws all of it anew."""

from itatui.store import RegisterFile
from tests.support.officer import leaves, sits_down
from tests.support.terminal import Server

WALK = [
    ["Down", "Down", "Down", "Up"],
    ["Tab", "Down", "Down", "PageDown", "PageUp"],
    ["Escape", "F3", *"ประชา", "Enter"],
    ["Escape", "F1", "Down", "Down", "Escape"],
    ["F2", "End", *"ที่นี่ทำน้ำ", "Home", "เ", "Delete", "Escape", "Escape"],
    ["C-z", "F8", "PageDown", "Escape", "2", "C-z"],
    ["S-Tab", "Down", "Down", "Tab", "]", "["],
]


def test_what_is_shown_is_what_a_drawing_from_nothing_shows(server: Server, file: RegisterFile) -> None:
    terminal = sits_down(server, file)
    for keys in WALK:
        terminal.press(*keys)
        terminal.settles()
        shown = terminal.text
        terminal.press("C-l")
        terminal.settles()
        assert terminal.text == shown
    assert leaves(terminal) == 0


def test_what_another_program_wrote_over_the_screen_goes(server: Server, file: RegisterFile) -> None:
    terminal = sits_down(server, file)
    terminal.settles()
    shown = terminal.text
    terminal.scribble("\x1b[9;30Hbroadcast message")
    terminal.sees("broadcast message")
    terminal.press("C-l")
    terminal.until(lambda: terminal.text == shown)
    assert leaves(terminal) == 0


def test_the_palette_is_there_when_it_is_asked_for(server: Server, file: RegisterFile) -> None:
    terminal = sits_down(server, file)
    terminal.press("C-p")
    terminal.sees("ต้องการทำอะไร", "ของฉัน")
    terminal.write("ที่ล่าช้า")
    terminal.settles()
    terminal.press("Enter")
    terminal.sees("ไม่มีมาตรการ", "0/9")
    assert leaves(terminal) == 0
