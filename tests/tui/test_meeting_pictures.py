"""The meeting and the overview as they look, in pictures that are kept."""

import pytest

from tests.support import registers
from tests.support.borders import torn
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, sitting
from tests.support.meetings import back, convened
from tests.support.picture import looks_as_before
from tests.tui.conftest import Make

SIZES = pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE, (200, 60)], ids=["60x20", "80x24", "120x36", "200x60"])


def see(desk: Desk, name: str) -> None:
    lines = desk.lines
    assert torn(desk.app, lines) == []
    looks_as_before(f"{name}-{desk.app.size.width}x{desk.app.size.height}", lines)


@SIZES
async def test_a_measure_before_the_room(make: Make, size: tuple[int, int]) -> None:
    async with sitting(make(registers.late()), size) as desk:
        await convened(desk)
        see(desk, "meeting")


@SIZES
async def test_a_measure_with_a_decision(make: Make, size: tuple[int, int], standing_clock: None) -> None:
    async with sitting(make(registers.late()), size) as desk:
        screen = await convened(desk)
        await desk.press("right", "right", "r", "d")
        await desk.write("ให้รายงานผลต่อผู้บริหาร")
        await desk.press("enter", "enter")
        await desk.write("15/1/2568")
        if size == MIDDLE:
            see(desk, "meeting-question")
        await desk.press("enter")
        await back(desk, screen)
        await desk.saved()
        for _page in range(9):
            await desk.press("pagedown")
        see(desk, "meeting-decided")


@pytest.mark.parametrize("size", [MIDDLE, WIDE], ids=["80x24", "120x36"])
async def test_the_overview(make: Make, size: tuple[int, int]) -> None:
    async with sitting(make(registers.late()), size) as desk:
        await desk.press("f6")
        await desk.until(lambda: "ภาพรวม" in desk.text, "for the overview")
        see(desk, "overview")


@pytest.mark.parametrize("size", [MIDDLE], ids=["80x24"])
async def test_writing_before_the_room(make: Make, size: tuple[int, int]) -> None:
    async with sitting(make(registers.late()), size) as desk:
        await convened(desk)
        await desk.press("f2")
        await desk.until(lambda: desk.editor is not None and desk.editor.has_focus, "for the editor")
        see(desk, "meeting-editor")
