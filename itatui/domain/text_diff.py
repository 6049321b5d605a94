"""What became of a text, word by word: what stayed, what is gone, what is new. Whoever shows it chooses the colours."""

from collections.abc import Iterator
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from itatui.thai import break_points, clusters

SAME, GONE, NEW = "same", "gone", "new"

_MOST = 2_000
"""Words in a changed stretch beyond which it is taken as written anew: comparing takes the square of that."""
_SPACES = " \t\n"


class Piece(NamedTuple):
    """A stretch of one of two texts, or of both."""

    kind: str
    """`SAME`, `GONE` (of the text before alone) or `NEW` (of the text after alone)."""
    text: str


def text_difference(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of two texts in order; `SAME` and `GONE` make the one before, `SAME` and `NEW` the one after.

    Pieces meet between words, as the lines of a wrapped text do. What is gone stands before what is new in its place.
    """
    old, new = _words(before), _words(after)
    least = min(len(old), len(new))
    head = next((at for at in range(least) if old[at] != new[at]), least)
    tail = next((at for at in range(least - head) if old[-1 - at] != new[-1 - at]), least - head)
    middle = _compared(old[head : len(old) - tail], new[head : len(new) - tail])
    pieces = [Piece(SAME, "".join(old[:head])), *middle, Piece(SAME, "".join(old[len(old) - tail :]))]
    return tuple(_joined(_bridged([piece for piece in pieces if piece.text])))


def _words(text: str) -> list[str]:
    """The words and the spaces between them; joined again they are the text."""
    breaks = {0, *break_points(text), len(text)}
    breaks |= {at for at in range(1, len(text)) if text[at] in _SPACES and text[at - 1] not in _SPACES}
    cuts = sorted(breaks.intersection({0, *accumulate(map(len, clusters(text)))}))
    return [text[begin:end] for begin, end in pairwise(cuts)]


def _compared(old: list[str], new: list[str]) -> Iterator[Piece]:
    if max(len(old), len(new)) > _MOST:
        yield Piece(GONE, "".join(old))
        yield Piece(NEW, "".join(new))
        return
    from difflib import SequenceMatcher  # here, because what compares nothing should not wait for it

    for kind, begin, end, new_begin, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece(SAME, "".join(old[begin:end]))
        else:
            yield Piece(GONE, "".join(old[begin:end]))
            yield Piece(NEW, "".join(new[new_begin:new_end]))


def _bridged(pieces: list[Piece]) -> Iterator[Piece]:
    """A space that stayed between two changed words is part of the change: a reader sees one, not two."""
    for at, piece in enumerate(pieces):
        if piece.kind == SAME and not piece.text.strip(" ") and 0 < at < len(pieces) - 1:
            yield Piece(GONE, piece.text)
            yield Piece(NEW, piece.text)
        else:
            yield piece


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of a kind as one, and in a changed stretch all that is gone before all that is new."""
    for same, stretch in groupby(pieces, key=lambda piece: piece.kind == SAME):
        found = list(stretch)
        for kind in (SAME,) if same else (GONE, NEW):
            if text := "".join(piece.text for piece in found if piece.kind == kind):
                yield Piece(kind, text)


def close_up(pieces: tuple[Piece, ...], characters: int) -> tuple[Piece, ...]:
    """The pieces with what stayed cut down to about so many characters on either side of a change."""
    last = len(pieces) - 1
    return tuple(
        Piece(SAME, _near(piece.text, characters * (at > 0), characters * (at < last))) if piece.kind == SAME else piece
        for at, piece in enumerate(pieces)
    )


def _near(text: str, head: int, tail: int) -> str:
    """The first and the last so many characters of a text, cut between words; `…` for what is left out."""
    if len(text) <= head + tail + 1:
        return text
    cuts = [0, *break_points(text), len(text)]
    end = max(cut for cut in cuts if cut <= head)
    begin = min(cut for cut in cuts if cut >= len(text) - tail)
    return f"{text[:end]}…{text[begin:]}" if end < begin else text


def marked(pieces: tuple[Piece, ...]) -> str:
    """The pieces in one text that needs no colour: `[-gone-]{+new+}`."""
    around = {SAME: ("", ""), GONE: ("[-", "-]"), NEW: ("{+", "+}")}
    return "".join(f"{around[kind][0]}{text}{around[kind][1]}" for kind, text in pieces)
