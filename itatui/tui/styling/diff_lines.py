"""Text differences as styled lines: additions in {+ +}, deletions in [- -].

The marks carry the meaning without colours; the colours show it at a glance.
"""

from collections.abc import Sequence

from itatui.domain.text_diff import GONE, NEW, SAME, DiffPart, marked
from itatui.thai import safe
from itatui.tui.styling.spans import Span, wrap_spans

STYLES = {SAME: "text", NEW: "added", GONE: "removed"}
"""Style of each kind of piece."""


def legible(pieces: tuple[DiffPart, ...]) -> tuple[DiffPart, ...]:
    """Return the word-level difference, or both texts whole where less than half of the shorter text is unchanged.

    Two texts with few common words, interleaved word by word, could not be read.
    """
    before, after = (tuple(p.text for p in pieces if p.kind != other) for other in (NEW, GONE))
    unchanged = sum(len(piece.text) for piece in pieces if piece.kind == SAME)
    if 2 * unchanged >= min(sum(map(len, before)), sum(map(len, after))):
        return pieces
    return tuple(DiffPart(kind, "".join(texts)) for kind, texts in ((GONE, before), (NEW, after)) if texts)


def diff_lines(pieces: Sequence[DiffPart], width: int) -> list[list[Span]]:
    """Wrap a marked difference, at most `width` cells a line."""
    return wrap_spans([(safe(marked((piece,))).replace("\t", " "), STYLES[piece.kind]) for piece in pieces], width)
