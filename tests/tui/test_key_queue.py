"""The queue of keys: a key acts behind the effect of the key before it, on a busy event loop, too."""

import asyncio
import threading
from typing import Any, ClassVar

import pytest
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.keys import _character_to_key
from textual.widgets import Static

from itatui.domain.filter import filter_for_list
from itatui.domain.search import SearchResult
from itatui.store import RegisterFile
from itatui.tui.session import session
from itatui.tui.terminal import key_queue
from itatui.tui.terminal.key_queue import KeyQueueApp
from tests.support.desk import Desk, open_screen
from tests.support.terminal import TIMEOUT_S

NEVER_S = 1e6
CLOSED = {
    "new measure": ("ctrl+n", "x", "enter"),
    "new measure, saved": ("ctrl+n", "x", "ctrl+s"),
    "new measure, left": ("ctrl+n", "escape"),
    "jump": ("g", "escape"),
    "choice": ("o", "escape"),
    "decision": ("f5", "d", "x", "ctrl+s"),
    "assign": ("n", "x", "enter"),
    "help": ("f1", "escape"),
    "palette": ("ctrl+p", "escape"),
    "history": ("f7", "escape"),
    "report": ("f8", "escape"),
    "settings": ("f9", "escape"),
    "editor": ("f2", "escape"),
    "search box": ("f3", "escape"),
}


@pytest.mark.parametrize("place", list(CLOSED))
async def test_the_key_behind_one_that_closes_acts_without_a_time_limit(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(key_queue, "TIMEOUT_S", NEVER_S)
    async with open_screen(file) as desk:
        *opening, closing = CLOSED[place]
        await desk.press(*opening)
        await desk.keys_done()
        await desk.press(closing)
        await desk.press("escape")
        await desk.keys_done()


async def test_keys_typed_at_once_behind_a_confirmed_dialog_reach_the_new_measure(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("ctrl+n")
        for key, character in (("a", "a"), ("ctrl+s", None), ("f2", None), ("b", "b"), ("escape", None)):
            desk.app.post_message(events.Key(key, character))
        await desk.pilot.pause()
        await desk.keys_done()
        await desk.saved()
        assert [measure.result for measure in desk.on_disk().measures if measure.activity == "a"] == ["b"]


BUSY_TURNS = 100
"""Turns of the event loop for which a pane does something else: a second or more, with turns of 10 ms."""


@pytest.fixture
def no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the time in which a key takes effect be over at once, as on an event loop that was held up for all of it."""
    monkeypatch.setattr(key_queue, "TIMEOUT_S", 0)


async def send_at_once(desk: Desk, *keys: str) -> None:
    """Send keys in the same moment, while the widget that has the keys is busy."""

    async def be_busy() -> None:
        for _turn in range(BUSY_TURNS):
            await asyncio.sleep(0)

    assert desk.app.focused is not None
    desk.app.focused.call_later(be_busy)
    for key in keys:
        is_letter = len(key) == 1
        desk.app.post_message(events.Key(_character_to_key(key) if is_letter else key, key if is_letter else None))
    await desk.pilot.pause()
    await desk.keys_done()
    await desk.rest()


def row_of(desk: Desk) -> int:
    return [measure.id for measure in desk.main.shown].index(desk.main.current)


async def test_each_of_the_keys_sent_at_once_to_a_busy_list_moves_its_cursor(no_time: None, file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await send_at_once(desk, "down", "down")
        assert row_of(desk) == 2
        await send_at_once(desk, "end", "up")
        assert row_of(desk) == len(desk.main.shown) - 2
        await send_at_once(desk, "pageup", "down")
        assert row_of(desk) == 1
        await send_at_once(desk, "left", "down", "down")
        assert desk.main.track == desk.main.tallies[2][0]


async def test_a_letter_sent_at_once_with_the_key_that_opens_a_text_is_written_there(
    no_time: None, file: RegisterFile
) -> None:
    async with open_screen(file) as desk:
        await send_at_once(desk, "f2", "x")
        assert desk.editor is not None and desk.editor.text.endswith("x")
        await send_at_once(desk, "tab", "y")
        assert desk.editor is not None and desk.editor.text.endswith("y")
        await desk.press("escape", "escape")
        await send_at_once(desk, "f3", "z")
        await desk.until(lambda: desk.main.session.filter.text == "z", "for the search")
        await desk.press("escape", "escape")
        await send_at_once(desk, "f5", "f2", "w")
        assert desk.editor is not None and desk.editor.text.endswith("w")


async def test_keys_sent_at_once_behind_a_search_are_for_a_measure_that_it_finds(
    no_time: None, file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, sent = threading.Event(), threading.Event()

    def search_when_sent(*given: Any) -> SearchResult:
        begun.set()
        sent.wait(TIMEOUT_S)
        return filter_for_list(*given)

    monkeypatch.setattr(session, "filter_for_list", search_when_sent)
    async with open_screen(file) as desk:
        found = desk.main.shown[4]
        await desk.press("f3")
        for key, letter in (*((letter, letter) for letter in "service"), ("enter", None), ("f2", None), ("x", "x")):
            desk.app.post_message(events.Key(key, letter))
        assert await asyncio.to_thread(begun.wait, TIMEOUT_S)
        for _turn in range(5 * key_queue.STILL_TURNS):  # enough to give up each key
            await asyncio.sleep(0)
        sent.set()
        await desk.keys_done()
        assert (desk.main.current, desk.main.session.filter.text) == (found.id, "service")
        assert desk.editor is not None and desk.editor.text.endswith("x")


class Question(Static, can_focus=True):
    """A widget that does nothing else until it is answered."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = asyncio.Event()

    async def on_key(self) -> None:
        await self.answered.wait()


class QuestionApp(KeyQueueApp):
    """An app whose first key waits for the second."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("a", "answer", priority=True)]

    def compose(self) -> ComposeResult:
        yield Question()

    def action_answer(self) -> None:
        self.query_one(Question).answered.set()


async def test_a_key_whose_effect_waits_for_the_next_key_is_given_up(no_time: None) -> None:
    app = QuestionApp()
    async with app.run_test():
        for key in ("down", "a"):
            app.post_message(events.Key(key, None))
        async with asyncio.timeout(TIMEOUT_S):
            await app.query_one(Question).answered.wait()
