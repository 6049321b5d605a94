"""A user at the register screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from itatui.store import RegisterFile
from itatui.tui.dialogs.form import FormDialog
from itatui.tui.screens.setup.screen import SetupScreen
from tests.support.desk import WIDE, Desk, open_screen


@asynccontextmanager
async def at_setup(
    file: RegisterFile, section: str = "agency", key: str = "", size: tuple[int, int] = WIDE
) -> AsyncIterator[Desk]:
    """Open the register screen with the cursor on an entry; without a key: on the heading of its section."""
    async with open_screen(file, size) as desk:
        await desk.press("ctrl+r")
        await desk.until(lambda: isinstance(desk.app.screen, SetupScreen), "for the register screen")
        await go_to(desk, section, key)
        yield desk


@asynccontextmanager
async def at_form_of(file: RegisterFile, section: str, key: str) -> AsyncIterator[Desk]:
    """Open the form of an entry on the register screen."""
    async with at_setup(file, section, key) as desk:
        await open_form(desk, "enter")
        yield desk


async def go_to(desk: Desk, section: str, key: str = "") -> None:
    """Put the cursor on an entry."""
    screen = desk.app.screen
    assert isinstance(screen, SetupScreen)
    screen.go_to_key((section, key))
    await desk.pilot.pause()


async def open_form(desk: Desk, *keys: str) -> None:
    """Press keys that open a form."""
    await desk.press(*keys)
    await desk.until(lambda: isinstance(desk.app.screen, FormDialog), "for the form")
    await desk.pilot.pause()


async def fill(desk: Desk, *texts: str) -> None:
    """Write a text in each field from the first on; the last is accepted."""
    for text in texts:
        await desk.write(text)
        await desk.press("enter")
    await until_saved(desk)


async def add(desk: Desk, section: str, *texts: str) -> None:
    """Add an entry to a section."""
    await go_to(desk, section)
    await open_form(desk, "ctrl+n")
    await fill(desk, *texts)


async def until_saved(desk: Desk) -> None:
    """Wait until the form is closed and its change is saved."""
    await desk.until(lambda: isinstance(desk.app.screen, SetupScreen), "for the register screen")
    await desk.saved()
