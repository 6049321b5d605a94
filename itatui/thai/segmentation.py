"""Thai word segmentation: a shortest path over a word list.

Thai has no spaces between words. A run of Thai letters is divided into the fewest listed words; a stretch outside the
list stays undivided. Text is handled in the Thai code page, a byte per code point, so that offsets in bytes equal
offsets in code points. `itatui.thai.dictionary` has the list with the words of this field; this module adds the
user's words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from itatui.thai.code_page import encoded
from itatui.thai.dictionary import COMMON, FIELD, NOUN, OURS, SHORT, WORD, spelling

# Cost of each word of a path. In a tie, words of the field win over common ones, and nouns derived with การ or ความ
# lose: การ|บริหารงาน, not การบริหาร|งาน. An unlisted piece costs more than three words, so that names are divided into
# listed words where possible.
_COSTS = {FIELD: 998, COMMON: 999, WORD: 1000, NOUN: 1001, SHORT: 1300, FIELD + OURS: 998, COMMON + OURS: 999}
_OWN, _UNKNOWN = 998, 3500
_NO_PATH = float("inf")
# Long runs are segmented in windows of `_WINDOW` code points; each is cut at its safest boundary after `_KEEP`.
_WINDOW, _KEEP = 96, 48

# A word begins neither with a sign on or after a base, nor after a vowel written before its consonant.
# ั and ื never end a syllable.
_FIRST = encoded("[^ะาำๅฯๆ.ัิ-ฺ็-๎](?<![เแโใไัื].)(?<![ัื][่-๋].)")
_MISORDERED = encoded("([่-๋])([ัิ-ู็])")

_added: dict[bytes, list[bytes]] = {}
"""The user's words, by their first two bytes."""


def words_of(run: str) -> list[int]:
    """Return the offsets (code points), strictly inside a run of Thai letters and full stops, where words begin."""
    return list(_starts(encoded(run, "replace")))


def parts_of(word: str) -> list[int]:
    """Return the offsets at which to divide a compound wider than any line, ignoring its own entry in the list."""
    raw = _reorder(encoded(word, "replace"))
    return _shortest_path(raw, len(raw) - 1) if len(raw) <= _WINDOW else words_of(word)


def learn(words: Iterable[str]) -> None:
    """Add words, split at spaces, that win over others in a tie. Words with other than Thai letters are ignored."""
    parts = {part for word in words for part in word.split() if len(part) > 1 and is_thai(part)}
    for word in sorted(encoded(part) for part in parts):
        similar = _added.setdefault(word[:2], [])
        if word not in similar:
            similar.append(word)
            _starts.cache_clear()
            _window.cache_clear()
            _read.cache_clear()


def own_words() -> int:
    """Return the number of the user's words, which is another after each that is learned."""
    return sum(map(len, _added.values()))


def is_thai(word: str) -> bool:
    """Return True if `word` has only Thai characters and full stops."""
    return all("\u0e01" <= character <= "\u0e5b" or character == "." for character in word)


@lru_cache(maxsize=4096)
def _starts(raw: bytes) -> tuple[int, ...]:
    """Return the starts of words in a run of any length, in linear time.

    Each window is cut before its longest word past the middle: the safest boundary, and stable under edits elsewhere,
    so that cached windows are reused while the user types in a long paragraph.
    """
    raw = _reorder(raw)
    starts: list[int] = []
    start = 0
    while len(raw) - start > _WINDOW:
        inner = _window(raw[start : start + _WINDOW])
        late = [(end - at, at) for at, end in pairwise(inner) if at >= _KEEP]
        cut = max(late)[1] if late else (inner[-1] if inner else _WINDOW)
        starts.extend(start + at for at in inner if at <= cut)
        start += cut
    return (*starts, *(start + at for at in _window(raw[start:])))


@lru_cache(maxsize=4096)
def _window(raw: bytes) -> tuple[int, ...]:
    return tuple(_shortest_path(raw, len(raw)))


def _reorder(raw: bytes) -> bytes:
    # Text copied from a PDF has tone marks before vowels; swapping them keeps all offsets.
    return re.sub(_MISORDERED, rb"\2\1", raw)


class Reading(NamedTuple):
    """The segmentation of a short run."""

    cost: float
    """Total cost, about 1,000 for each word; the lower, the more plausible."""
    starts: tuple[int, ...]
    """Starts of words except the first; adjacent unlisted pieces are merged."""
    unknown: tuple[tuple[int, int], ...]
    """Stretches outside the list: start and end in code points."""


def reading(run: str) -> Reading:
    """Segment a run of Thai letters and return its cost, to compare spellings."""
    return _read(encoded(run, "replace"))


@lru_cache(maxsize=4096)
def _read(raw: bytes) -> Reading:
    cost, path = _cheapest_paths(raw, len(raw))
    unknown: list[tuple[int, int]] = []
    at = 0
    while at < len(raw):
        here, (at, known) = at, path[at]
        if known:
            continue
        if unknown and unknown[-1][1] == here:
            here, _end = unknown.pop()
        unknown.append((here, at))
    return Reading(cost[0], tuple(_word_starts(path)), tuple(unknown))


def _shortest_path(raw: bytes, longest: int) -> list[int]:
    """Return the starts of words, except the first, on the cheapest path, with words of up to `longest` bytes."""
    return _word_starts(_cheapest_paths(raw, longest)[1])


def _cheapest_paths(raw: bytes, longest: int) -> tuple[list[float], list[tuple[int, bool]]]:
    """Return, for each offset, the cost of the cheapest path to the end, and its next offset and if that word is known.

    Computed from the end, so that of two equal paths that with the longer first word wins.
    """
    letters, ends, onward = spelling()
    costs, added, length = _COSTS, _added, len(raw)  # local names: the loop below takes most of the time of a table
    starts = [match.start() for match in re.finditer(_FIRST, raw, re.DOTALL)]
    if not starts or starts[0]:
        starts.insert(0, 0)
    cost: list[float] = [_NO_PATH] * length + [0]
    path = [(length, True)] * length
    after = length
    for start in reversed(starts):
        best, end, known = cost[after] + _UNKNOWN, after, False
        state, at = 0, start
        for letter in raw[start : start + longest]:
            index = state + letter
            if letters[index] != letter:
                break
            at += 1
            if (kind := ends[index]) and (price := cost[at] + costs[kind]) <= best:
                best, end, known = price, at, True
            state = onward[index]
        if added and (own := added.get(raw[start : start + 2])):
            for word in own:
                at = start + len(word)
                if len(word) <= longest and raw.startswith(word, start) and (cost[at] + _OWN, -at) <= (best, -end):
                    best, end, known = cost[at] + _OWN, at, True
        cost[start], path[start] = best, (end, known)
        after = start
    return cost, path


def _word_starts(path: list[tuple[int, bool]]) -> list[int]:
    """Return the starts of words on a path, except the first; adjacent unlisted pieces are merged."""
    starts: list[int] = []
    if not path:
        return starts
    at, known = path[0]
    while at < len(path):
        known_before = known
        here = at
        at, known = path[here]
        if known or known_before:
            starts.append(here)
    return starts
