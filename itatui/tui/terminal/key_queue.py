"""A queue of keys: each is delivered after the effects of the key before it.

Over a slow line, or while a key is held, several keys arrive at once. Textual delivers each to the focused widget at
once, before the messages, focus changes and new widgets of the key before: a letter meant for a text would tick a
quarter.
"""

import asyncio
from collections import deque

from textual import events
from textual.app import App
from textual.message import Message

ROUNDS = 2
"""Messages sent behind a key: behind its binding, and behind the messages of the binding."""
TIMEOUT_S = 0.3
"""Seconds after which a key is given up, if the dialog that it closed took the message with it."""


class KeyQueueApp(App[object]):
    """An app that delivers a single key or paste at a time."""

    class Passed(Message):
        """Follows a key through the message queues: when it is back, the key's effects are done."""

        def __init__(self, key: events.Event, rounds: int) -> None:
            super().__init__()
            self.key = key
            self.rounds = rounds

    def __init__(self) -> None:
        super().__init__()
        self._queue: deque[events.Event] = deque()
        self._timeout: asyncio.TimerHandle | None = None

    async def on_event(self, event: events.Event) -> None:
        """Queue keys and pastes; deliver every other event at once."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._queue.append(event)
        if len(self._queue) == 1:
            await self._deliver_next()

    async def _deliver_next(self) -> None:
        target = self.focused or self.screen
        key = self._queue[0]
        self._timeout = asyncio.get_running_loop().call_later(TIMEOUT_S, self.post_message, self.Passed(key, 0))
        await super().on_event(key)
        target.post_message(self.Passed(key, ROUNDS))

    async def on_key_queue_app_passed(self, message: Passed) -> None:
        """Send the message round again, or deliver the next key."""
        message.stop()
        if not self._queue or message.key is not self._queue[0]:  # it was given up
            return
        if message.rounds:
            (self.focused or self.screen).post_message(self.Passed(message.key, message.rounds - 1))
            return
        if self._timeout is not None:
            self._timeout.cancel()
        self._queue.popleft()
        if self._queue:
            await self._deliver_next()
