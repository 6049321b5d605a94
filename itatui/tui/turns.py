"""Keys in turn: each is handed on when what the one before did is done.

Over a slow line, or with a key held, several keys arrive at once. Textual hands each to the widget that has the keys
at that moment; what a key does (a message, a focus, a new editor) comes later, so the next one would go to the
wrong place: a letter meant for a text would tick a quarter.
"""

from collections import deque
from dataclasses import dataclass
from time import monotonic

from textual import events
from textual.app import App
from textual.message import Message

ROUNDS = 2
"""Once behind the key to its binding, then once behind what the binding posted and focused."""
PATIENCE = 0.5
"""Seconds after which a key that never came to its end no longer holds up the next ones."""


class KeysInTurn(App[object]):
    """An application that hands on one key, or one paste, at a time."""

    @dataclass
    class Passed(Message):
        """Goes the way of a key, behind it: when it is back, what the key did is done."""

        rounds: int

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Event] = deque()
        self._since = 0.0

    async def on_event(self, event: events.Event) -> None:
        """Has a key wait for its turn; every other event goes on as ever."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._waiting and monotonic() - self._since > PATIENCE:
            self._waiting.clear()
        self._waiting.append(event)
        if len(self._waiting) == 1:
            await self._hand_on()

    async def _hand_on(self) -> None:
        self._since = monotonic()
        target = self.focused or self.screen
        await super().on_event(self._waiting[0])
        if not target.post_message(self.Passed(ROUNDS)):
            self.screen.post_message(self.Passed(ROUNDS))

    async def on_keys_in_turn_passed(self, message: Passed) -> None:
        """Goes round once more, then lets the next key go."""
        if message.rounds:
            (self.focused or self.screen).post_message(self.Passed(message.rounds - 1))
            return
        if self._waiting:
            self._waiting.popleft()
        if self._waiting:
            await self._hand_on()
