"""Find as one types, and the late ones only."""

import pytest

from itatui.store import RegisterFile
from itatui.tui.finding import Find
from tests.tui import registers
from tests.tui.conftest import Make
from tests.tui.desk import NARROW, WIDE, sitting


@pytest.mark.parametrize("spelling", ["ที่มีประสิทธิภาพ", "ท่ีมีประสิทธิภาพ"])
async def test_found_however_it_is_spelt(file: RegisterFile, spelling: str) -> None:
    async with sitting(file) as desk:
        await desk.press("f3")
        await desk.write(spelling)
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        assert [measure.id for measure in desk.main.shown] == ["eit-2567-1"]
        assert "1/9" in desk.text
        await desk.press("enter")
        assert desk.main.where == "measures"
        assert not desk.main.query(Find)
        assert desk.main.current == "eit-2567-1"
        await desk.press("escape")
        assert len(desk.main.shown) == 9
        assert desk.main.current == "eit-2567-1"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_nothing_found(file: RegisterFile, size: tuple[int, int]) -> None:
    async with sitting(file, size) as desk:
        before = desk.on_disk()
        await desk.press("f3")
        await desk.write("ไม่มีคำนี้แน่")
        await desk.until(lambda: not desk.main.shown, "the list to narrow")
        assert "ไม่มีมาตรการ" in desk.text
        await desk.press("enter", "1", "delete", "down", "f4")
        assert desk.app.screen is desk.main
        await desk.press("escape", "escape")
        assert len(desk.main.shown) == 9
        assert desk.on_disk() == before


async def test_escape_shows_everything_again(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("f3")
        await desk.write("คู่มือ")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        await desk.press("escape")
        assert (len(desk.main.shown), desk.main.where) == (9, "measures")
        assert desk.main.selection.text == ""


async def test_what_is_found_is_what_the_report_says(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("f3")
        await desk.write("ที่มีประสิทธิภาพ")
        await desk.press("enter", "f8")
        await desk.pilot.pause()
        assert "EIT" in desk.text
        assert "IIT" not in desk.text


@pytest.mark.parametrize("sign", ["l", "ส"])
async def test_the_late_ones_only(make: Make, sign: str) -> None:
    async with sitting(make(registers.late())) as desk:
        await desk.write(sign)
        assert [measure.id for measure in desk.main.shown] == ["iit-2567-1", "iit-2567-3"]
        await desk.write("2")
        await desk.saved()
        assert [measure.id for measure in desk.main.shown] == ["iit-2567-3"]  # it is late no longer
        assert desk.main.current == "iit-2567-3"
        await desk.write(sign)
        assert len(desk.main.shown) == 9


async def test_a_paste_with_control_characters(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("f3")
        await desk.paste("\x1b]52;c;\x07คู่มือ\x9b")
        assert desk.main.query_one(Find).value == "]52;c;คู่มือ"
