"""An officer's tasks, by keys alone at 80×24 with the Thai layout on; what each leaves on the screen is kept.

`ITATUI_GOLDEN=1 pytest tests/e2e/test_tasks.py` takes the pictures anew; then read the difference.
"""

import os
import re
from pathlib import Path

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from tests.support.officer import EDITOR, LIST, SAVED, leaves, row, shown, sits_down
from tests.support.terminal import Server, Terminal

GOLDEN = Path(__file__).parent / "golden"
TOLD = "ย้อนรายการ"
"""What is told of what was taken back."""


def step(name: str, terminal: Terminal) -> None:
    """Compares the screen with the one that is kept; the time of day is left out."""
    terminal.settles()
    looks(name, "".join(f"{line}\n" for line in terminal.lines))


def looks(name: str, text: str) -> None:
    """The same of any text."""
    golden = GOLDEN / f"task-{name}.txt"
    now = re.sub(r"\d\d:\d\d", "00:00", text)
    if os.environ.get("ITATUI_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(now, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == now


def test_the_tasks(server: Server, file: RegisterFile) -> None:
    for ref, quarter in (("EIT-3", 3), ("EIT-3", 4), ("OIT-1", 4)):
        file.apply(set_field(file.load().find(ref), f"done.{quarter}", after=False))
    terminal = sits_down(server, file, (80, 24))
    finds_a_measure_by_a_word(terminal)
    ticks_two_quarters(terminal, file)
    writes_a_result_and_an_outcome(terminal, file)
    undoes_one(terminal, file)
    sees_what_is_late(terminal)
    prints_the_report(server, terminal, file)


def finds_a_measure_by_a_word(terminal: Terminal) -> None:
    terminal.press("F3")
    terminal.sees("─ ค้นหา ─")
    terminal.write("คู่มือ")
    terminal.press("Enter")
    terminal.until(lambda: row(terminal, "EIT-3") and not row(terminal, "IIT-1"))
    terminal.sees(LIST)
    step("1-found", terminal)


def ticks_two_quarters(terminal: Terminal, file: RegisterFile) -> None:
    terminal.write("-")  # the key of the 3
    terminal.write("ภ")  # that of the 4
    terminal.until(lambda: shown(file, "EIT-3")["done"] == [1, 2, 3, 4])
    terminal.until(lambda: SAVED in terminal.head)
    step("2-ticked", terminal)


def writes_a_result_and_an_outcome(terminal: Terminal, file: RegisterFile) -> None:
    terminal.write("ำ")  # that of the E: edit
    terminal.sees(EDITOR)
    terminal.press("End")
    terminal.write(" ได้แจกคู่มือแก่ผู้มาติดต่อทุกคน")
    terminal.press("Escape")
    terminal.until(lambda: EDITOR not in terminal.foot)
    terminal.write("เ")  # that of the G: go to
    terminal.sees("ไปที่")
    terminal.write("ค")  # that of the 8: the outcome of this measure
    terminal.until(lambda: "ไปที่" not in terminal.text)
    terminal.write("ำ")
    terminal.sees(EDITOR)
    terminal.write("ประชาชนทราบขั้นตอนก่อนมาติดต่อ")
    terminal.press("Escape")
    terminal.until(lambda: EDITOR not in terminal.foot)
    terminal.until(lambda: shown(file, "EIT-3")["outcome"] == "ประชาชนทราบขั้นตอนก่อนมาติดต่อ")
    terminal.until(lambda: SAVED in terminal.head)
    assert shown(file, "EIT-3")["result"].endswith(" ได้แจกคู่มือแก่ผู้มาติดต่อทุกคน")
    step("3-written", terminal)


def undoes_one(terminal: Terminal, file: RegisterFile) -> None:
    terminal.press("C-z")
    terminal.until(lambda: shown(file, "EIT-3")["outcome"] == "")
    terminal.sees(TOLD)
    terminal.until(lambda: TOLD not in terminal.text)  # what was said of it goes by itself
    assert shown(file, "EIT-3")["result"].endswith(" ได้แจกคู่มือแก่ผู้มาติดต่อทุกคน")
    step("4-undone", terminal)


def sees_what_is_late(terminal: Terminal) -> None:
    terminal.press("Escape", "Escape")  # to the list, and to the whole of it
    terminal.until(lambda: row(terminal, "IIT-1"))
    terminal.write("ส")  # the key of the L
    terminal.until(lambda: row(terminal, "OIT-1") and not row(terminal, "IIT-1"))
    step("5-late", terminal)


def prints_the_report(server: Server, terminal: Terminal, file: RegisterFile) -> None:
    terminal.write("ย")  # the key of the P
    terminal.sees("─ รายงาน ─", "╞═")
    step("6-report", terminal)
    terminal.press("Escape")
    terminal.sees(LIST)
    assert leaves(terminal) == 0
    printed = server.itatui("report", "--late", "--register", str(file.path), size=(80, 40))
    assert printed.code() == 0
    looks("7-printed", "".join(f"{line}\n" for line in printed.lines))
