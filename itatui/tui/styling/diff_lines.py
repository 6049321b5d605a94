"""A text and what was changed in it, in lines: what was added stands in {+ +}, what was taken out in [- -].

The signs say it without colours, and the colours say it at a glance.
"""

from collections.abc import Sequence

from itatui.domain.text_diff import GONE, NEW, SAME, DiffPart, marked
from itatui.thai import safe
from itatui.tui.styling.spans import Run, laid_out

LOOK = {SAME: "text", NEW: "added", GONE: "removed"}


def legible(pieces: tuple[DiffPart, ...]) -> tuple[DiffPart, ...]:
    """What became of a text, word by word; where little of it stayed, the one before and the one after, each whole.

    The words of two texts that have hardly anything in common, in turns, would be neither text.
    """
    before, after = (tuple(p.text for p in pieces if p.kind != other) for other in (NEW, GONE))
    stayed = sum(len(piece.text) for piece in pieces if piece.kind == SAME)
    if 2 * stayed >= min(sum(map(len, before)), sum(map(len, after))):
        return pieces
    return tuple(DiffPart(kind, "".join(texts)) for kind, texts in ((GONE, before), (NEW, after)) if texts)


def marked_lines(pieces: Sequence[DiffPart], width: int) -> list[list[Run]]:
    """The lines, at most `width` cells each, of a text in pieces."""
    return laid_out([(safe(marked((piece,))).replace("\t", " "), LOOK[piece.kind]) for piece in pieces], width)
