"""Autosave: a typed text is saved after a pause in the typing."""

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

AUTOSAVE_DELAY_S = 1.0
"""Seconds after the last key until the text is saved: the most that can be lost."""


class Autosave:
    """The delay between the last key in an editor and the saving of its text."""

    def __init__(self, editor: Widget, save: Callable[[], None]) -> None:
        self._editor = editor
        self._save = save
        self._timer: Timer | None = None

    def restart(self) -> None:
        """Save after the delay, counted from now."""
        self.cancel()
        self._timer = self._editor.set_timer(AUTOSAVE_DELAY_S, self._save)

    def cancel(self) -> None:
        """Stop waiting."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
