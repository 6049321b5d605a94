"""Cursor stops of a line: boundaries of grapheme clusters, and starts and ends of words.

Offsets count code points, from 0 to the length of the line. Every function accepts an offset inside a cluster, and
returns only cluster boundaries. A line contains no newline.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache, lru_cache

from itatui.thai.grapheme_clusters import JOINING, clusters
from itatui.thai.line_breaks import breaks

Movement = Callable[[str, int], int]
"""A cursor movement: from a line and an offset to a new offset."""

_ZWJ = "\u200d"
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe0e\ufe0f\u200d"


def cluster_around(line: str, at: int) -> tuple[int, int]:
    """Return the start and end of the cluster with the code point after offset `at`, which is below the length.

    The cost does not depend on the length of the line.
    """
    start, end = at, at + 1
    while start and not _is_certain_start(line, start):
        start -= 1
    while end < len(line) and not _is_certain_start(line, end):
        end += 1
    for cluster in clusters(line[start:end]):
        if at < start + len(cluster):
            return start, start + len(cluster)
        start += len(cluster)
    return start, end


def _is_certain_start(line: str, at: int) -> bool:
    """Return True if a cluster starts at an offset whatever precedes: at ASCII or Thai that joins no base."""
    sign = line[at]
    return ("!" <= sign <= "~" or sign == " " or "\u0e01" <= sign <= "\u0e5b") and (
        sign not in JOINING and line[at - 1] != _ZWJ
    )


def snap(line: str, at: int) -> int:
    """Return an offset, moved to the end of the cluster if inside it: after an edit, the cursor follows the text."""
    if not 0 < at < len(line):
        return at
    start, end = cluster_around(line, at)
    return at if start == at else end


def before(line: str, at: int) -> int:
    """Return the start of the cluster to the left, or 0."""
    return cluster_around(line, at - 1)[0] if at else 0


def after(line: str, at: int) -> int:
    """Return the end of the cluster to the right, or the length."""
    return cluster_around(line, at)[1] if at < len(line) else at


def backspace_stop(line: str, at: int) -> int:
    """Return the offset after Backspace: it removes a mark, as Thai users expect, or a whole emoji."""
    if not at:
        return 0
    last = line[at - 1]
    is_mark = last in JOINING or (unicodedata.category(last) in ("Mn", "Mc") and not "\ufe00" <= last <= "\ufe0f")
    return at - 1 if is_mark else before(line, at)


def word_before(line: str, at: int) -> int:
    """Return the start of the word to the left, beyond any spaces; 0 if there is none."""
    starts = _starts(line)
    place = bisect_left(starts, at)
    return starts[place - 1] if place else 0


def word_after(line: str, at: int) -> int:
    """Return the start of the next word to the right, or the length."""
    starts = _starts(line)
    place = bisect_right(starts, at)
    return starts[place] if place < len(starts) else len(line)


def word_end(line: str, at: int) -> int:
    """Return the end of the word at an offset or after the spaces there, or the length."""
    start = at + len(line[at:]) - len(line[at:].lstrip())
    return len(line[: word_after(line, start)].rstrip()) if start < len(line) else len(line)


def word_around(line: str, at: int) -> tuple[int, int]:
    """Return the start and end of the word, or the run of spaces, at an offset; at the end, of the last."""
    if not line:
        return 0, 0
    at = min(at, len(line) - 1)
    starts = _starts(line)
    place = bisect_right(starts, at)
    start = starts[place - 1] if place else 0
    following = starts[place] if place < len(starts) else len(line)
    end = len(line[:following].rstrip())
    return (start, end) if start <= at < end else (max(start, end), following)


def _is_word_sign(sign: str) -> bool:
    return sign.isalnum() or sign in JOINING


@cache
def _pieces() -> re.Pattern[str]:
    """Match a run of Thai with full stops, a word or number in another script, or a run of other signs."""
    return re.compile(
        f"[{_THAI}][{_THAI}.]*"
        f"|(?:(?![{_THAI}])\\w|[{_MARKS}]|(?<=\\w)['’](?=\\w)|(?<=\\d)[.,:](?=\\d))+"
        f"|(?:(?![{_THAI}])[^\\w\\s])+"
    )


@lru_cache(maxsize=16)
def _starts(line: str) -> tuple[int, ...]:
    """Return the starts of words. ๆ and ฯ belong to the word before them, even after a space."""
    found: list[int] = []
    inner = breaks(line)
    for match in _pieces().finditer(line):
        start, end = match.span()
        # Words also start at line breaks inside a piece, except in a run of signs.
        within = inner[bisect_right(inner, start) : bisect_left(inner, end)] if _is_word_sign(line[start]) else ()
        follows = line[start] in "ๆฯ" and found and re.search(f"[{_THAI}]\\s*$", line[found[-1] : start])
        found += within if follows else (start, *within)
    return tuple(at for at in found if snap(line, at) == at)
