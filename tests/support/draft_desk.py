"""The program with a folder of drafts: typing in its dialogs, and the ways out of them."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from itatui.store import RegisterFile
from itatui.store.drafts import DraftFolder
from itatui.tui.app import ItatuiApp
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.dialogs.prompts import Answer
from itatui.tui.environment import DEFAULT, Environment
from tests.support.desk import WIDE, Desk, open_screen

TEXT = "น้ำดื่มที่จัดให้ผู้เข้าอบรม"


def environment(folder: Path, **others: Any) -> Environment:
    return DEFAULT._replace(drafts=DraftFolder(folder), **others)


@asynccontextmanager
async def opened(store: RegisterFile | None, folder: Path, **others: Any) -> AsyncIterator[Desk]:
    """Run the program with a folder of drafts; without a register on the welcome screen."""
    if store is not None:
        async with open_screen(store, environment=environment(folder, **others)) as desk:
            try:
                yield desk
            finally:
                desk.app.finish()
                desk.app.drafts.close()
        return
    app = ItatuiApp(None, environment=environment(folder, **others))
    desk = Desk(app, folder)
    async with app.run_test(size=WIDE):
        await desk.pilot.pause()
        yield desk
    app.finish()
    app.drafts.close()


def kept(folder: Path) -> list[dict[str, str]]:
    """Return the texts of all drafts on the disk."""
    return [json.loads(path.read_text("utf-8"))["texts"] for path in folder.glob("*.json")]


def texts_kept(home: Path) -> list[str]:
    """Return the texts of all drafts of a user whose state is in a folder of the home."""
    return [text for draft in kept(home / "state" / "itatui" / "drafts") for text in draft.values()]


def texts(desk: Desk) -> list[str]:
    """Return the texts in the fields of the dialog in front, without proposed units."""
    return [field.text for field in desk.app.screen.query(Answer) if field.id != "new_units"]


async def open_dialog(desk: Desk, *keys: str) -> None:
    """Press keys, of which the last opens a dialog, and wait for its fields."""
    await desk.press(*keys)
    await desk.until(lambda: any(isinstance(text, KeptText) for text in desk.app.drafts.texts), "for the dialog")


async def leave_dialog(desk: Desk, key: str) -> None:
    """Press a key that closes the dialog, and wait for the main screen."""
    await desk.press(key)
    await desk.until(lambda: desk.app.screen is desk.main, "for the main screen")


async def type_in(desk: Desk, text: str = TEXT) -> None:
    """Type into the dialog, and wait for the last letter."""
    await desk.write(text)
    await desk.until(lambda: any(each.endswith(text) for each in texts(desk)), "for the last letter")


Leave = Callable[[Desk], Awaitable[None]]


async def escape(desk: Desk) -> None:
    await desk.pilot.press("escape")
    await desk.pilot.pause()
    await desk.until(lambda: any("เก็บ" in message for message in desk.messages), "for the word")


async def quit_by(desk: Desk, key: str) -> None:
    await desk.pilot.press(key)
    await desk.until(lambda: desk.app._exit, "to quit")
    assert desk.app.return_code == 0


async def control_q(desk: Desk) -> None:
    await quit_by(desk, "ctrl+q")


async def end(desk: Desk) -> None:
    """End as the signals do: everything is saved, with the dialog open."""
    assert desk.app.finish()


WAYS: dict[str, Leave] = {"escape": escape, "ctrl+q": control_q, "signal": end}
