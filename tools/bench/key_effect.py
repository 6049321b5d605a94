"""What a key did: from what arrived after it."""

from collections.abc import Sequence
from typing import NamedTuple

from tools.bench.session import Moment, Piece

BURST_GAP_S = 0.03
"""Seconds without output, waits for a core not counted, after which what comes is not the first effect any more."""


class Effect(NamedTuple):
    """What arrived after a key, up to some point."""

    wall: float
    """Seconds from the key to the last of it."""
    net: float
    """The same, less the time that the program waited for a core."""
    size: int
    """Bytes."""


def _up_to_last(pressed: Moment, pieces: Sequence[Piece]) -> Effect:
    wall = pieces[-1].arrived - pressed.at
    waiting = pieces[-1].moment.waited - pressed.waited
    return Effect(wall, wall - waiting, sum(len(piece.data) for piece in pieces))


def effects(pressed: Moment, pieces: Sequence[Piece]) -> tuple[Effect, Effect] | None:
    """The key's first burst of output, and all of its output: what follows when the key rests, too.

    None when nothing arrived.
    """
    if not pieces:
        return None
    end = 1
    while end < len(pieces) and _gap(pieces[end - 1].moment, pieces[end].moment) < BURST_GAP_S:
        end += 1
    return _up_to_last(pressed, pieces[:end]), _up_to_last(pressed, pieces)


def _gap(before: Moment, after: Moment) -> float:
    return (after.at - before.at) - (after.waited - before.waited)
