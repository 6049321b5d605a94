"""Text in several styles, wrapped as a whole."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from itatui.thai import wrap_offsets

if TYPE_CHECKING:
    from itatui.domain.search import Match

Span = tuple[str, str]
"""A text and the name of its style in `itatui.tui.styling.styles`."""

_Style = TypeVar("_Style")


def match_spans(text: str, match: "Match", style: str = "text") -> list[Span]:
    """Split a text into spans: matches in the style `match`, the rest in `style`."""
    return [(part, "match" if is_match else style) for part, is_match in match.split(text)]


def wrap_spans(spans: Sequence[Span], width: int) -> list[list[Span]]:
    """Wrap spans as a whole, at most `width` cells a line; each part keeps its style."""
    whole = "".join(text for text, _style in spans)
    return [spans_between(spans, start, end) for start, end in wrap_offsets(whole, max(width, 1))]


def spans_between(spans: Sequence[tuple[str, _Style]], start: int, end: int) -> list[tuple[str, _Style]]:
    """Return the parts of spans between two offsets, in code points of the whole text. Empty parts are left out."""
    parts: list[tuple[str, _Style]] = []
    at = 0
    for text, style in spans:
        if part := text[max(start - at, 0) : max(end - at, 0)]:
            parts.append((part, style))
        at += len(text)
    return parts
