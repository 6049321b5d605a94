"""Text in several styles, wrapped as a whole."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from itatui.thai import cells, own_words, wrap_offsets

if TYPE_CHECKING:
    from itatui.domain.search import Match

CODE_POINTS_PER_CELL = 5 / 2
"""Code points per cell that surely fill a line: most Thai takes three for two cells."""
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


def first_lines(text: str, widths: tuple[int, int], count: int, match: "Match | None" = None) -> list[list[Span]]:
    """Return at most `count` lines of a text, with an ellipsis if there are more.

    `widths` are the cells of the first line, and of each other line.
    """
    spans = match_spans(text, match) if match else [(text, "text")]
    ranges, is_cut = first_ranges(text, widths, count, own_words())
    lines = [spans_between(spans, start, end) for start, end in ranges]
    if is_cut:
        lines[-1].append(("…", "text"))
    return lines


@lru_cache(maxsize=512)  # the rows of some screens: each letter of a search marks other words in the same lines
def first_ranges(
    text: str, widths: tuple[int, int], count: int, _own_words: int
) -> tuple[tuple[tuple[int, int], ...], bool]:
    """Return the lines of `first_lines` as code point ranges, and whether an ellipsis follows.

    They depend on the user's words: kept lines count only as long as `own_words` has not changed.
    """
    begin = text[: int(CODE_POINTS_PER_CELL * count * widths[0])]  # a long text need not be wrapped to its end
    if cells(begin) < (count + 1) * widths[0]:
        begin = text
    offsets = _wrapped(begin, *widths)
    if len(offsets) <= count:
        return tuple(offsets), False
    start, end = offsets[count - 1]
    width = widths[min(count - 1, 1)]
    end = start + wrap_offsets(begin[start:end], max(width - 1, 1))[0][1]  # room for "…", between words
    return (*offsets[: count - 1], (start, end)), True


def _wrapped(text: str, first: int, rest: int) -> list[tuple[int, int]]:
    """Return the lines of a text as code point ranges; the first line is `first` cells wide, the others `rest`."""
    offsets = list(wrap_offsets(text, first))
    if first == rest or len(offsets) < 2:
        return offsets
    start = offsets[1][0]
    return [offsets[0], *((start + begin, start + end) for begin, end in wrap_offsets(text[start:], rest))]


def spans_between(spans: Sequence[tuple[str, _Style]], start: int, end: int) -> list[tuple[str, _Style]]:
    """Return the parts of spans between two offsets, in code points of the whole text. Empty parts are left out."""
    parts: list[tuple[str, _Style]] = []
    at = 0
    for text, style in spans:
        if part := text[max(start - at, 0) : max(end - at, 0)]:
            parts.append((part, style))
        at += len(text)
    return parts
