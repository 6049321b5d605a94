"""SIGKILL while somebody types steadily: in a field, in the meeting and in every dialog."""

import json
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from random import Random
from threading import Event
from typing import NamedTuple

from tools.bench.plain_text import plain
from tools.bench.session import Moment, now
from tools.faults.findings import Finding, Log, Tally
from tools.faults.hostile_screen import fill_register
from tools.faults.plan import Plan
from tools.faults.scratch_registers import Contents, new_register, read_register, scratch_folder
from tools.faults.screen_session import READY, Screen

LATE, FALSE, GONE = "seconds of typing lost beyond one", '"saved" shown while unsaved', "drafts lost"
LIMIT_S = 1.0
"""Seconds of typing that a kill may cost."""
SLOWEST_S, FASTEST_S = 0.95, 0.1
"""Seconds between two letters."""
SHORTEST_S, LONGEST_S = 2.0, 6.0
"""Seconds from the first letter to the kill."""
TOGETHER = 3
"""Programs that run at the same time."""
LETTERS = "กขคฆงจฉชซญฎฏฐณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
SAVED_WORD, SAVING_WORDS = "saved ", ("saving…", "draft kept")
"""Words of the header."""


class Door(NamedTuple):
    """The way to a text: keys, each with the words that are shown then."""

    keys: tuple[bytes, ...]
    shown: tuple[str, ...]
    is_dialog: bool = True


DOORS = {
    "field": Door((b"\x1bOQ",), ("^S",), is_dialog=False),
    "meeting": Door((b"\x1b[15~", b"\x1bOQ"), ("Reviewed, next", "^S"), is_dialog=False),
    "new measure": Door((b"\x0e",), ("New measure",)),
    "assign": Door((b"o",), ("Responsible for",)),
    "decide": Door((b"\x1b[15~", b"d"), ("Reviewed, next", "Decision on")),
}


class Case(NamedTuple):
    """A text that is typed until the program is killed."""

    door: str
    pace: float
    """Seconds between two letters."""
    seconds: float
    """Seconds from the first letter to the kill."""


class Outcome(NamedTuple):
    """The result of a case."""

    lost: float
    """Seconds from the first lost letter to the kill, without those in which the program waited for a core."""
    false: str
    """The false "saved"; empty if there was none."""
    offered: bool
    """Whether the next start offers the text again."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    chance = Random(plan.seed)
    doors = cycle(DOORS)
    cases = [
        Case(next(doors), chance.uniform(FASTEST_S, SLOWEST_S), chance.uniform(SHORTEST_S, LONGEST_S))
        for _number in range(plan.typed)
    ]
    texts, drafts = Tally(log, LATE, FALSE), Tally(log, LATE, FALSE, GONE)
    with ThreadPoolExecutor(TOGETHER) as threads:
        for case, outcome in zip(cases, threads.map(_run, cases), strict=True):
            tally = drafts if DOORS[case.door].is_dialog else texts
            tally.times += 1
            detail = f"{case.door}, a letter each {case.pace:.2f} s for {case.seconds:.1f} s"
            tally.expect(outcome.lost <= LIMIT_S, LATE, f"{detail}: {outcome.lost:.2f} s")
            tally.expect(not outcome.false, FALSE, f"{detail}: {outcome.false}")
            if tally is drafts:
                tally.expect(outcome.offered, GONE, detail)
    yield texts.row("killed (SIGKILL) while typing in a field", "texts")
    yield drafts.row("… while typing in a dialog", "texts")


def _run(case: Case) -> Outcome:
    with scratch_folder() as folder:
        path = fill_register(new_register(folder), {"": "ก"})
        with Screen(path) as screen:
            _open(screen, case.door)
            typist = Typist(screen, path, DOORS[case.door])
            killed = typist.type_until_killed(case)
        kept = kept_text(path, DOORS[case.door])
        lost = seconds_lost(typist.pressed, typist.text, kept, killed)
        return Outcome(lost, typist.false, bool(kept) and (not DOORS[case.door].is_dialog or _is_offered(path, case)))


def _open(screen: Screen, door: str) -> None:
    screen.shows(READY)
    for key, words in zip(DOORS[door].keys, DOORS[door].shown, strict=True):
        screen.answers(key, words)


def _is_offered(path: Path, case: Case) -> bool:
    """Open the dialog in the next run, and return whether it holds the text."""
    kept = kept_text(path, DOORS[case.door])
    with Screen(path) as screen:
        _open(screen, case.door)
        return screen.until(
            lambda: kept[:20] in plain(screen.written) and "Kept from last time" in plain(screen.written)
        )


class Typist:
    """A typist in front of a screen, with an eye on the header."""

    def __init__(self, screen: Screen, path: Path, door: Door) -> None:
        self._screen, self._path, self._door = screen, path, door
        self.text = ""
        self.pressed: list[Moment] = []
        """The moment of each letter."""
        self.false = ""

    def type_until_killed(self, case: Case) -> Moment:
        """Type letters at a steady pace, then kill the program. Return the moment of the kill."""
        start = now()
        for number, letter in enumerate(cycle(LETTERS)):
            due = start + number * case.pace
            if due > start + case.seconds:
                break
            Event().wait(max(due - now(), 0))
            begun = len(self._screen.pieces)
            self.pressed.append(self._screen.press(letter.encode()))
            self.text += letter
            self._look(begun, letter, due + case.pace)
        Event().wait(max(start + case.seconds - now(), 0))
        killed = self._screen.moment()
        os.killpg(self._screen.pid, signal.SIGKILL)
        self._screen.ends()
        return killed

    def _look(self, begun: int, letter: str, until: float) -> None:
        """Wait until the letter is shown. If the header says "saved" then, it must be on the disk."""
        while letter not in plain(self._screen.since(begun)):
            if now() > until:
                return
            Event().wait(0.01)
        if says_saved(plain(self._screen.written)) and not kept_text(self._path, self._door).startswith(self.text):
            self.false = self.false or f"after {len(self.text)} letters"


def says_saved(written: str) -> bool:
    """Return whether the last word of the header about saving is "saved"."""
    return written.rfind(SAVED_WORD) > max(map(written.rfind, SAVING_WORDS))


def seconds_lost(pressed: Sequence[Moment], text: str, kept: str, killed: Moment) -> float:
    """Return the seconds from the first letter that is not kept to the kill, while the program had a core."""
    if kept.startswith(text):
        return 0.0
    count = len(kept) if text.startswith(kept) else 0
    first = pressed[count]
    return killed.at - first.at - (killed.waited - first.waited)


def drafts_folder(path: Path) -> Path:
    """Return the folder of the drafts of the user of a scratch register."""
    return path.parent / "home" / ".local" / "state" / "itatui" / "drafts"


def kept_text(path: Path, door: Door) -> str:
    """Return the text on the disk: in the register, or in the newest draft."""
    if not door.is_dialog:
        found = read_register(path)
        return found.register.measures[0].result if isinstance(found, Contents) else ""
    folder = drafts_folder(path)
    with suppress(OSError, ValueError):
        for draft in folder.glob("*.json"):
            return str(json.loads(draft.read_text(encoding="utf-8"))["texts"]["text"])
    return ""
