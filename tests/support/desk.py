"""The program before a test: real keys on the way in, the picture of the screen on the way out."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from itatui.domain.protocols import RegisterStore
from itatui.domain.register import Register
from itatui.store import RegisterFile
from itatui.tui.app import ItatuiApp
from itatui.tui.environment import DEFAULT, Environment
from itatui.tui.screens.main.screen import MainScreen
from itatui.tui.text_input.field_editor import FieldEditor
from itatui.tui.widgets.measure_detail import MeasureDetail
from tests.support.picture import picture

TODAY = date(2024, 5, 15)
"""In the third quarter of fiscal year 2567, the year of the reference register."""
WIDE, MIDDLE, NARROW = (120, 36), (80, 24), (60, 20)
MAX_WAITS, WAIT_S = 500, 0.01
"""Turns of the event loop until a test gives up waiting, and seconds of a turn."""


class Desk:
    """A running application with the keyboard and the eyes of its user."""

    def __init__(self, app: ItatuiApp, pilot: Pilot[object], path: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.path = path

    @property
    def main(self) -> MainScreen:
        return self.app.main

    @property
    def editor(self) -> FieldEditor | None:
        """The open editor of the main screen or of the meeting in front of it."""
        return (self.main.meeting or self.main).open_editor.editor

    @property
    def detail(self) -> MeasureDetail:
        return self.main.query_one(MeasureDetail)

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        return picture(self.app)

    @property
    def text(self) -> str:
        """The screen as a single text."""
        return "\n".join(self.lines)

    @property
    def head(self) -> str:
        return self.lines[0]

    @property
    def foot(self) -> str:
        return self.lines[-1]

    @property
    def messages(self) -> list[str]:
        """All messages to the user so far."""
        return [str(notification.message) for notification in self.app._notifications]

    def on_disk(self) -> Register:
        """Read the register as another program."""
        return RegisterFile(self.path).load()

    async def press(self, *keys: str) -> None:
        """Press keys by their Textual names, and wait for the screen."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        await self.until(lambda: not self.main.detail_is_due, "for the detail to follow")

    async def write(self, text: str) -> None:
        """Type every code point of a text: `Pilot.press` would lose Thai marks."""
        for character in text:
            self.app.post_message(events.Key(_character_to_key(character), character))
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        """Paste a text in one piece, as terminals do."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def keys_done(self) -> None:
        """Wait until the effects of all keys are done."""
        await self.until(lambda: not (self.app._running and self.app._queue), "for the keys to take effect")

    async def saved(self) -> None:
        """Wait until everything is saved; fail if that is not possible."""
        async with asyncio.timeout(10):
            assert await self.main.session.queue.flush(), self.head
        await self.pilot.pause()

    async def until(self, condition: Callable[[], object], awaited: str = "") -> None:
        """Wait until a condition is met; `awaited` names it if it is not."""
        for _turn in range(MAX_WAITS):
            if condition():
                return
            await self.pilot.pause(WAIT_S)
        raise AssertionError(f"waited in vain {awaited}\n{self.text}")

    async def poll(self) -> None:
        """Look for changes by other users, as the program does each second."""
        self.main.poll()
        await self.saved()

    async def go_to(self, field: str, kind: str = "measure") -> None:
        """Put the cursor on a field of the current measure."""
        await self.press("right")
        assert self.detail.go_to(kind, field), field
        await self.pilot.pause()


@asynccontextmanager
async def open_screen(
    store: RegisterStore,
    size: tuple[int, int] = WIDE,
    today: date = TODAY,
    *,
    notifications: bool = False,
    environment: Environment = DEFAULT,
) -> AsyncIterator[Desk]:
    """Run the program on a register. Messages are drawn on the screen only with `notifications`."""
    app = ItatuiApp(store, today=today, environment=environment)
    async with app.run_test(size=size, notifications=notifications) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, store.path)
        yield desk
        await desk.keys_done()  # a key delivered while the app shuts down would find no screen
