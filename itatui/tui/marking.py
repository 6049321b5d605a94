"""A text and what was changed in it, in lines: what was added stands in {+ +}, what was taken out in [- -].

The signs say it without colours, and the colours say it at a glance.
"""

from collections.abc import Sequence

from itatui.domain.text_difference import GONE, NEW, SAME, Piece, marked
from itatui.thai import safe, wrap_offsets

Run = tuple[str, str]
"""A text, and the name of its look in `itatui.tui.looks`."""

LOOK = {SAME: "text", NEW: "added", GONE: "removed"}


def legible(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """What became of a text, word by word; where little of it stayed, the one before and the one after, each whole.

    The words of two texts that have hardly anything in common, in turns, would be neither text.
    """
    before, after = (tuple(p.text for p in pieces if p.kind != other) for other in (NEW, GONE))
    stayed = sum(len(piece.text) for piece in pieces if piece.kind == SAME)
    if 2 * stayed >= min(sum(map(len, before)), sum(map(len, after))):
        return pieces
    return tuple(Piece(kind, "".join(texts)) for kind, texts in ((GONE, before), (NEW, after)) if texts)


def with_found(text: str, spans: Sequence[tuple[int, int]], look: str = "text") -> list[Run]:
    """A text in runs, what lies in the spans (offsets in code points) in the look of what was found."""
    runs: list[Run] = []
    at = 0
    for start, end in (*spans, (len(text), len(text))):
        runs += [(text[at:start], look), (text[start:end], "found")]
        at = end
    return [run for run in runs if run[0]]


def marked_lines(pieces: Sequence[Piece], width: int) -> list[list[Run]]:
    """The lines, at most `width` cells each, of a text in pieces."""
    return laid_out([(safe(marked((piece,))).replace("\t", " "), LOOK[piece.kind]) for piece in pieces], width)


def laid_out(runs: Sequence[Run], width: int) -> list[list[Run]]:
    """Runs of text broken in lines as one text, each part in its look."""
    whole = "".join(text for text, _look in runs)
    lines: list[list[Run]] = []
    ends: list[tuple[int, str]] = []
    at = 0
    for text, look in runs:
        at += len(text)
        ends.append((at, look))
    for start, end in wrap_offsets(whole, max(width, 1)):
        line: list[Run] = []
        begin = 0
        for stop, look in ends:
            if part := whole[max(start, begin) : min(end, stop)] if begin < end and stop > start else "":
                line.append((part, look))
            begin = stop
        lines.append(line)
    return lines
