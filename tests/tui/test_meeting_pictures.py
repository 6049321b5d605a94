"""Pictures of the meeting and the overview."""

import pytest

from itatui.domain.meeting import Meeting
from tests.support import registers
from tests.support.desk import MIDDLE, NARROW, WIDE, open_screen
from tests.support.meetings import open_meeting, refuse_time, return_to
from tests.support.picture import check_picture
from tests.tui.conftest import Make

SIZES = pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE, (200, 60)], ids=["60x20", "80x24", "120x36", "200x60"])


@SIZES
async def test_measure_equals_its_picture(make: Make, size: tuple[int, int]) -> None:
    async with open_screen(make(registers.late()), size) as desk:
        await open_meeting(desk)
        check_picture(desk.app, "meeting")


@SIZES
async def test_measure_with_a_decision(make: Make, size: tuple[int, int], standing_clock: None) -> None:
    async with open_screen(make(registers.late()), size) as desk:
        screen = await open_meeting(desk)
        await desk.press("right", "right", "r", "d")
        await desk.write("ให้รายงานผลต่อผู้บริหาร")
        await desk.press("enter", "enter")
        await desk.write("15/1/2568")
        if size == MIDDLE:
            check_picture(desk.app, "meeting-question")
        await desk.press("enter")
        await return_to(desk, screen)
        await desk.saved()
        for _page in range(9):
            await desk.press("pagedown")
        check_picture(desk.app, "meeting-decided")


@pytest.mark.parametrize("size", [MIDDLE, WIDE], ids=["80x24", "120x36"])
async def test_overview_equals_its_picture(make: Make, size: tuple[int, int]) -> None:
    async with open_screen(make(registers.late()), size) as desk:
        await desk.press("f6")
        await desk.until(lambda: "ภาพรวม" in desk.text, "for the overview")
        check_picture(desk.app, "overview")


@pytest.mark.parametrize("size", [MIDDLE], ids=["80x24"])
async def test_open_editor_equals_its_picture(make: Make, size: tuple[int, int]) -> None:
    async with open_screen(make(registers.late()), size) as desk:
        await open_meeting(desk)
        await desk.press("f2")
        await desk.until(lambda: desk.editor is not None and desk.editor.has_focus, "for the editor")
        check_picture(desk.app, "meeting-editor")


@pytest.mark.parametrize("size", [MIDDLE, WIDE], ids=["80x24", "120x36"])
async def test_form_of_the_minutes(make: Make, size: tuple[int, int]) -> None:
    held = Meeting("000", "2024-05-15", began="09:30", place="ห้องประชุม 1", present="ประธาน ก, ปลัด")
    file = make(registers.late()._replace(meetings=(held,)))
    async with open_screen(file, size) as desk:
        await refuse_time(desk, "9.75")
        check_picture(desk.app, "minutes-form")
