"""Where Thai words begin: a shortest path over a word list.

Thai is written without spaces between words, so only a list of words tells where one may end. A run of Thai
letters is read as the fewest words that account for it; what no word accounts for stays in one piece. Words are
held as TIS-620, one byte a code point, so an offset in bytes is an offset in code points.

The list, with the words of this field in it, is in `itatui.thai.dictionary`; the officer's own words are kept here.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from itatui.thai.dictionary import COMMON, FIELD, NOUN, OURS, SHORT, WORD, spelling

# What a way through a run costs for each word. In a tie the field's words go first, then the common ones, and a
# noun made with การ or ความ last: การ|บริหารงาน, not การบริหาร|งาน. A name in no list costs more than three words
# for each of its pieces: it is read as the words in it if there are such.
_COSTS = {FIELD: 998, COMMON: 999, WORD: 1000, NOUN: 1001, SHORT: 1300, FIELD + OURS: 998, COMMON + OURS: 999}
_OWN, _UNKNOWN = 998, 3500
_NO_WAY = float("inf")
# Runs longer than a window are read window by window, and what is found is kept up to the last surest place.
_WINDOW, _KEEP = 96, 48

# A word begins neither with what is written after or on a base, nor after a vowel that is written before one.
# ั and ื never end a syllable.
_MAY_BEGIN = "(?<![เแโใไัื])(?<![ัื][่-๋])(?![ะาำๅฯๆ.ัิ-ฺ็-๎])".encode("tis-620")
_MISORDERED = "([่-๋])([ัิ-ู็])".encode("tis-620")

_added: dict[bytes, list[bytes]] = {}
"""The officer's own words, by their first two letters."""


def words_of(run: str) -> list[int]:
    """The offsets (code points) strictly inside a run of Thai letters and full stops at which a word begins."""
    return list(_starts(run.encode("tis-620", "replace")))


def parts_of(word: str) -> list[int]:
    """The offsets at which a compound may be divided when it is wider than any line: its own entry is put aside."""
    raw = _reordered(word.encode("tis-620", "replace"))
    return _shortest_path(raw, len(raw) - 1) if len(raw) <= _WINDOW else words_of(word)


def learn(words: Iterable[str]) -> None:
    """Takes words into the list, before all others in a tie; a phrase as its words; passes over what is not Thai."""
    parts = {part for word in words for part in word.split() if len(part) > 1 and is_thai(part)}
    for word in sorted(part.encode("tis-620") for part in parts):
        alike = _added.setdefault(word[:2], [])
        if word not in alike:
            alike.append(word)
            _starts.cache_clear()
            _window.cache_clear()
            _read.cache_clear()


def is_thai(word: str) -> bool:
    """Whether `word` is spelled with Thai characters and full stops alone, as the breaker reads them."""
    return all("\u0e01" <= character <= "\u0e5b" or character == "." for character in word)


@lru_cache(maxsize=4096)
def _starts(raw: bytes) -> tuple[int, ...]:
    """The beginnings of words in a run of any length, read window by window so that time grows with length alone.

    A window ends before its longest word past the middle: the surest place, and the same one after an edit
    elsewhere, so that windows read once are found again while a long paragraph is typed in.
    """
    raw = _reordered(raw)
    found: list[int] = []
    start = 0
    while len(raw) - start > _WINDOW:
        inner = _window(raw[start : start + _WINDOW])
        late = [(end - at, at) for at, end in pairwise(inner) if at >= _KEEP]
        cut = max(late)[1] if late else (inner[-1] if inner else _WINDOW)
        found.extend(start + at for at in inner if at <= cut)
        start += cut
    return (*found, *(start + at for at in _window(raw[start:])))


@lru_cache(maxsize=4096)
def _window(raw: bytes) -> tuple[int, ...]:
    return tuple(_shortest_path(raw, len(raw)))


def _reordered(raw: bytes) -> bytes:
    # Text copied from a PDF has tone marks before vowels; swapping two bytes keeps every offset true.
    return re.sub(_MISORDERED, rb"\2\1", raw)


class Reading(NamedTuple):
    """How a short run is read."""

    cost: float
    """What its words cost, each about 1,000: the less, the surer."""
    starts: tuple[int, ...]
    """The beginnings of words, but for the first; pieces that no word accounts for stay with each other."""
    unknown: tuple[tuple[int, int], ...]
    """From where to where (code points) no word accounts for it."""


def reading(run: str) -> Reading:
    """How a run of Thai letters is read, with its cost, for whoever weighs two spellings of it."""
    return _read(run.encode("tis-620", "replace"))


@lru_cache(maxsize=4096)
def _read(raw: bytes) -> Reading:
    cost, way = _ways(raw, len(raw))
    unknown: list[tuple[int, int]] = []
    at = 0
    while at < len(raw):
        here, (at, known) = at, way[at]
        if known:
            continue
        if unknown and unknown[-1][1] == here:
            here, _end = unknown.pop()
        unknown.append((here, at))
    return Reading(cost[0], tuple(_beginnings(way)), tuple(unknown))


def _shortest_path(raw: bytes, longest: int) -> list[int]:
    """The beginnings of words, but for the first, on the cheapest way through `raw`."""
    return _beginnings(_ways(raw, longest)[1])


def _ways(raw: bytes, longest: int) -> tuple[list[float], list[tuple[int, bool]]]:
    """From each place the cost of the cheapest way to the end, by words of up to `longest`; and its next place.

    Found from the end to the beginning, so that of two ways as cheap the one with the longer first word is taken.
    """
    letters, ends, onward = spelling()
    length = len(raw)
    starts = [0, *(match.start() for match in re.finditer(_MAY_BEGIN, raw) if 0 < match.start() < length)]
    cost: list[float] = [_NO_WAY] * length + [0]
    way = [(length, True)] * length
    after = length
    for start in reversed(starts):
        best, end, known = cost[after] + _UNKNOWN, after, False
        state, at = 0, start
        for letter in raw[start : start + longest]:
            place = state + letter
            if letters[place] != letter:
                break
            at += 1
            if (kind := ends[place]) and (price := cost[at] + _COSTS[kind]) <= best:
                best, end, known = price, at, True
            state = onward[place]
        if own := _added.get(raw[start : start + 2]):
            for word in own:
                at = start + len(word)
                if len(word) <= longest and raw.startswith(word, start) and (cost[at] + _OWN, -at) <= (best, -end):
                    best, end, known = cost[at] + _OWN, at, True
        cost[start], way[start] = best, (end, known)
        after = start
    return cost, way


def _beginnings(way: list[tuple[int, bool]]) -> list[int]:
    """The beginnings of words on the way found; pieces that no word accounts for stay with each other."""
    found: list[int] = []
    if not way:
        return found
    at, known = way[0]
    while at < len(way):
        known_before = known
        here = at
        at, known = way[here]
        if known or known_before:
            found.append(here)
    return found
