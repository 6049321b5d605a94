"""Signals while a text is being typed, anywhere on the screen: the text, the exit code, the terminal."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

from tests.support.raw_terminal import RESTORED
from tools.bench.keys import key_bytes
from tools.bench.plain_text import plain
from tools.faults.findings import Finding, Log, Tally
from tools.faults.plan import Plan
from tools.faults.scratch_registers import Contents, new_register, read_register, scratch_folder
from tools.faults.screen_session import LEAVE, READY, Screen
from tools.faults.typed_texts import drafts_folder

SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
LOST, CODE, LEFT = "texts lost", "wrong exit codes", "terminals not restored"
LAST = "Ω"
"""The last sign that is typed, which is nowhere else on the screen."""
TEXT = f"จัดทำน้ำดื่มให้ผู้มาติดต่อ{LAST}"
WRITE, ADD, MEET, DECIDE, END = key_bytes("f2"), b"\x0e", b"\x1b[15~", b"d", b"\x1b[19~"
PLACES = {
    "the list": (),
    "a field": ((WRITE, "^S"),),
    "a new measure": ((ADD, "cancel"),),
    "the meeting": ((MEET, "Decide"), (WRITE, "┌")),
    "a decision": ((MEET, "Decide"), (DECIDE, "optional")),
    "the minutes": ((MEET, "Decide"), (END, "End the meeting?")),
}
"""The keys that lead to each place, each with words that appear there."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    ended, stopped = Tally(log, LOST, CODE, LEFT), Tally(log, LOST, CODE, LEFT)
    cases = [(place, number) for place in PLACES for number in SIGNALS][:: plan.signals]
    for place, number in cases:
        _end(ended, place, number)
    for place in list(PLACES)[:: plan.signals]:
        _stop(stopped, place)
    yield ended.row("HUP, INT, QUIT and TERM in the list, a field, a dialog, the meeting")
    yield stopped.row("STOP and CONT there, then Ctrl+Q")


def _type(screen: Screen, place: str) -> bool:
    """Go to a place and type the text. Return False if the screen does not follow."""
    follows = screen.shows(READY)
    for key, words in PLACES[place]:
        follows = follows and screen.answers(key, words)
    return follows and (not PLACES[place] or screen.answers(TEXT.encode(), LAST))


def _end(tally: Tally, place: str, number: signal.Signals) -> None:
    """Send a signal while the text is typed."""
    tally.times += 1
    name = f"{number.name} in {place}"
    with scratch_folder() as folder:
        path = new_register(folder)
        with Screen(path) as screen:
            tally.expect(_type(screen, place), LOST, f"{name}: the screen does not follow")
            os.kill(screen.pid, number)
            _check_end(tally, screen, name, 128 + number)
        _check_text(tally, path, place, name)


def _stop(tally: Tally, place: str) -> None:
    """Stop the program while the text is typed, let it go on, and quit."""
    tally.times += 1
    name = f"STOP in {place}"
    with scratch_folder() as folder:
        path = new_register(folder)
        with Screen(path) as screen:
            tally.expect(_type(screen, place), LOST, f"{name}: the screen does not follow")
            os.kill(screen.pid, signal.SIGSTOP)
            os.waitpid(screen.pid, os.WUNTRACED)
            piece_count = len(screen.pieces)
            os.kill(screen.pid, signal.SIGCONT)
            drawn = LAST if PLACES[place] else "IIT-1"
            back = screen.until(lambda: drawn in plain(screen.since(piece_count)))
            tally.expect(back, LEFT, f"{name}: the screen is not drawn again")
            screen.press(LEAVE)
            _check_end(tally, screen, name, 0)
        _check_text(tally, path, place, name)


def _check_end(tally: Tally, screen: Screen, name: str, code: int) -> None:
    result = screen.ends()
    tally.expect(result.code == code, CODE, f"{name}: {result.detail}")
    missing = [sequence for sequence in RESTORED if sequence.encode() not in screen.written]
    tally.expect(not missing, LEFT, f"{name}: {missing}")


def _check_text(tally: Tally, path: Path, place: str, name: str) -> None:
    """Look for the text in the register, or in the draft of its dialog."""
    found = read_register(path)
    texts = repr(found.register) if isinstance(found, Contents) else ""
    texts += "".join(draft.read_text(encoding="utf-8") for draft in drafts_folder(path).glob("*.json"))
    tally.expect(not PLACES[place] or TEXT in texts, LOST, name)
