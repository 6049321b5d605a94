"""The queue of keys: the key behind one that closes something is delivered without a time limit."""

import pytest
from textual import events

from itatui.store import RegisterFile
from itatui.tui.terminal import key_queue
from tests.support.desk import open_screen

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
    "search box": ("slash", "escape"),
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
