"""A short meeting in a real terminal: tick, decide, quit, resume, end with minutes."""

import json

import pytest

from itatui.store import RegisterFile
from tests.support.officer import SAVED, quit_app, run_command, saved_measure
from tests.support.terminal import Server


def places(size: tuple[int, int]) -> list[str]:
    """Return the words that tell the place of each of three measures; on a high screen the middle of large figures."""
    return ["1 จาก 3", "2 จาก 3", "3 จาก 3"] if size[1] < 30 else [" █  จาก ▀▀█", "█▀▀ จาก ▀▀█", "▀▀█ จาก ▀▀█"]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_meeting_is_held_resumed_and_ended(server: Server, file: RegisterFile, size: tuple[int, int]) -> None:
    terminal = server.itatui("meeting", "--register", str(file.path), "--track", "EIT", size=size)
    first, second, third = places(size)
    terminal.wait_for("จัดให้มีระบบ", first)
    terminal.press("2")
    terminal.wait_for(SAVED)
    terminal.wait_until_idle()  # signs in quick succession are prose
    terminal.write("ก")
    terminal.wait_for("มติเรื่อง EIT-1")
    terminal.write("ส่งหลักฐานให้ครบ")
    terminal.press("Enter")
    terminal.wait_until_idle()  # a held key does not leave a second field
    terminal.press("Enter")
    terminal.write("15 ม.ค. 2568")
    terminal.press("Enter")
    terminal.wait_until(lambda: len(file.load().decisions) == 1)
    terminal.wait_until_idle()
    terminal.press("Enter")
    terminal.wait_for("จัดทำบริการ", second)
    terminal.press("Right")
    terminal.wait_for("ประชาสัมพันธ์หรือเผยแพร่", third)
    assert quit_app(terminal) == 0

    again = server.itatui("meeting", "--register", str(file.path), size=size)
    again.wait_for("ประชาสัมพันธ์หรือเผยแพร่", third)
    again.press("F8")
    again.wait_for("ปิดประชุมหรือไม่")
    again.write("2/2567")
    again.wait_until_idle()  # a tab in the same read as signs is pasted
    again.press("Tab", "Tab", "Tab")
    again.wait_until_idle()
    again.write("ห้องประชุมที่น้ำใส")
    again.press("C-s")
    again.wait_for("รายงานการประชุมทบทวน", "ครั้งที่ 2/2567", "ณ ห้องประชุมที่น้ำใส")
    again.press("Escape")
    again.wait_for("IIT-1")
    assert quit_app(again) == 0

    _check_minutes(file)


def _check_minutes(file: RegisterFile) -> None:
    """Compare the minutes, in JSON and printed, with what the meeting did."""
    minutes = json.loads(run_command(file, "minutes", "--json").output())
    (decision,) = minutes["decisions"]
    assert (decision["ref"], decision["text"], decision["due"]) == ("EIT-1", "ส่งหลักฐานให้ครบ", "2025-01-15")
    assert [measure["reviewed"] for measure in minutes["measures"]] == [True, False, False]
    assert 2 not in saved_measure(file, "EIT-1")["done"]
    printed = run_command(file, "minutes", "--width", "100").output()
    assert "ส่งหลักฐานให้ครบ" in printed and "ห้องประชุมที่น้ำใส" in printed
