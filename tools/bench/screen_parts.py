"""Measurements of a running screen program. Each part returns the values of its figures."""

import time
from collections.abc import Callable, Iterable
from functools import partial

from tools.bench.key_effect import Effect, effects
from tools.bench.keys import key_bytes
from tools.bench.line import slow
from tools.bench.plan import Plan
from tools.bench.process import cpu_seconds, peak_memory
from tools.bench.session import REST_S, Piece, Session, now

Values = dict[str, list[float]]
"""Values by figure."""

RATE = 30
"""Keys per second of a held key, held for one second."""
TYPED_TEXT = "การบริหาร"

Part = Callable[[Session, Plan], Values]


def start(session: Session, _plan: Plan) -> Values:
    """Measure the time from process start to the relevant texts and to the end of the first picture."""
    pieces = session.pieces[: session.start_pieces]
    wall, net = zip(*(_since_start(session, piece) for piece in (session.ready, pieces[-1])), strict=True)
    return {
        "start.wall": [wall[0]],
        "start": [net[0]],
        "start.settled": [net[1]],
        "start.bytes": [_size(pieces)],
    }


def _since_start(session: Session, piece: Piece) -> tuple[float, float]:
    wall = piece.arrived - session.started
    return wall, wall - piece.moment.waited


def _size(pieces: Iterable[Piece]) -> int:
    return sum(len(piece.data) for piece in pieces)


def _press_each(session: Session, keys: Iterable[str]) -> list[tuple[Effect, Effect]]:
    """Press each key after the previous key has settled. Keys without effect are left out."""
    pairs = []
    for key in keys:
        before = len(session.pieces)
        pressed = session.press(key_bytes(key))
        session.rest(REST_S, since=pressed.at)
        if (both := effects(pressed, session.pieces[before:])) is not None:
            pairs.append(both)
    return pairs


def keys(session: Session, plan: Plan) -> Values:
    """Move the cursor in the list down, then up."""
    half = plan.keys // 2
    pairs = _press_each(session, ["down"] * half + ["up"] * half)
    return {
        "keys": [first.net for first, _all in pairs],
        "keys.wall": [first.wall for first, _all in pairs],
        "keys.bytes": [first.size for first, _all in pairs],
        "keys.all": [all_.net for _first, all_ in pairs],
        "keys.all.bytes": [all_.size for _first, all_ in pairs],
    }


def typing(session: Session, plan: Plan, figure: str = "typing") -> Values:
    """Type letters in the text field of the session."""
    pairs = _press_each(session, [TYPED_TEXT[index % len(TYPED_TEXT)] for index in range(plan.keys)])
    return {
        figure: [first.net for first, _all in pairs],
        f"{figure}.bytes": [first.size for first, _all in pairs],
    }


typing_spaced: Part = partial(typing, figure="typing.spaced")
"""Typing in a text with a space after each word: the floor for a text without."""


def _hold(session: Session, key: str) -> tuple[Effect, Effect, float]:
    """Hold a key for a second. Return the effects of the last key press and the bytes per key."""
    before = len(session.pieces)
    start = now()
    for count in range(RATE):
        time.sleep(max(0.0, start + count / RATE - now()))
        index = len(session.pieces)
        pressed = session.press(key_bytes(key))
    session.rest(REST_S, since=pressed.at)
    first, all_ = effects(pressed, session.pieces[index:]) or (Effect(0, 0, 0), Effect(0, 0, 0))
    return first, all_, _size(session.pieces[before:]) / RATE


def hold(session: Session, _plan: Plan) -> Values:
    """Measure the delay of the screen after a held key is released."""
    holds = [_hold(session, key) for key in ("down", "up")]
    return {"hold": [first.net for first, _all, _size in holds], "hold.bytes": [size for _first, _all, size in holds]}


def line(session: Session, _plan: Plan) -> Values:
    """Measure the delay of a held key over a slow line."""
    session.line = slow()
    holds = [_hold(session, key) for key in ("down", "up")]
    session.line = None
    return {
        "line": [first.wall for first, _all, _size in holds],
        "line.all": [all_.wall for _first, all_, _ in holds],
    }


SETTLE_S = 5.0
"""Seconds without output until a program has nothing left to do by itself."""


def idle(session: Session, plan: Plan) -> Values:
    """Measure output and CPU time without keys, after seconds in which the program may check the register."""
    session.rest(SETTLE_S)
    before, work = len(session.pieces), cpu_seconds(session.pid)
    time.sleep(plan.idle)
    return {
        "idle.bytes": [_size(session.pieces[before:])],
        "idle": [(cpu_seconds(session.pid) - work) / plan.idle],
    }


def memory(session: Session, _plan: Plan) -> Values:
    """Measure the peak memory."""
    return {"memory": [peak_memory(session.pid)]}


SESSION_PARTS: dict[str, Part] = {
    "idle": idle,
    "keys": keys,
    "hold": hold,
    "line": line,
    "memory": memory,
}
"""Parts that share a session, in order."""

TYPING_PARTS: dict[str, Part] = {"typing": typing, "typing with spaces": typing_spaced}
"""Parts that type in a text field, each in its own session."""
