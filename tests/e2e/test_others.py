"""What somebody else does to the register appears on the screen, and disturbs nobody who writes."""

from itatui.store import RegisterFile
from tests.support.officer import LIST, ask, detail, edits, leaves, result, row, shown, sits_down
from tests.support.terminal import Server

SOON = 2.0
"""Seconds after which others' changes must be seen."""
ALL, LATE = "● ● ● ●", "● ● ! ●"
BEGUN, REST, AFTER = " ได้ทำที่", "พักน้ำดื่มกู้ภัย", "แล้ว"
TEXT = BEGUN + REST + AFTER


def test_others_change_a_measure_while_one_writes(server: Server, file: RegisterFile) -> None:
    assert ask(file, "set", "IIT-2", "--untick", "3").told() == ""
    terminal = sits_down(server, file)
    before = result(file, "IIT-1")
    assert LATE in row(terminal, "IIT-2")
    edits(terminal)
    terminal.write(BEGUN + AFTER)
    typed = (BEGUN + AFTER).replace(" ", "")
    terminal.until(lambda: typed in detail(terminal))
    column, line = terminal.cursor()
    terminal.press("Left", "Left", "Left")  # by cluster: before what comes after
    cursor = (column - 3, line)
    terminal.until(lambda: terminal.cursor() == cursor)
    assert ask(file, "set", "IIT-2", "result=น้ำใจงามจากผู้อื่น", "--tick", "3").told() == ""
    terminal.until(lambda: ALL in row(terminal, "IIT-2"), SOON)
    assert typed in detail(terminal)
    assert terminal.cursor() == cursor
    terminal.write(REST)
    terminal.until(lambda: TEXT.replace(" ", "") in detail(terminal))
    terminal.press("Escape")
    terminal.until(lambda: LIST in terminal.foot)
    terminal.press("Left")
    terminal.sees("Del ลบ")  # told of in the list only
    terminal.press("Down")
    terminal.until(lambda: "น้ำใจงามจากผู้อื่น" in detail(terminal))
    assert leaves(terminal) == 0
    assert result(file, "IIT-1") == before + TEXT
    assert (result(file, "IIT-2"), shown(file, "IIT-2")["done"]) == ("น้ำใจงามจากผู้อื่น", [1, 2, 3, 4])


def test_two_screens_show_the_same(server: Server, file: RegisterFile) -> None:
    mine, theirs = sits_down(server, file), sits_down(server, file, (80, 24))
    mine.press("3")
    theirs.until(lambda: LATE in row(theirs, "IIT-1"), SOON)
    assert LATE in row(mine, "IIT-1")
    theirs.press("3")
    mine.until(lambda: ALL in row(mine, "IIT-1"), SOON)
    theirs.press("Down")
    theirs.sees("─ IIT-2 ─")
    theirs.press("4")
    mine.until(lambda: "● ● ● !" in row(mine, "IIT-2"), SOON)
    assert (leaves(mine), leaves(theirs)) == (0, 0)
    assert shown(file, "IIT-1")["done"] == [1, 2, 3, 4]
    assert shown(file, "IIT-2")["done"] == [1, 2, 3]
