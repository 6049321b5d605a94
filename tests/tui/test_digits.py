"""Thai digits on the screen: in the words of itatui, not in the texts of the register."""

import re
from collections.abc import Iterator

import pytest

from itatui.store import RegisterFile
from itatui.thai import choose_digits
from tests.support.desk import WIDE, open_screen


@pytest.fixture(autouse=True)
def _thai_digits() -> Iterator[None]:
    choose_digits("thai")
    yield
    choose_digits("arabic")


async def test_main_screen_has_thai_digits_except_in_refs(file: RegisterFile) -> None:
    async with open_screen(file, WIDE) as desk:
        assert "ปีงบประมาณ ๒๕๖๗" in desk.head and "ไตรมาส ๓" in desk.head
        assert re.search("IIT +๓ ", desk.text) and "๑๐๐%" in desk.text
        assert "IIT-2 " in desk.text  # REFs stay as they are typed
        await desk.press("left", "down", "right", "f3")
        await desk.write("โอกาส")
        await desk.until(lambda: len(desk.main.shown) == 1, "for the filter")
        assert "๑/๓" in desk.text
        await desk.press("enter", "1")
        await desk.saved()
        assert not re.search("[0-9]", desk.head.replace("00:00", ""))
        assert re.search("ไตรมาส +๑ +๒ +๓ +๔", desk.text)


async def test_history_help_and_report_have_thai_digits(file: RegisterFile) -> None:
    async with open_screen(file, (120, 60)) as desk:
        await desk.press("1")
        await desk.saved()
        await desk.press("f7")
        await desk.until(lambda: "๑/๑" in desk.text, "for the history")
        assert "IIT-1: ไตรมาส ๑ ยังไม่ดำเนินการ" in desk.text
        await desk.press("escape", "f1")
        await desk.pilot.pause()
        assert "1 (ๅ)" in desk.text and "ติ๊กว่าดำเนินการในไตรมาส ๑ แล้ว" in desk.text  # keys stay as they are typed
        await desk.press("escape", "f8")
        await desk.pilot.pause()
        assert "ปีงบประมาณ ๒๕๖๗" in desk.text


async def test_texts_keep_their_digits(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f2", "f7")
        await desk.write("ปี 2567")
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[0].result == "ปี 2567"
        assert "ปี 2567" in desk.text
