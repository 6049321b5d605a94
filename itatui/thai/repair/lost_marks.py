"""Marks lost from long words, such as the ring of ำ: inserting the mark merges several words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from itatui.thai.code_page import encoded
from itatui.thai.dictionary import FIELD, OURS, WORD, spelling
from itatui.thai.segmentation import Reading, reading

MARKS = "ัิีึืุู็่้๊๋์"
"""Marks that get misplaced or lost."""
_MARK_LETTERS = encoded(MARKS)
_AA, _AM = encoded("าำ")
_CARRIES_AM = re.compile("[ก-ฮ่-๋]")
CONSONANT = re.compile("[ก-ฮ]")
"""Letters that carry marks."""

_MIN_GAIN = 2200
"""Segmentation cost (`itatui.thai.segmentation`) that a suggestion must save: more than two words."""
_MIN_FIELD_GAIN = 1200
"""The same for a suggested word of the field."""
_MIN_RING_LENGTH = 4
"""Code points of a suggested word with ำ for า: some PDFs lose the ring of every ำ."""
_MIN_RING_GAIN = 1250
"""Segmentation cost that such a word must save."""
_MIN_LENGTHS = {WORD: 8, FIELD: 6, FIELD + OURS: 6}
"""Code points of a suggested word, by kind: inserting a mark may give a shorter word by chance."""


def find_lost_mark(run: str, read: Reading, start: int) -> tuple[int, str] | None:
    """Find a long word that starts at an offset with a mark inserted.

    Return the end of the stretch that it replaces, and the word; None if there is none.
    """
    bounds = [0, *read.starts, len(run)]
    for word in sorted(_words_with_one_more(run, _encoded(run), start), key=lambda each: -len(each.after)):
        end, after, min_gain = word
        first = max(at for at in bounds if at <= start)
        last = min(at for at in bounds if at >= end)
        then = reading(run[first:start] + after + run[end:last])
        gain = reading(run[first:last]).cost - then.cost
        if not then.unknown and gain >= min_gain:
            return end, after
    return None


class _Word(NamedTuple):
    """A word with a mark inserted."""

    end: int
    """End of the stretch that it replaces, in code points."""
    after: str
    min_gain: float
    """Segmentation cost that it must save."""


@lru_cache(maxsize=1)
def _encoded(run: str) -> bytes:
    return encoded(run, "replace")


def _words_with_one_more(run: str, raw: bytes, start: int) -> Iterator[_Word]:
    """Yield the long words that start at an offset with a mark inserted, or with ำ for า."""
    letters, ends, onward = spelling()
    state = 0
    for at in range(start, len(raw)):
        letter = raw[at]
        if at > start and "ก" <= run[at - 1] <= "ฮ":
            for mark, then in _marked(state):
                if letters[then + letter] == letter:
                    for end, kind in _ends(raw, at, then):
                        if kind in _MIN_LENGTHS and end - start + 1 >= _MIN_LENGTHS[kind]:
                            after = run[start:at] + bytes([mark]).decode("cp874") + run[at:end]
                            yield _Word(end, after, _MIN_GAIN if kind == WORD else _MIN_FIELD_GAIN)
        if at > start and letter == _AA and letters[state + _AM] == _AM and _CARRIES_AM.match(run[at - 1]):
            ended = (at + 1, ends[state + _AM])
            for end, kind in (ended, *_ends(raw, at + 1, onward[state + _AM])):
                if kind in _MIN_LENGTHS and end - start >= _MIN_RING_LENGTH:
                    yield _Word(end, f"{run[start:at]}ำ{run[at + 1 : end]}", _MIN_RING_GAIN)
        if letters[state + letter] != letter:
            return
        state = onward[state + letter]


@lru_cache(maxsize=65_536)
def _marked(state: int) -> tuple[tuple[int, int], ...]:
    """Return the marks with which words go on from a state of the word list, and the states after them."""
    letters, _kinds, onward = spelling()
    return tuple((mark, onward[state + mark]) for mark in _MARK_LETTERS if letters[state + mark] == mark)


def _ends(raw: bytes, at: int, state: int) -> Iterator[tuple[int, int]]:
    """Yield the ends of the words that continue from a state of the word list, and their kinds."""
    letters, ends, onward = spelling()
    while at < len(raw):
        index = state + raw[at]
        if letters[index] != raw[at]:
            return
        at += 1
        if ends[index]:
            yield at, ends[index]
        state = onward[index]
