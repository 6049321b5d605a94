"""A desk at which a test sits: the screen on a register file of its own, with real keys and no real time."""

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
TRIES = 500
"""Turns of the loop after which what is waited for does not come."""


class Desk:
    """The screen, and the hands and eyes of a person before it."""

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
        return (self.main.meeting or self.main).editing.editor

    @property
    def detail(self) -> MeasureDetail:
        return self.main.query_one(MeasureDetail)

    @property
    def lines(self) -> list[str]:
        """What is on the screen, line by line."""
        return picture(self.app)

    @property
    def text(self) -> str:
        """The same in one, without ends of lines."""
        return "\n".join(self.lines)

    @property
    def head(self) -> str:
        return self.lines[0]

    @property
    def foot(self) -> str:
        return self.lines[-1]

    @property
    def told(self) -> list[str]:
        """What was said at the corner of the screen."""
        return [str(notification.message) for notification in self.app._notifications]

    def on_disk(self) -> Register:
        """The register as another program finds it."""
        return RegisterFile(self.path).load()

    async def press(self, *keys: str) -> None:
        """Presses keys by Textual's names for them, and waits for what they do on the screen."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        await self.until(lambda: not self.main.detail_is_due, "for the detail to follow")

    async def write(self, text: str) -> None:
        """Types a text, every code point of it: `Pilot.press` would lose the Thai marks."""
        for character in text:
            self.app.post_message(events.Key(_character_to_key(character), character))
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        """Pastes a text, as a terminal hands it over in one piece."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def saved(self) -> None:
        """Waits until the saver has nothing left to do; fails when it can not get that far."""
        async with asyncio.timeout(10):
            assert await self.main.session.queue.flush(), self.head
        await self.pilot.pause()

    async def until(self, holds: Callable[[], object], what: str = "") -> None:
        """Waits until something holds, so many turns and no longer."""
        for _turn in range(TRIES):
            if holds():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"waited in vain {what}\n{self.text}")

    async def look_again(self) -> None:
        """Has the screen look for what others did, as it does by itself each second."""
        self.main.poll()
        await self.saved()

    async def go_to(self, field: str, kind: str = "measure") -> None:
        """Puts the cursor on a field of the measure under the cursor."""
        await self.press("right")
        assert self.detail.go_to(kind, field), field
        await self.pilot.pause()


@asynccontextmanager
async def sitting(
    keeper: RegisterStore,
    size: tuple[int, int] = WIDE,
    today: date = TODAY,
    *,
    notifications: bool = False,
    environment: Environment = DEFAULT,
) -> AsyncIterator[Desk]:
    """Sits down before a register; what is told is drawn on the screen only with `notifications`."""
    app = ItatuiApp(keeper, today=today, environment=environment)
    async with app.run_test(size=size, notifications=notifications) as pilot:
        await pilot.pause()
        yield Desk(app, pilot, keeper.path)
