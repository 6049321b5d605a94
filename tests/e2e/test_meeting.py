"""A short meeting in a real terminal: it begins, ticks, decides, goes on, stops, is resumed, ends in minutes."""

import json

import pytest

from itatui.store import RegisterFile
from tests.support.officer import SAVED, ask, leaves, shown
from tests.support.terminal import Server


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_a_short_meeting(server: Server, file: RegisterFile, size: tuple[int, int]) -> None:
    terminal = server.itatui("meeting", "--register", str(file.path), "--track", "EIT", size=size)
    terminal.sees("EIT-1", "1 จาก 3")
    terminal.press("2")
    terminal.sees(SAVED)
    terminal.write("ก")
    terminal.sees("มติเรื่อง EIT-1")
    terminal.write("ส่งหลักฐานให้ครบ")
    terminal.press("Enter", "Enter")
    terminal.write("15 ม.ค. 2568")
    terminal.press("Enter")
    terminal.until(lambda: len(file.load().decisions) == 1)
    terminal.press("Enter")
    terminal.sees("EIT-2", "2 จาก 3")
    terminal.press("Right")
    terminal.sees("EIT-3", "3 จาก 3")
    assert leaves(terminal) == 0

    again = server.itatui("meeting", "--register", str(file.path), size=size)
    again.sees("EIT-3", "3 จาก 3")
    again.press("F8")
    again.sees("ปิดประชุมหรือไม่")
    again.press("y")
    again.sees("รายงานการประชุมทบทวน")
    again.press("Escape")
    again.sees("IIT-1")
    assert leaves(again) == 0

    told = json.loads(ask(file, "minutes", "--json").told())
    (decision,) = told["decisions"]
    assert (decision["ref"], decision["text"], decision["due"]) == ("EIT-1", "ส่งหลักฐานให้ครบ", "2025-01-15")
    assert [measure["reviewed"] for measure in told["measures"]] == [True, False, False]
    assert 2 not in shown(file, "EIT-1")["done"]
    assert "ส่งหลักฐานให้ครบ" in ask(file, "minutes", "--width", "100").told()
