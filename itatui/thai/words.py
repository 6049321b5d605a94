"""Where Thai words begin: a shortest path over a word list.

Thai is written without spaces between words, so only a list of words tells where one may end. A run of Thai
letters is read as the fewest words that account for it; what no word accounts for stays in one piece. Words are
held as TIS-620, one byte a code point, so an offset in bytes is an offset in code points.

The list ships as `data/thai_words.txt.z`; `itatui.thai.word_list` makes it.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from itatui.resources import resource
from itatui.thai.field_words import COMMON_WORDS, FIELD_WORDS

LIST_NAME = "thai_words.txt.z"
LONGEST = 24
"""Code points of the longest word that is looked for; the few longer entries of the list are sayings and names."""

_WORD = 1000
_UNKNOWN = 3500  # dearer than three words: a name is read as the words in it if there are such, else left whole
_RARE = 1300
_WINDOW = 96
_KEEP = 48


def _encode(pattern: str) -> bytes:
    return pattern.encode("tis-620")


# A word begins neither with what is written after or on a base, nor right after a vowel that is written before one.
# ั ื ็ are never the end of a syllable: a consonant follows (ก็ is whole words only, and found as such).
_MAY_BEGIN = re.compile(
    _encode("(?<![เแโใไ])(?<![ัื])(?<![ัื][่-๋])(?![ะาำๅฯๆ.ัิ-ฺ็-๎])"),
)
_MISORDERED = re.compile(_encode("([่-๋])([ัิ-ู็])"))

_known: set[bytes] | frozenset[bytes] = frozenset()
_common: frozenset[bytes] = frozenset()
_added: set[bytes] = set()


def words_of(run: str) -> list[int]:
    """The offsets (code points) strictly inside a run of Thai letters and full stops at which a word begins."""
    return list(_starts(run.encode("tis-620", "replace")))


def parts_of(word: str) -> list[int]:
    """The offsets at which a compound may be divided when it is wider than any line: its own entry is put aside."""
    raw = _reordered(word.encode("tis-620", "replace"))
    return _shortest_path(raw, min(LONGEST, len(raw) - 1)) if len(raw) <= _WINDOW else words_of(word)


def add_words(words: Iterable[str]) -> None:
    """Adds the officer's own words, names of places and units above all, to those that are never divided."""
    _added.update(word.encode("tis-620") for word in words if word and is_thai(word))
    _load.cache_clear()
    _starts.cache_clear()


def is_thai(word: str) -> bool:
    """Whether `word` is spelled with Thai characters and full stops alone, as the breaker reads them."""
    return all("\u0e01" <= character <= "\u0e5b" or character == "." for character in word)


@lru_cache(maxsize=1)
def _load() -> tuple[frozenset[bytes], frozenset[bytes]]:
    """The words looked for, and those among them that are common enough to be believed when short."""
    import zlib

    shipped = zlib.decompress(resource("data", LIST_NAME).read_bytes()).split(b"\n")
    common = frozenset(COMMON_WORDS.encode("tis-620").split())
    return frozenset(shipped).union(common, FIELD_WORDS.encode("tis-620").split(), _added), common


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
        ends = [*inner[1:], _WINDOW]
        late = [(end - at, at) for at, end in zip(inner, ends, strict=True) if at >= _KEEP and end < _WINDOW]
        cut = max(late)[1] if late else (inner[-1] if inner else _WINDOW)
        found.extend(start + at for at in inner if at <= cut)
        start += cut
    return (*found, *(start + at for at in _window(raw[start:])))


@lru_cache(maxsize=4096)
def _window(raw: bytes) -> tuple[int, ...]:
    return tuple(_shortest_path(raw, LONGEST))


def _reordered(raw: bytes) -> bytes:
    # Text copied from a PDF has tone marks before vowels; swapping two bytes keeps every offset true.
    return _MISORDERED.sub(rb"\2\1", raw)


def _shortest_path(raw: bytes, longest: int) -> list[int]:
    """The beginnings of words, but for the first, on the cheapest way through `raw`.

    Found from the end to the beginning, so that of two ways as cheap the one with the longer first word is taken.
    """
    words, common = _load()
    stops = [0, *(match.start() for match in _MAY_BEGIN.finditer(raw) if match.start()), len(raw)]
    last = len(stops) - 1
    cost = [0] * len(stops)
    onward = [(last, True)] * len(stops)
    for here in range(last - 1, -1, -1):
        start = stops[here]
        best, way = cost[here + 1] + _UNKNOWN, (here + 1, False)
        for there in range(here + 1, last + 1):
            end = stops[there]
            if end - start > longest:
                break
            word = raw[start:end]
            if word in words:
                price = cost[there] + (_WORD if end - start > 3 or word in common else _RARE)
                if price <= best:
                    best, way = price, (there, True)
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
