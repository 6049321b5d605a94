"""A mark that is lost from a long word: found because putting it in makes one word of what is read as several."""

import re
from collections.abc import Iterator
from functools import lru_cache

from itatui.thai.dictionary import FIELD, OURS, WORD, spelling
from itatui.thai.segmentation import Reading, reading

MARKS = "ัิีึืุู็่้๊๋์"
"""The marks that slip and get lost."""
CONSONANT = re.compile("[ก-ฮ]")
"""What they stand on."""

_GAIN = 2200
"""What a repair must save of the cost of reading: two words and more of three."""
_FIELD_GAIN = 1200
"""The same, where what it makes is a word of the field."""
_LONG = {WORD: 8, FIELD: 6, FIELD + OURS: 6}
"""Code points of a word of each kind that is not met by chance when a mark is put in somewhere."""


def lost_from(run: str, read: Reading, start: int) -> tuple[int, str] | None:
    """The end of some words from a place on, and the one long word that they are with a mark put in; None: no such."""
    bounds = [0, *read.starts, len(run)]
    for after, kind in sorted(_words_with_one_more(run, _encoded(run), start), key=lambda each: -len(each[0])):
        end = start + len(after) - 1
        first = max(at for at in bounds if at <= start)
        last = min(at for at in bounds if at >= end)
        then = reading(run[first:start] + after + run[end:last])
        gain = reading(run[first:last]).cost - then.cost
        if not then.unknown and gain >= (_GAIN if kind == WORD else _FIELD_GAIN):
            return end, after
    return None


@lru_cache(maxsize=1)
def _encoded(run: str) -> bytes:
    return run.encode("tis-620", "replace")


def _words_with_one_more(run: str, raw: bytes, start: int) -> Iterator[tuple[str, int]]:
    """The long words that begin at a place, when one mark is put in, and their kinds."""
    letters, _ends_here, onward = spelling()
    state = 0
    for at in range(start, len(raw)):
        if at > start and CONSONANT.match(run[at - 1]):
            for mark in MARKS.encode("tis-620"):
                if letters[state + mark] == mark:
                    for end, kind in _ends(raw, at, onward[state + mark]):
                        after = run[start:at] + bytes([mark]).decode("tis-620") + run[at:end]
                        if kind in _LONG and len(after) >= _LONG[kind]:
                            yield after, kind
        place = state + raw[at]
        if letters[place] != raw[at]:
            return
        state = onward[place]


def _ends(raw: bytes, at: int, state: int) -> Iterator[tuple[int, int]]:
    """Where the words end that go on from a state, letter by letter, and their kinds."""
    letters, ends, onward = spelling()
    while at < len(raw):
        place = state + raw[at]
        if letters[place] != raw[at]:
            return
        at += 1
        if ends[place]:
            yield at, ends[place]
        state = onward[place]
