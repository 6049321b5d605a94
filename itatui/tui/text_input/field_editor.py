"""The editor of a field, in the place of the field."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from itatui.domain.change import Value
from itatui.domain.fields import INDICATORS
from itatui.domain.kinds import Kind
from itatui.locale import _
from itatui.thai import clean, repair_text
from itatui.tui.text_input.autosave import Autosave
from itatui.tui.text_input.text_area import ThaiTextArea
from itatui.tui.words import Words

if TYPE_CHECKING:
    from itatui.domain.conflicts import Conflict

MAX_SUGGESTED_LENGTH = 50_000
"""Code points of a paste above which no repairs are suggested: the search would take too long."""


LINKED = (Kind.LINKS, Kind.ADDRESSES)
"""Kinds of links, a line each."""


class FieldEditor(ThaiTextArea):
    """The text of a field. It reports when there is something to save, and saves nothing itself."""

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
        """The user goes to the next (1) or the previous (-1) field, or stays (0)."""

        by: int

    @dataclass
    class Grown(Message):
        """The number of lines has changed."""

    @dataclass
    class Dropped(Message):
        """Forbidden characters were left out of a paste."""

        count: int

    @dataclass
    class Mended(Message):
        """Marks in a paste were repaired, or repairs are suggested."""

        count: int
        doubtful: int

    def __init__(self, text: str, base: Value, kind: str, thing_id: str, field: str, holds: Kind) -> None:
        hint: Words = (lambda: _("words | address, one a line")) if holds in LINKED else ""
        super().__init__(text, classes="editor", placeholder=hint)
        self.base = base
        """Value in the register when the editing began, or at the last save."""
        self.kind = kind
        self.thing_id = thing_id
        self.field = field
        self.holds = holds
        self.contested: Conflict | None = None
        """Conflict with another user's change: nothing is saved until the user chooses."""
        self.given_up = False
        """True if the user was told that the text cannot be read, and may leave all the same."""
        self.run = os.urandom(4).hex()
        """Marks the edits between opening and closing as a single change of the history."""
        self.kept: str | None = text
        """Text when the editing began, or at the last save; None: unsaved after a conflict."""
        self.refused: str | None = None
        """Text that could not be read as a value of the field."""
        self.edited: Callable[[], None] = lambda: None
        """Called after every change of the text, before it is drawn."""
        self._autosave = Autosave(self, self.report)
        self._reported = text
        self._height = 0

    @property
    def has_list(self) -> bool:
        """Whether its value can be chosen from a list."""
        return self.holds in (Kind.UNITS, Kind.MEASURE, Kind.CHOICE, *LINKED) or self.field == INDICATORS.name

    def on_mount(self) -> None:
        """Put the cursor at the end."""
        self.move_cursor(self.document.end)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw nothing after the removal: the screen may ask for lines until its next layout."""
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Save a second after the first unsaved letter."""
        event.stop()
        if self.wrapped_document.height != self._height:
            self._height = self.wrapped_document.height
            self.post_message(self.Grown())
        self._autosave.start()
        self.edited()

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit, and have the header follow it at once: in the picture that shows the new letter."""
        result = super().edit(edit)
        self.edited()
        return result

    def undo(self) -> None:
        """Undo the last edits, followed in the same way."""
        super().undo()
        self.edited()

    def redo(self) -> None:
        """Redo the edits undone last, followed in the same way."""
        super().redo()
        self.edited()

    def on_resize(self) -> None:
        """Report that the number of lines may have changed."""
        self.post_message(self.Grown())

    def report(self) -> None:
        """Report a change since the last report."""
        self._autosave.cancel()
        if self.text != self._reported:
            self._reported = self.text
            self.post_message(self.Typed(self))

    def action_leave(self, by: int) -> None:
        """Leave the field."""
        self.post_message(self.Left(by))

    async def _on_key(self, event: events.Key) -> None:
        """End a single-line field on Enter."""
        if event.key == "enter" and self.holds not in (Kind.TEXT, *LINKED):
            event.stop()
            event.prevent_default()
            self.post_message(self.Left(0))
            return
        await super()._on_key(event)

    def begin_change(self) -> None:
        """Make what follows a change of its own in the history."""
        self.run = os.urandom(4).hex()

    def take_whole(self, text: str) -> None:
        """Put a text from elsewhere in place of the whole text, cleaned and repaired as a paste, and report both."""
        self.fill(self._taken(text))

    def _taken(self, text: str) -> str:
        text, dropped = clean(text)
        if dropped:
            self.post_message(self.Dropped(dropped))
        return text if self.holds in LINKED else self._repaired(text)

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert a pasted text, cleaned and repaired, and report both."""
        await super()._on_paste(events.Paste(self._taken(event.text)))
        event.stop()
        event.prevent_default()

    def _repaired(self, text: str) -> str:
        from itatui.thai.repair.suggestions import suggestions  # Lazy import: it reads the word list.

        text, count = repair_text(text)
        doubtful = len(suggestions(text)) if len(text) < MAX_SUGGESTED_LENGTH else 0
        if count or doubtful:
            self.post_message(self.Mended(count, doubtful))
        return text
