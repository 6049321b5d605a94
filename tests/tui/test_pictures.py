"""The screen as it looks, in pictures that are kept."""

import pytest

from itatui import locale
from itatui.domain.register import Register
from itatui.store import RegisterFile
from tests import reference
from tests.support import registers
from tests.support.borders import cell, torn
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, sitting
from tests.support.picture import looks_as_before
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
"""The keys that lead from the first screen to another picture."""


def see(desk: Desk, name: str) -> None:
    """Looks at the screen: is it whole, and as it was?"""
    lines = desk.lines
    assert torn(desk.app, lines) == []
    looks_as_before(f"{name}-{desk.app.size.width}x{desk.app.size.height}", lines)


@SIZES
@pytest.mark.parametrize("name", list(REGISTERS))
async def test_the_first_screen(make: Make, name: str, size: tuple[int, int]) -> None:
    async with sitting(make(REGISTERS[name]()), size) as desk:
        see(desk, name)


async def test_the_first_screen_in_english(file: RegisterFile) -> None:
    locale.speak("en")
    async with sitting(file) as desk:
        see(desk, "first-en")


@SIZES
@pytest.mark.parametrize("name", list(STEPS))
async def test_what_a_key_leads_to(make: Make, name: str, size: tuple[int, int]) -> None:
    async with sitting(make(registers.late()), size) as desk:
        await desk.press(*STEPS[name])
        await desk.pilot.pause()
        see(desk, name)


@SIZES
async def test_the_list_narrowed_by_find(file: RegisterFile, size: tuple[int, int]) -> None:
    async with sitting(file, size) as desk:
        await desk.press("f3")
        await desk.write("ช่องทาง")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        see(desk, "find")


@SIZES
async def test_the_late_ones_only(make: Make, size: tuple[int, int]) -> None:
    async with sitting(make(registers.late()), size) as desk:
        await desk.press("l")
        see(desk, "late-only")


@pytest.mark.parametrize("pane", ["tracks", "measures", "detail"])
async def test_one_pane_at_a_time(make: Make, pane: str) -> None:
    async with sitting(make(registers.late()), NARROW) as desk:
        await desk.press(*{"tracks": ("left",), "measures": (), "detail": ("right",)}[pane])
        assert [each.id for each in desk.main.query(".pane") if each.display] == [pane]
        see(desk, f"alone-{pane}")


async def test_an_editor_on_a_narrow_screen(make: Make) -> None:
    async with sitting(make(registers.late()), NARROW) as desk:
        await desk.press("f2")
        see(desk, "alone-editor")


@pytest.mark.parametrize(("line", "at", "what"), [("กำ│", 0, "ก"), ("ที่│", 1, "│"), ("ที่│", 0, "ที่"), ("ab│", 2, "│")])
def test_the_reading_of_cells(line: str, at: int, what: str) -> None:
    assert cell(line, at) == what


async def test_a_torn_picture_is_seen(make: Make) -> None:
    torn_register: Register = registers.late()
    async with sitting(make(torn_register)) as desk:
        lines = desk.lines
        assert torn(desk.app, [*lines[:-1], lines[-1] + " "])
        assert torn(desk.app, [line.replace("│", " ") for line in lines])
        assert torn(desk.app, ["\u0e48" + line for line in lines])
