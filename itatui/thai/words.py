"""Where Thai words begin: a shortest path over a word list.

Thai is written without spaces between words, so only a list of words tells where one may end. A run of Thai
letters is read as the fewest words that account for it; what no word accounts for stays in one piece. Words are
held as TIS-620, one byte a code point, so an offset in bytes is an offset in code points.

The list ships as `data/thai_words.txt.z`; `itatui.thai.word_list` makes it.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

LIST_NAME = "thai_words.txt.z"
LONGEST = 24
"""Code points of the longest shipped word; what is longer in the list that it is made of are sayings and names."""

# What a way through a run costs for each word. In a tie the field's words go first, then the common ones, and a
# noun made with การ or ความ last: การ|บริหารงาน, not การบริหาร|งาน. A name in no list costs more than three words
# for each of its pieces: it is read as the words in it if there are such.
_FIELD, _COMMON, _WORD, _NOUN, _SHORT, _UNKNOWN = 998, 999, 1000, 1001, 1300, 3500
_NOUNS = {"กา".encode("tis-620"): "ร".encode("tis-620"), "คว".encode("tis-620"): "าม".encode("tis-620")}
# Runs longer than a window are read window by window, and what is found is kept up to the last surest place.
_WINDOW, _KEEP = 96, 48

# A word begins neither with what is written after or on a base, nor after a vowel that is written before one.
# ั and ื never end a syllable.
_MAY_BEGIN = "(?<![เแโใไัื])(?<![ัื][่-๋])(?![ะาำๅฯๆ.ัิ-ฺ็-๎])".encode("tis-620")
_MISORDERED = "([่-๋])([ัิ-ู็])".encode("tis-620")

_added: set[bytes] = set()


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
    new = {part.encode("tis-620") for part in parts} - _added
    if new:
        _added.update(new)
        _words.cache_clear()
        _starts.cache_clear()
        _window.cache_clear()


def is_thai(word: str) -> bool:
    """Whether `word` is spelled with Thai characters and full stops alone, as the breaker reads them."""
    return all("\u0e01" <= character <= "\u0e5b" or character == "." for character in word)


class _Words:
    """The words by their first two letters; a group is opened when a text first needs it, for most never do."""

    def __init__(self, shipped: bytes, own: dict[bytes, int]) -> None:
        self._closed = {line[:2]: line[2:] for line in shipped.split(b"\n")}
        self._own: dict[bytes, dict[bytes, int]] = {}
        for word, price in own.items():
            self._own.setdefault(word[:2], {})[word[2:]] = price
        self._open: dict[bytes, tuple[dict[bytes, int], int]] = {}

    def beginning(self, letters: bytes) -> tuple[dict[bytes, int], int]:
        """The words that begin with these two letters, and the length of the longest.

        Of each word what follows the two letters, and what it costs to take it.
        """
        opened = self._open.get(letters)
        if opened is None:
            listed = self._closed.get(letters)
            rests = listed.split(b" ") if listed is not None else []
            group = {rest: _WORD if len(rest) > 1 else _SHORT for rest in rests}
            if made_with := _NOUNS.get(letters):
                group.update((rest, _NOUN) for rest in rests if rest.startswith(made_with))
            group.update(self._own.get(letters, {}))
            opened = group, max(map(len, group), default=-2) + 2
            self._open[letters] = opened
        return opened


@cache
def _words() -> _Words:
    import zlib

    from itatui.resources import resource
    from itatui.thai.field_words import COMMON_WORDS, FIELD_WORDS

    own = dict.fromkeys(COMMON_WORDS.encode("tis-620").split(), _COMMON)
    own.update(dict.fromkeys(FIELD_WORDS.encode("tis-620").split(), _FIELD))
    own.update(dict.fromkeys(_added, _FIELD))
    return _Words(zlib.decompress(resource("data", LIST_NAME).read_bytes()), own)


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


def _shortest_path(raw: bytes, longest: int) -> list[int]:
    """The beginnings of words, but for the first, on the cheapest way through `raw` by words of up to `longest`.

    Found from the end to the beginning, so that of two ways as cheap the one with the longer first word is taken.
    """
    words = _words()
    stops = [0, *(match.start() for match in re.finditer(_MAY_BEGIN, raw) if match.start())]
    if stops[-1] < len(raw):
        stops.append(len(raw))
    last = len(stops) - 1
    cost = [0] * len(stops)
    onward = [(last, True)] * len(stops)
    for here in range(last - 1, -1, -1):
        start = stops[here]
        best, way = cost[here + 1] + _UNKNOWN, (here + 1, False)
        rest = start + 2
        group, reach = words.beginning(raw[start:rest])
        furthest = start + min(longest, reach)
        for there in range(here + 1, last + 1):
            end = stops[there]
            if end > furthest:
                break
            price = group.get(raw[rest:end]) if end >= rest else None
            if price is not None and cost[there] + price <= best:
                best, way = cost[there] + price, (there, True)
        cost[here], onward[here] = best, way
    return _beginnings(stops, onward)


def _beginnings(stops: list[int], onward: list[tuple[int, bool]]) -> list[int]:
    """The beginnings of words on the way found; pieces that no word accounts for stay with each other."""
    found: list[int] = []
    here, known = onward[0]
    while here < len(stops) - 1:
        known_before = known
        at = stops[here]
        here, known = onward[here]
        if known or known_before:
            found.append(at)
    return found
