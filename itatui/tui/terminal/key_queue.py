"""A queue of keys: each is delivered after the effects of the key before it, or dropped by the pace of the keys.

Over a slow line, or while a key is held, several keys arrive at once. Textual delivers each to the focused widget at
once, before the messages, focus changes and new widgets of the key before: a letter meant for a text would tick a
quarter.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message

from itatui.tui.terminal.key_pace import KeyPace, Place, Stroke, Verdict

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

    from itatui.tui.words import Words

ROUNDS = 3
"""Calls sent behind a key, one after another: behind its binding, and twice behind the messages of the binding."""
TIMEOUT_S = 0.3
"""Least seconds after which a key is given up whose effect waits for further keys."""
STILL_TURNS = 1000
"""Turns of the event loop without a step of the calls behind such a key: a busy loop takes its time, not its turns."""
KEYS_IN_SIGHT = 16
"""Keys of the queue by which the first is judged."""


class Timer(Protocol):
    """A call in the future."""

    def cancel(self) -> None:
        """Do not call."""


class KeyClock:
    """The clock of the keys. Tests have their own."""

    def arrival(self, event: events.Event) -> float:
        """Return the time at which a key was read from the terminal, in seconds."""
        return event.time

    def now(self) -> float:
        """Return the present time on the same clock."""
        return time.monotonic()

    def call_later(self, seconds: float, callback: Callable[[], object]) -> Timer:
        """Call a function after so many seconds."""
        return asyncio.get_running_loop().call_later(seconds, callback)


class KeyQueueApp(App[object]):
    """An app that delivers a single key or paste at a time."""

    class Rested(Message):
        """No key has followed the first of the queue for as long as it waits."""

    def __init__(self) -> None:
        super().__init__()
        self.key_clock = KeyClock()
        self._pace = KeyPace()
        self._queue: deque[tuple[events.Event, float]] = deque()
        """Keys and pastes with their times of arrival."""
        self._delivered: events.Event | None = None
        """The first of the queue while it takes effect."""
        self._timeout: Timer | None = None
        self._holds = 0
        """Works that take their time."""
        self._steps = 0
        """Steps of the calls behind the keys."""
        self._wait: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Queue keys and pastes; deliver every other event at once."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._queue.append((event, self.key_clock.arrival(event)))
        await self._deliver_next()

    @property
    def acting(self) -> events.Event | None:
        """The key or paste that is taking effect."""
        return self._delivered

    @contextmanager
    def keys_waiting(self) -> Iterator[None]:
        """Give no key up: what is being done takes its time, and the next key is meant for its result."""
        self._holds += 1
        try:
            yield
        finally:
            self._holds -= 1

    def tell_prose(self) -> None:
        """Tell the user that prose was typed where nothing is being written."""

    def tell(self, message: "Words") -> None:
        """Show a message to the user."""

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run the command of a key, or tell why not: `refusal` of its screen returns the reason, or an empty text."""
        refusal = getattr(default_namespace, "refusal", None)
        if refusal is not None and isinstance(action, str) and (reason := refusal(action)):
            self.tell(reason)
            return True
        return await super().run_action(action, default_namespace, namespaces)

    async def _deliver_next(self) -> None:
        """Deliver the first key of the queue that is to act, if no other is taking effect."""
        if self._wait is not None:
            self._wait.cancel()
            self._wait = None
        while self._queue and self._delivered is None and self.screen_stack:
            verdict = self._judge()
            if verdict is Verdict.WAIT:
                self._wait = self.key_clock.call_later(self._pace.waits, lambda: self.post_message(self.Rested()))
                return
            if verdict is Verdict.ACT:
                await self._deliver(self._queue[0][0])
                return
            self._queue.popleft()
            if verdict is Verdict.TELL:
                self.tell_prose()

    def _judge(self) -> Verdict:
        """Judge the first of the queue by its place and by the keys behind it."""
        first = self._queue[0][0]
        if not isinstance(first, events.Key):
            self._pace.pause()
            return Verdict.ACT
        strokes = [_stroke(event, at) for event, at in islice(self._queue, KEYS_IN_SIGHT)]
        return self._pace.judge(strokes, self._place(first), self.key_clock.now())

    def _place(self, key: events.Key) -> Place:
        widget = self.focused
        if widget is None:
            return Place(self.screen)
        writes = key.is_printable and widget.check_consume_key(key.key, key.character)
        acts_when_held = getattr(widget, "acts_when_held", None)
        return Place(widget, writes, acts_when_held is None or acts_when_held(key.key))

    async def _deliver(self, key: events.Event) -> None:
        self._delivered = key
        target = self.focused or self.screen
        self._timeout = self._call_when_late(key)
        await super().on_event(key)
        self._climb(target, key, ROUNDS)

    def _call_when_late(self, key: events.Event) -> Timer:
        """Give the key up after a time, once its effect stands still."""
        return asyncio.get_running_loop().call_later(TIMEOUT_S, self._give_up_when_still, key, self._steps, STILL_TURNS)

    def _give_up_when_still(self, key: events.Event, steps: int, turns: int) -> None:
        """Give the key up when so many turns of the event loop have brought its effect no step further."""
        if key is not self._delivered:
            return
        if steps != self._steps:
            turns = STILL_TURNS
        if self._holds:
            self._timeout = self._call_when_late(key)
        elif turns:
            loop = asyncio.get_running_loop()
            self._timeout = loop.call_soon(self._give_up_when_still, key, self._steps, turns - 1)
        else:
            self.call_later(self._passed, key, 0)

    def _climb(self, node: DOMNode | None, key: events.Event, rounds: int) -> None:
        """Send a call behind a key through the queues of a widget, of all around it, and of the app.

        A message would bubble the same way, but is lost with a dialog that the key closes. A closed widget is left out.
        """
        self._steps += 1
        while node is not None and node is not self:
            if node.call_later(self._climb, node.parent, key, rounds):
                return
            node = node.parent
        self.call_later(self._passed, key, rounds)

    async def _passed(self, key: events.Event, rounds: int) -> None:
        """Send the call round again, or deliver the next key."""
        if key is not self._delivered or not self.screen_stack:  # it was given up, or the program ends
            return
        if rounds > 1:
            self._climb(self.focused or self.screen, key, rounds - 1)
            return
        if self._timeout is not None:
            self._timeout.cancel()
        self._queue.popleft()
        self._delivered = None
        await self._deliver_next()

    async def on_key_queue_app_rested(self, message: Rested) -> None:
        """Judge the first key again: nothing has followed it."""
        message.stop()
        await self._deliver_next()


def _stroke(event: events.Event, at: float) -> Stroke:
    """Return a key as a stroke; a paste ends a run, as any key without a sign does."""
    return Stroke(event.key, event.is_printable, at) if isinstance(event, events.Key) else Stroke("", sign=False, at=at)
