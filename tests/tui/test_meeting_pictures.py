"""The meeting and the overview as they look, in pictures that are kept; and that the back row can read them."""

import pytest
from rich.color import Color, ColorSystem
from textual.theme import Theme

from itatui.tui.looks import LOOKS
from itatui.tui.themes import ROOM
from tests.tui import registers
from tests.tui.borders import torn
from tests.tui.conftest import Make
from tests.tui.desk import MIDDLE, NARROW, WIDE, Desk, sitting
from tests.tui.meetings import back, convened
from tests.tui.picture import looks_as_before

SIZES = pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE, (200, 60)], ids=["60x20", "80x24", "120x36", "200x60"])
LEAST = 7.0
"""WCAG 2.2, 1.4.6: the contrast of text that many must read."""


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
        await desk.until(lambda: desk.main.editor is not None and desk.main.editor.has_focus, "for the editor")
        see(desk, "meeting-editor")


@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT], ids=lambda system: system.name)
@pytest.mark.parametrize("theme", ROOM, ids=lambda theme: theme.name)
def test_every_text_has_contrast(theme: Theme, system: ColorSystem) -> None:
    colours = theme.to_color_system().generate()
    ratios = {
        name: between(*(seen(colours[its], system) for its in (look.colour, look.ground)))
        for name, look in LOOKS.items()
    }
    assert {name: ratio for name, ratio in ratios.items() if ratio < LEAST} == {}


def seen(colour: str, system: ColorSystem) -> str:
    """A colour as a terminal of so many colours shows it."""
    return Color.parse(colour).downgrade(system).get_truecolor().hex


def between(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 works it out."""
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, 0 to 1."""
    parts = [part / 255 for part in Color.parse(colour).get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_working_out_of_contrast() -> None:
    assert round(between("#000000", "#ffffff"), 2) == 21
    assert round(between("#777777", "#ffffff"), 2) == 4.48
