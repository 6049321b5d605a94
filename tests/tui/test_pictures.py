"""Pictures of the screen, compared with golden files."""

import pytest

from itatui import locale
from itatui.domain.register import Register
from itatui.store import RegisterFile
from tests import reference
from tests.support import registers
from tests.support.borders import cell, torn
from tests.support.desk import MIDDLE, NARROW, WIDE, open_screen
from tests.support.picture import check_picture
from tests.tui.conftest import Make

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE], ids=["120x36", "80x24"])
REGISTERS = {"first": reference.register, "late": registers.late, "empty": registers.empty}
STEPS = {
    "track": ("left", "down"),
    "checkbox": ("f4",),
    "editor": ("f2",),
    "help": ("f1",),
    "remove": ("delete",),
    "add": ("ctrl+n",),
    "report": ("f8",),
}
"""Keys from the first screen to each picture."""


@SIZES
@pytest.mark.parametrize("name", list(REGISTERS))
async def test_picture_of_the_first_screen(make: Make, name: str, size: tuple[int, int]) -> None:
    async with open_screen(make(REGISTERS[name]()), size) as desk:
        check_picture(desk.app, name)


async def test_first_screen_in_english_equals_its_picture(file: RegisterFile) -> None:
    locale.speak("en")
    async with open_screen(file) as desk:
        check_picture(desk.app, "first-en")


@SIZES
@pytest.mark.parametrize("name", list(STEPS))
async def test_screen_after_keys_equals_its_picture(make: Make, name: str, size: tuple[int, int]) -> None:
    async with open_screen(make(registers.late()), size) as desk:
        await desk.press(*STEPS[name])
        await desk.pilot.pause()
        check_picture(desk.app, name)


@SIZES
async def test_picture_of_a_search(file: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(file, size) as desk:
        await desk.press("f3")
        await desk.write("ช่องทาง")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        check_picture(desk.app, "find")


@SIZES
async def test_picture_of_late_measures(make: Make, size: tuple[int, int]) -> None:
    async with open_screen(make(registers.late()), size) as desk:
        await desk.press("l")
        check_picture(desk.app, "late-only")


@pytest.mark.parametrize("pane", ["tracks", "measures", "detail"])
async def test_pictures_of_single_panes(make: Make, pane: str) -> None:
    async with open_screen(make(registers.late()), NARROW) as desk:
        await desk.press(*{"tracks": ("left",), "measures": (), "detail": ("right",)}[pane])
        assert [each.id for each in desk.main.query(".pane") if each.display] == [pane]
        check_picture(desk.app, f"alone-{pane}")


async def test_picture_of_a_narrow_editor(make: Make) -> None:
    async with open_screen(make(registers.late()), NARROW) as desk:
        await desk.press("f2")
        check_picture(desk.app, "alone-editor")


@pytest.mark.parametrize(("line", "at", "expected"), [("กำ│", 0, "ก"), ("ที่│", 1, "│"), ("ที่│", 0, "ที่"), ("ab│", 2, "│")])
def test_cell_of_a_line(line: str, at: int, expected: str) -> None:
    assert cell(line, at) == expected


async def test_torn_pictures_are_detected(make: Make) -> None:
    torn_register: Register = registers.late()
    async with open_screen(make(torn_register)) as desk:
        lines = desk.lines
        assert torn(desk.app, [*lines[:-1], lines[-1] + " "])
        assert torn(desk.app, [line.replace("│", " ") for line in lines])
        assert torn(desk.app, ["\u0e48" + line for line in lines])
