"""The messages in sight: all those about the latest key or paste, in the current language."""

from typing import TYPE_CHECKING

from itatui.locale import _
from itatui.thai import numerals
from itatui.tui.words import Words, words_of

if TYPE_CHECKING:
    from textual import events

    from itatui.tui.terminal.key_queue import KeyQueueApp

MESSAGE_S = 8.0
"""Seconds that messages are in sight."""


class Messages:
    """What was told last, and what it was about."""

    def __init__(self, app: "KeyQueueApp") -> None:
        """Begin with nothing in sight."""
        self._app = app
        self._about: events.Event | None = None
        """The key or paste."""
        self._lines: list[Words] = []
        self._until = 0.0
        """When they go, on the clock of the keys."""

    def tell(self, message: Words) -> None:
        """Show a message, below others about the same key or paste."""
        about = self._app.acting
        self._lines = [*self._lines, message] if about is not None and about is self._about else [message]
        self._about = about
        self._until = self._app.key_clock.now() + MESSAGE_S
        self._show(MESSAGE_S)

    def show_again(self) -> None:
        """Show what is still in sight in the current language."""
        if (seconds := self._until - self._app.key_clock.now()) > 0:
            self._show(seconds)

    def pass_by(self) -> None:
        """Take messages about an earlier key from sight, as another screen comes: they would hide its keys."""
        if self._about is not None and self._app.acting not in (None, self._about):
            self._app.clear_notifications()

    def forget(self) -> None:
        """Forget them: they are no longer in sight."""
        self._about, self._lines, self._until = None, [], 0.0

    def _show(self, seconds: float) -> None:
        words = "\n".join(words_of(line) for line in self._lines)
        self._app.notify(numerals(words), severity="warning", markup=False, timeout=seconds)


def prose_words(can_write: bool) -> str:
    """Return the words about prose that was typed where nothing is being written; F2 would begin if `can_write`."""
    if can_write:
        return _("Keys in a row are taken for text: nothing was changed. Press F2 to write.")
    return _("Keys in a row are taken for text, and no field is open: nothing was changed.")
