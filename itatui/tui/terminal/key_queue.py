"""Keys in turn: each is handed on when what the one before did is done.

Over a slow line, or with a key held, several keys arrive at once. Textual hands each to the widget that has the keys
at that moment; what a key does (a message, a focus, a new editor) comes later, so the next one would go to the
wrong place: a letter meant for a text would tick a quarter.
"""

import asyncio
from collections import deque

from textual import events
from textual.app import App
from textual.message import Message

ROUNDS = 2
"""Once behind the key to its binding, then once behind what the binding posted and focused."""
PATIENCE = 0.3
"""Seconds after which a key whose end is lost, with the dialog that it closed, no longer holds up the next."""


class KeyQueueApp(App[object]):
    """An application that hands on one key, or one paste, at a time."""

    class Passed(Message):
        """Goes the way of a key, behind it: when it is back, what the key did is done."""

        def __init__(self, key: events.Event, rounds: int) -> None:
            super().__init__()
            self.key = key
            self.rounds = rounds

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Event] = deque()
        self._giving_up: asyncio.TimerHandle | None = None

    async def on_event(self, event: events.Event) -> None:
        """Has a key wait for its turn; every other event goes on as ever."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if len(self._waiting) == 1:
            await self._hand_on()

    async def _hand_on(self) -> None:
        target = self.focused or self.screen
        key = self._waiting[0]
        self._giving_up = asyncio.get_running_loop().call_later(PATIENCE, self.post_message, self.Passed(key, 0))
        await super().on_event(key)
        target.post_message(self.Passed(key, ROUNDS))

    async def on_key_queue_app_passed(self, message: Passed) -> None:
        """Goes round once more, then lets the next key go."""
        message.stop()
        if not self._waiting or message.key is not self._waiting[0]:  # its turn was given up before
            return
        if message.rounds:
            (self.focused or self.screen).post_message(self.Passed(message.key, message.rounds - 1))
            return
        if self._giving_up is not None:
            self._giving_up.cancel()
        self._waiting.popleft()
        if self._waiting:
            await self._hand_on()
