"""The places in a line at which a cursor may stand: between clusters, and at the beginnings and ends of words.

A place is a number of code points before it, from 0 to the length of the line; every function takes any such place,
one inside a cluster too, and answers with one that is not. A line holds no newline. What a key does with a place, and
where it is on a screen, is not known here.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache, lru_cache

from itatui.thai.grapheme_clusters import JOINING, clusters
from itatui.thai.line_breaks import breaks

Going = Callable[[str, int], int]
"""A way to go: from a line and a place to another place in it."""

_ZWJ = "\u200d"
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe0e\ufe0f\u200d"


def cluster_around(line: str, at: int) -> tuple[int, int]:
    """The beginning and the end of the cluster that the code point after a place belongs to; `at` < the length.

    Only what is around the place is looked at, so that it costs the same in a paragraph of any length.
    """
    start, end = at, at + 1
    while start and not _surely_begins(line, start):
        start -= 1
    while end < len(line) and not _surely_begins(line, end):
        end += 1
    for cluster in clusters(line[start:end]):
        if at < start + len(cluster):
            return start, start + len(cluster)
        start += len(cluster)
    return start, end


def _surely_begins(line: str, at: int) -> bool:
    """Whether a cluster begins here whatever stands further away: an ASCII or Thai sign that joins nothing."""
    sign = line[at]
    return ("!" <= sign <= "~" or sign == " " or "\u0e01" <= sign <= "\u0e5b") and (
        sign not in JOINING and line[at - 1] != _ZWJ
    )


def outside(line: str, at: int) -> int:
    """The place itself, or the end of the cluster that it is inside: after an edit, one stands after what is typed."""
    if not 0 < at < len(line):
        return at
    start, end = cluster_around(line, at)
    return at if start == at else end


def before(line: str, at: int) -> int:
    """The place before the cluster to the left; 0 stays."""
    return cluster_around(line, at - 1)[0] if at else 0


def after(line: str, at: int) -> int:
    """The place after the cluster to the right; the end stays."""
    return cluster_around(line, at)[1] if at < len(line) else at


def rubbed_out(line: str, at: int) -> int:
    """The place to which Backspace takes: one mark, as Thais type; of what is seen as one picture, all; 0 stays."""
    if not at:
        return 0
    last = line[at - 1]
    one = last in JOINING or (unicodedata.category(last) in ("Mn", "Mc") and not "\ufe00" <= last <= "\ufe0f")
    return at - 1 if one else before(line, at)


def word_before(line: str, at: int) -> int:
    """Where the word to the left begins; spaces between it and the place are passed over. 0 when there is none."""
    starts = _starts(line)
    place = bisect_left(starts, at)
    return starts[place - 1] if place else 0


def word_after(line: str, at: int) -> int:
    """Where the next word to the right begins, or the end of the line."""
    starts = _starts(line)
    place = bisect_right(starts, at)
    return starts[place] if place < len(starts) else len(line)


def word_end(line: str, at: int) -> int:
    """Where the word ends that is at the place, or the first one after the spaces there; or the end of the line."""
    begun = at + len(line[at:]) - len(line[at:].lstrip())
    return len(line[: word_after(line, begun)].rstrip()) if begun < len(line) else len(line)


def word_around(line: str, at: int) -> tuple[int, int]:
    """The beginning and the end of the word at a place, or of the spaces there; at the end of a line, of the last."""
    if not line:
        return 0, 0
    at = min(at, len(line) - 1)
    starts = _starts(line)
    place = bisect_right(starts, at)
    begun = starts[place - 1] if place else 0
    following = starts[place] if place < len(starts) else len(line)
    end = len(line[:following].rstrip())
    return (begun, end) if begun <= at < end else (max(begun, end), following)


def _spells(sign: str) -> bool:
    return sign.isalnum() or sign in JOINING


@cache
def _pieces() -> re.Pattern[str]:
    """A run of Thai with its full stops; a word or number of another script; a run of other signs."""
    return re.compile(
        f"[{_THAI}][{_THAI}.]*"
        f"|(?:(?![{_THAI}])\\w|[{_MARKS}]|(?<=\\w)['’](?=\\w)|(?<=\\d)[.,:](?=\\d))+"
        f"|(?:(?![{_THAI}])[^\\w\\s])+"
    )


@lru_cache(maxsize=16)
def _starts(line: str) -> tuple[int, ...]:
    """Where the words begin. ๆ and ฯ go with what they repeat or shorten, over a space too."""
    found: list[int] = []
    inner = breaks(line)
    for match in _pieces().finditer(line):
        start, end = match.span()
        # Wherever a line may break inside a piece, a word begins; between signs a break means nothing to a reader.
        within = inner[bisect_right(inner, start) : bisect_left(inner, end)] if _spells(line[start]) else ()
        follows = line[start] in "ๆฯ" and found and re.search(f"[{_THAI}]\\s*$", line[found[-1] : start])
        found += within if follows else (start, *within)
    return tuple(at for at in found if outside(line, at) == at)
