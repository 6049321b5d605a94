"""Effect of a key: the output that follows it."""

from collections.abc import Sequence
from typing import NamedTuple

from tools.bench.session import Moment, Piece

BURST_GAP_S = 0.03
"""Seconds without output, waits for a core excluded, that end the first burst after a key."""


class Effect(NamedTuple):
    """Output after a key, up to some point."""

    wall: float
    """Seconds from the key to the last byte."""
    net: float
    """`wall` less the time the program waited for a core."""
    size: int
    """Bytes."""


def _up_to_last(pressed: Moment, pieces: Sequence[Piece]) -> Effect:
    wall = pieces[-1].arrived - pressed.at
    waiting = pieces[-1].moment.waited - pressed.waited
    return Effect(wall, wall - waiting, sum(len(piece.data) for piece in pieces))


def effects(pressed: Moment, pieces: Sequence[Piece]) -> tuple[Effect, Effect] | None:
    """Return the first burst of output and the whole output, including the part that follows when the key rests.

    None if there was no output.
    """
    if not pieces:
        return None
    end = 1
    while end < len(pieces) and _gap(pieces[end - 1].moment, pieces[end].moment) < BURST_GAP_S:
        end += 1
    return _up_to_last(pressed, pieces[:end]), _up_to_last(pressed, pieces)


def _gap(before: Moment, after: Moment) -> float:
    return (after.at - before.at) - (after.waited - before.waited)
