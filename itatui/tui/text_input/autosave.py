"""Autosave: a typed text is saved every second while the typing goes on."""

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

AUTOSAVE_DELAY_S = 0.8
"""Seconds from the first unsaved letter until the text is saved. With the save itself, at most a second is lost."""


class Autosave:
    """The delay between the first unsaved letter of a text and its saving."""

    def __init__(self, owner: MessagePump, save: Callable[[], object]) -> None:
        self._owner = owner
        self._save = save
        self._timer: Timer | None = None

    def start(self) -> None:
        """Save after the delay, counted from the first call since the last save."""
        if self._timer is None:
            self._timer = self._owner.set_timer(AUTOSAVE_DELAY_S, self._run)

    def _run(self) -> None:
        self.cancel()
        self._save()

    def cancel(self) -> None:
        """Stop waiting."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
