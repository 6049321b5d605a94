"""Slips of the hand in a real terminal: prose typed where nothing is being written, and keys that are held."""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from itatui.domain.change import Change
from tests.support.prose import prose
from tools.bench.keys import key_bytes
from tools.bench.plain_text import plain
from tools.bench.session import REST_S, UnresponsiveError
from tools.faults.findings import Finding, Log, Tally
from tools.faults.plan import Plan
from tools.faults.scratch_registers import Contents, new_register, read_register, scratch_folder
from tools.faults.screen_session import LEAVE, READY, Screen

SILENT, CRASHED, REPEATED = "silent changes", "crashes", "repeats written"
TOLD = ("· ^Z", "· ^Y")
"""The way back at the end of messages about changes; the footer has no such point."""
PLACES = {
    "the tracks": ("left",),
    "the list": (),
    "a text": ("right",),
    "the quarters": ("f4",),
    "the track's text": ("left", "down", "shift+tab"),
    "the meeting": ("f5",),
}
"""Keys that lead to each place in which prose is typed."""
WORDS, LETTERS = 6, 6
"""Words typed at once, and letters typed one by one."""
SLOW_S = 0.5
"""Seconds between letters that are typed one by one: each is a command where it is one."""
REPEAT_S, REPEATS, FIRST_S = 0.033, 20, 0.4
"""Seconds between repeats of a held key, their number, and seconds before the first."""
HELD = {"enter": b"\r", "f2": key_bytes("f2"), "e": b"e", "ctrl+n": b"\x0e"}


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    typed = Tally(log, SILENT, CRASHED)
    for number in range(plan.slips):
        for index, place in enumerate(PLACES):
            type_prose(typed, place, plan.seed + number, thai=(index + number) % 2 == 0)
    yield typed.row("prose typed where nothing is being written", "places")
    held = Tally(log, REPEATED, SILENT, CRASHED)
    for name, key in HELD.items():
        _hold(held, name, key)
    yield held.row("keys held where they open something", "keys")


def type_prose(tally: Tally, place: str, seed: int, *, thai: bool) -> None:
    """Type prose at once, and letter by letter: every change must be told, or be text in the open field."""
    tally.times += 1
    text = prose(seed, WORDS, thai=thai)
    with scratch_folder() as folder:
        path = new_register(folder)
        with Screen(path) as screen:
            screen.shows(READY)
            for key in PLACES[place]:
                _press(screen, key_bytes(key))
            _press(screen, text.encode())
            _expect_told(tally, screen, path, 0, f"{place}: {text!r}")
            for letter in text[:LETTERS]:
                changes = len(_commands(path))
                _press(screen, letter.encode())
                _expect_told(tally, screen, path, changes, f"{place}: {letter!r} of {text!r}")
            _leave(tally, screen, f"{place}: {text!r}")


def _press(screen: Screen, keys: bytes, quiet: float = SLOW_S) -> None:
    screen.rest(quiet, since=screen.press(keys).at)


def _commands(path: Path) -> list[Change]:
    """Return the changes that are no typed text. The record of a meeting that begins comes with its first change."""
    found = read_register(path)
    changes = found.history if isinstance(found, Contents) else []
    return [change for change in changes if not change.run and change.edits[0].kind != "meeting"]


def _expect_told(tally: Tally, screen: Screen, path: Path, before: int, detail: str) -> None:
    """Count a change since `before` that the screen does not show with the way back."""
    if len(_commands(path)) > before:
        pieces = screen.redraw()
        told = screen.until(lambda: any(words in plain(screen.since(pieces)) for words in TOLD))
        tally.expect(told, SILENT, detail)


def _hold(tally: Tally, name: str, key: bytes) -> None:
    """Hold a key in the list: its repeats may open something, and write nothing in it."""
    tally.times += 1
    with scratch_folder() as folder:
        path = new_register(folder)
        with Screen(path) as screen:
            screen.shows(READY)
            screen.rest(REST_S)
            screen.press(key)
            time.sleep(FIRST_S)
            for _repeat in range(REPEATS):
                screen.press(key)
                time.sleep(REPEAT_S)
            _press(screen, b"")
            _leave(tally, screen, name)
        found = read_register(path)
        changes = found.history if isinstance(found, Contents) else []
        tally.expect(not changes, REPEATED, f"{name}: {changes!r:.200}")


def _leave(tally: Tally, screen: Screen, name: str) -> None:
    """Quit, from whatever is open."""
    with suppress(UnresponsiveError):  # it has ended
        screen.rest(REST_S, since=screen.press(LEAVE).at)
    result = screen.ends()
    tally.expect(result.code == 0 and not result.crashed, CRASHED, f"{name}: {result.detail}")
