"""An officer's tasks by keys of the Thai layout at 80×24, compared with pictures in `golden`.

`ITATUI_GOLDEN=1 pytest tests/e2e/test_tasks.py` rewrites the pictures; then read the difference.
"""

import re
from pathlib import Path

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from tests.support.golden import check_golden
from tests.support.officer import EDITOR_FOOTER, LIST_FOOTER, SAVED, list_row, open_app, quit_app, saved_measure
from tests.support.terminal import Server, Terminal

GOLDEN = Path(__file__).parent / "golden"
TICK_MESSAGE = "EIT-3: ไตรมาส 4 ดำเนินการแล้ว"
UNDO_MESSAGE = "เลิกทำแล้ว"
"""Part of the message after undo."""


def compare_screen(name: str, terminal: Terminal) -> None:
    """Compare the screen with its golden picture."""
    terminal.wait_until_idle()
    compare_text(name, "".join(f"{line}\n" for line in terminal.lines))


def compare_text(name: str, text: str) -> None:
    """Compare a text with its golden file, ignoring times of day."""
    check_golden(GOLDEN / f"task-{name}.txt", re.sub(r"\d\d:\d\d", "00:00", text))


def test_tasks_by_keys_of_the_thai_layout(server: Server, file: RegisterFile) -> None:
    for ref, quarter in (("EIT-3", 3), ("EIT-3", 4), ("OIT-1", 4)):
        file.apply(set_field(file.load().find(ref), f"done.{quarter}", after=False))
    terminal = open_app(server, file, (80, 24))
    find_measure_by_word(terminal)
    tick_two_quarters(terminal, file)
    write_result_and_outcome(terminal, file)
    undo_last_change(terminal, file)
    show_late_measures(terminal)
    print_report(server, terminal, file)


def find_measure_by_word(terminal: Terminal) -> None:
    terminal.press("F3")
    terminal.wait_for("─ ค้นหา ─")
    terminal.write("คู่มือ")
    terminal.press("Enter")
    terminal.wait_until(lambda: list_row(terminal, "EIT-3") and not list_row(terminal, "IIT-1"))
    terminal.wait_for(LIST_FOOTER)
    compare_screen("1-found", terminal)


def tick_two_quarters(terminal: Terminal, file: RegisterFile) -> None:
    terminal.write("-")  # the 3 key
    terminal.write("ภ")  # the 4 key
    terminal.wait_until(lambda: saved_measure(file, "EIT-3")["done"] == [1, 2, 3, 4])
    terminal.wait_until(lambda: SAVED in terminal.header)
    terminal.wait_for(TICK_MESSAGE)
    terminal.wait_until(lambda: TICK_MESSAGE not in terminal.text)  # the message disappears by itself
    compare_screen("2-ticked", terminal)


def write_result_and_outcome(terminal: Terminal, file: RegisterFile) -> None:
    terminal.write("ำ")  # the E key: edit
    terminal.wait_for(EDITOR_FOOTER)
    terminal.press("End")
    terminal.write(" ได้แจกคู่มือแก่ผู้มาติดต่อทุกคน")
    terminal.press("Escape")
    terminal.wait_until(lambda: EDITOR_FOOTER not in terminal.footer)
    terminal.press("Escape")  # to the list: on a text the key would be written
    terminal.wait_until(lambda: "F2 แก้ไข  F3 ค้นหา" in terminal.footer)
    terminal.wait_until_idle()
    terminal.write("เ")  # the G key: go to
    terminal.wait_for("ไปที่")
    terminal.write("ค")  # the 8 key: outcome of the measure
    terminal.wait_until(lambda: "ไปที่" not in terminal.text)
    terminal.wait_until_idle()
    terminal.write("ประชาชนทราบขั้นตอนก่อนมาติดต่อ")  # the first letter begins writing
    terminal.wait_for(EDITOR_FOOTER)
    terminal.press("Escape")
    terminal.wait_until(lambda: EDITOR_FOOTER not in terminal.footer)
    terminal.wait_until(lambda: saved_measure(file, "EIT-3")["outcome"] == "ประชาชนทราบขั้นตอนก่อนมาติดต่อ")
    terminal.wait_until(lambda: SAVED in terminal.header)
    assert saved_measure(file, "EIT-3")["result"].endswith(" ได้แจกคู่มือแก่ผู้มาติดต่อทุกคน")
    compare_screen("3-written", terminal)


def undo_last_change(terminal: Terminal, file: RegisterFile) -> None:
    terminal.press("C-z")
    terminal.wait_until(lambda: saved_measure(file, "EIT-3")["outcome"] == "")
    terminal.wait_for(UNDO_MESSAGE)
    terminal.wait_until(lambda: UNDO_MESSAGE not in terminal.text)  # the message disappears by itself
    assert saved_measure(file, "EIT-3")["result"].endswith(" ได้แจกคู่มือแก่ผู้มาติดต่อทุกคน")
    compare_screen("4-undone", terminal)


def show_late_measures(terminal: Terminal) -> None:
    terminal.press("Escape")  # focus the list
    terminal.wait_until_idle()
    terminal.press("Escape")  # clear the filter
    terminal.wait_until(lambda: list_row(terminal, "IIT-1"))
    terminal.write("ส")  # the L key
    terminal.wait_until(lambda: list_row(terminal, "OIT-1") and not list_row(terminal, "IIT-1"))
    compare_screen("5-late", terminal)


def print_report(server: Server, terminal: Terminal, file: RegisterFile) -> None:
    terminal.write("ย")  # the P key
    terminal.wait_for("─ รายงาน ─", "╞═")
    compare_screen("6-report", terminal)
    terminal.press("Escape")
    terminal.wait_for(LIST_FOOTER)
    assert quit_app(terminal) == 0
    printed = server.itatui("report", "--late", "--register", str(file.path), size=(80, 40))
    assert printed.exit_code() == 0
    compare_text("7-printed", "".join(f"{line}\n" for line in printed.lines))
