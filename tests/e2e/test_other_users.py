"""Changes of other users appear on the screen without disturbing a user who is typing."""

from itatui.store import RegisterFile
from tests.support import officer
from tests.support.terminal import Server

SHARED_CHANGE_TIMEOUT_S = 20.0
"""Generous for a loaded machine; the screen polls every second and promises two."""
ALL, LATE = "●●●●", "●●!●"
BEGUN, REST, AFTER = " ได้ทำที่", "พักน้ำดื่มกู้ภัย", "แล้ว"
TEXT = BEGUN + REST + AFTER


def test_change_by_another_user_appears_without_disturbing_the_editor(server: Server, file: RegisterFile) -> None:
    assert officer.run_command(file, "set", "IIT-2", "--untick", "3").output() == ""
    terminal = officer.open_app(server, file)
    before = officer.saved_result(file, "IIT-1")
    assert LATE in officer.list_row(terminal, "IIT-2")
    officer.start_editing(terminal)
    terminal.write(BEGUN + AFTER)
    typed = (BEGUN + AFTER).replace(" ", "")
    terminal.wait_until(lambda: typed in officer.detail_text(terminal))
    column, line = terminal.cursor()
    terminal.press("Left", "Left", "Left")  # by cluster, to the start of AFTER
    cursor = (column - 3, line)
    terminal.wait_until(lambda: terminal.cursor() == cursor)
    assert officer.run_command(file, "set", "IIT-2", "result=น้ำใจงามจากผู้อื่น", "--tick", "3").output() == ""
    terminal.wait_until(lambda: ALL in officer.list_row(terminal, "IIT-2"), SHARED_CHANGE_TIMEOUT_S)
    assert typed in officer.detail_text(terminal)
    assert terminal.cursor() == cursor
    terminal.write(REST)
    terminal.wait_until(lambda: TEXT.replace(" ", "") in officer.detail_text(terminal))
    terminal.press("Escape")
    terminal.wait_until(lambda: officer.LIST_FOOTER in terminal.footer)
    terminal.press("Left")
    terminal.wait_for("Del ลบ")  # shown in the footer of the list only
    terminal.press("Down")
    terminal.wait_until(lambda: "น้ำใจงามจากผู้อื่น" in officer.detail_text(terminal))
    assert officer.quit_app(terminal) == 0
    assert officer.saved_result(file, "IIT-1") == before + TEXT
    assert (officer.saved_result(file, "IIT-2"), officer.saved_measure(file, "IIT-2")["done"]) == (
        "น้ำใจงามจากผู้อื่น",
        [1, 2, 3, 4],
    )


def test_tick_appears_on_both_screens(server: Server, file: RegisterFile) -> None:
    first, other = officer.open_app(server, file), officer.open_app(server, file, (80, 24))
    first.press("3")
    other.wait_until(lambda: LATE in officer.list_row(other, "IIT-1"), SHARED_CHANGE_TIMEOUT_S)
    assert LATE in officer.list_row(first, "IIT-1")
    other.press("3")
    first.wait_until(lambda: ALL in officer.list_row(first, "IIT-1"), SHARED_CHANGE_TIMEOUT_S)
    other.press("Down")
    other.wait_for("─ IIT-2 ")
    other.press("4")
    first.wait_until(lambda: "●●●!" in officer.list_row(first, "IIT-2"), SHARED_CHANGE_TIMEOUT_S)
    assert (officer.quit_app(first), officer.quit_app(other)) == (0, 0)
    assert officer.saved_measure(file, "IIT-1")["done"] == [1, 2, 3, 4]
    assert officer.saved_measure(file, "IIT-2")["done"] == [1, 2, 3]
