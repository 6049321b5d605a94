"""What is measured of a program on the screen, once it runs. Each part gives the values of its figures."""

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
"""By figure."""

RATE = 30
"""Keys a second that a held key sends; as many are held."""
LETTERS = "การบริหาร"

Part = Callable[[Session, Plan], Values]


def start(session: Session, _plan: Plan) -> Values:
    """From the start of the process to the words that matter, and to rest."""
    pieces = session.pieces[: session.begun]
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
    """Each key from rest; keys without any effect are left out."""
    found = []
    for key in keys:
        before = len(session.pieces)
        pressed = session.press(key_bytes(key))
        session.rest(REST_S, since=pressed.at)
        if (both := effects(pressed, session.pieces[before:])) is not None:
            found.append(both)
    return found


def keys(session: Session, plan: Plan) -> Values:
    """The cursor in the list: down, then up again."""
    half = plan.keys // 2
    found = _press_each(session, ["down"] * half + ["up"] * half)
    return {
        "keys": [first.net for first, _all in found],
        "keys.wall": [first.wall for first, _all in found],
        "keys.bytes": [first.size for first, _all in found],
        "keys.all": [all_.net for _first, all_ in found],
        "keys.all.bytes": [all_.size for _first, all_ in found],
    }


def typing(session: Session, plan: Plan, figure: str = "typing") -> Values:
    """Letters, in the text field that the session is in."""
    found = _press_each(session, [LETTERS[place % len(LETTERS)] for place in range(plan.keys)])
    return {
        figure: [first.net for first, _all in found],
        f"{figure}.bytes": [first.size for first, _all in found],
    }


typing_spaced: Part = partial(typing, figure="typing.spaced")
"""The same, in a text with a space after each word: the floor of the one without."""


def _held(session: Session, key: str) -> tuple[Effect, Effect, float]:
    """What the last of a held key's keys did; and bytes per key, of all of them."""
    before = len(session.pieces)
    begun = now()
    for count in range(RATE):
        time.sleep(max(0.0, begun + count / RATE - now()))
        place = len(session.pieces)
        pressed = session.press(key_bytes(key))
    session.rest(REST_S, since=pressed.at)
    first, all_ = effects(pressed, session.pieces[place:]) or (Effect(0, 0, 0), Effect(0, 0, 0))
    return first, all_, _size(session.pieces[before:]) / RATE


def hold(session: Session, _plan: Plan) -> Values:
    """A key held for a second: how far the screen is behind when it is let go."""
    held = [_held(session, key) for key in ("down", "up")]
    return {"hold": [first.net for first, _all, _size in held], "hold.bytes": [size for _first, _all, size in held]}


def line(session: Session, _plan: Plan) -> Values:
    """The same over a slow line."""
    session.line = slow()
    held = [_held(session, key) for key in ("down", "up")]
    session.line = None
    return {
        "line": [first.wall for first, _all, _size in held],
        "line.all": [all_.wall for _first, all_, _ in held],
    }


def idle(session: Session, plan: Plan) -> Values:
    """No key for some seconds, after one in which the program may finish what it began."""
    session.rest(1.0)
    before, work = len(session.pieces), cpu_seconds(session.pid)
    time.sleep(plan.idle)
    return {
        "idle.bytes": [_size(session.pieces[before:])],
        "idle": [(cpu_seconds(session.pid) - work) / plan.idle],
    }


def memory(session: Session, _plan: Plan) -> Values:
    """The most that it has had so far."""
    return {"memory": [peak_memory(session.pid)]}


SESSION_PARTS: dict[str, Part] = {
    "idle": idle,
    "keys": keys,
    "hold": hold,
    "line": line,
    "memory": memory,
}
"""The parts that are measured in one session, in this order."""

TYPING_PARTS: dict[str, Part] = {"typing": typing, "typing with spaces": typing_spaced}
"""The parts that are measured in a text field, each in a session of its own."""
