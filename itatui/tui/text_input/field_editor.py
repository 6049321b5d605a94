"""The editor that takes a field's place while it is written in."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import TextArea

from itatui.domain.change import Value
from itatui.domain.fields import Kind
from itatui.thai import clean, repair_marks
from itatui.tui.text_input.text_area import ThaiTextArea

if TYPE_CHECKING:
    from itatui.domain.conflicts import Conflict

PAUSE = 1.0
"""Seconds without a key after which what was typed is saved: the most that can be lost."""

LONG = 50_000
"""Code points of a paste that is not looked through for doubtful places at once."""


class FieldEditor(ThaiTextArea):
    """One field's text. It says what was typed after a pause, on leaving, and when asked; it saves nothing itself."""

    BINDINGS = [
        Binding("tab", "leave(1)", show=False),
        Binding("shift+tab", "leave(-1)", show=False),
    ]

    @dataclass
    class Typed(Message):
        """There is something to save."""

        editor: "FieldEditor"

    @dataclass
    class Left(Message):
        """The person goes on (1) or back (-1) from the field, or stays on it (0)."""

        by: int

    @dataclass
    class Grown(Message):
        """The text takes more lines, or fewer."""

    @dataclass
    class Dropped(Message):
        """Characters that no text may hold were left out of a paste."""

        count: int

    @dataclass
    class Mended(Message):
        """Letters of a paste had their marks put in order, or places in it are doubtful."""

        count: int
        doubtful: int

    def __init__(self, text: str, base: Value, kind: str, thing_id: str, field: str, holds: Kind) -> None:
        super().__init__(text, classes="editor")
        self.base = base
        """What the register held when the editing began, or what was saved of it last."""
        self.kind = kind
        self.thing_id = thing_id
        self.field = field
        self.holds = holds
        self.contested: Conflict | None = None
        """What somebody else wrote in the field meanwhile: nothing is saved until the person chooses."""
        self.given_up = False
        """Whether the person was told so, and leaves all the same."""
        self.run = os.urandom(4).hex()
        """Marks what is typed between opening and leaving as one change of the history."""
        self.kept: str | None = text
        """The text as it was opened, or saved last: while it is this, there is nothing to save."""
        self._pause: Timer | None = None
        self._said = text
        self._height = 0

    def on_mount(self) -> None:
        """Begins at the end of what is there."""
        self.move_cursor(self.document.end)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draws nothing once it is removed: until the next layout the screen may still ask for its lines."""
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Waits for a pause in the typing."""
        event.stop()
        if self.wrapped_document.height != self._height:
            self._height = self.wrapped_document.height
            self.post_message(self.Grown())
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.say)

    def on_resize(self) -> None:
        """Other lines at another width."""
        self.post_message(self.Grown())

    def say(self) -> None:
        """Says that there is something to save, if there is."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        if self.text != self._said:
            self._said = self.text
            self.post_message(self.Typed(self))

    def action_leave(self, by: int) -> None:
        """Leaves the field."""
        self.post_message(self.Left(by))

    async def _on_key(self, event: events.Key) -> None:
        """Enter ends a field of one line; control characters never get in."""
        if event.key == "enter" and self.holds not in (Kind.TEXT, Kind.LINKS):
            event.stop()
            event.prevent_default()
            self.post_message(self.Left(0))
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Takes in a pasted text, mended and without what no text may hold, and says how much that was."""
        text, dropped = clean(event.text)
        if dropped:
            self.post_message(self.Dropped(dropped))
        if self.holds is not Kind.LINKS:
            text = self._mended(text)
        await super()._on_paste(events.Paste(text))
        event.stop()
        event.prevent_default()

    def _mended(self, text: str) -> str:
        from itatui.thai.repair.suggestions import suggestions  # here: it reads the word list

        text, count = repair_marks(text)
        doubtful = len(suggestions(text)) if len(text) < LONG else 0
        if count or doubtful:
            self.post_message(self.Mended(count, doubtful))
        return text
