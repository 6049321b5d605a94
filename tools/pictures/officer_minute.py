"""An officer's minute with the program, as a moving picture: find a measure, tick a quarter, write, print, quit."""

from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot

from itatui.thai import cells, clusters
from tools.pictures.moving_picture import Frame, moving_picture

SIZE = (90, 26)
"""Cells (columns, rows) of the screen; the key is shown two rows below."""
RESULT = " และแจ้งเวียนให้ทุกกองงานทราบ"
"""Text that the officer adds to a result."""
LETTER_S, READ_S = 0.14, 1.8
"""Seconds that a letter being typed and a screen to be read are shown."""
_CAP = Style(color="#10151a", bgcolor="#e8e8e8", bold=True)


class Step(NamedTuple):
    """A key, what the picture calls it, and the seconds its effect is shown; or a text that is typed."""

    key: str = ""
    cap: str = ""
    seconds: float = READ_S
    text: str = ""


STEPS = (
    Step(seconds=2.0),
    Step("f3", "F3", 1.0),
    Step(text="อบรม"),
    Step("enter", "Enter"),
    Step("escape", "Esc", 1.0),
    Step("3", "3", 2.6),
    Step("ctrl+z", "Ctrl+Z", 2.6),
    Step("f2", "F2", 1.2),
    Step("ctrl+end", "Ctrl+End", 0.8),
    Step(text=RESULT),
    Step("escape", "Esc", 2.4),
    Step("f8", "F8", 2.4),
    Step("pagedown", "PgDn"),
    Step("escape", "Esc", 1.4),
)


async def officer_minute(app: App[object]) -> str:
    """Return the moving picture of an officer's minute with a program that shows its main screen."""
    frames = []
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause(1.0)
        for step in STEPS:
            if step.key:
                await pilot.press(step.key)
                await pilot.pause(1.0)  # the detail follows after a pause
            for letter in clusters(step.text):
                await _type(app, pilot, letter)
                frames.append(_frame(app, letter, LETTER_S))
            frames.append(_frame(app, step.cap, step.seconds))
    return moving_picture(frames, SIZE[0])


async def _type(app: App[object], pilot: Pilot[object], letter: str) -> None:
    """Type a letter with its marks, as a keyboard does: a code point a key."""
    for character in letter:
        app.post_message(events.Key(_character_to_key(character), character))
    await pilot.pause(0.1)


def _frame(app: App[object], cap: str, seconds: float) -> Frame:
    """Return the screen with the key below it."""
    lines = [list(strip) for strip in app.screen._compositor.render_strips()]
    label = f" {cap} " if cap else ""
    margin = Segment(" " * ((SIZE[0] - cells(label)) // 2))
    return Frame([*lines, [], [margin, Segment(label, _CAP)]], seconds)
