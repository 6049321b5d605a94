"""Makes the shipped word list: `python -m itatui.thai.build_dictionary [WORDS.txt]`, words in UTF-8, one a line.

Without a file the general words of the shipped list are taken again: do so when the words of the field have changed.
`itatui.thai.dictionary` says what the list is, and reads it; nothing but a change of words needs this module.
"""

import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from itatui.resources import resource
from itatui.thai.dictionary import COMMON, FIELD, LIST_NAME, NOUN, OURS, PLACES, SHORT, WORD, Spelling, spelling
from itatui.thai.field_words import COMMON_WORDS, FIELD_WORDS
from itatui.thai.segmentation import is_thai

LONGEST = 24
"""Code points of the longest general word; what is longer in the list that it is made of are sayings and names."""

Edge = tuple[int, int, int]
"""A letter, what kind of word ends with it, and the state (by number) that follows; -1: none."""

_ENOUGH = 200  # places tried in vain, after which it is time to leave the full part of the list behind


def make(words: Iterable[str]) -> bytes:
    """The list with those of `words` that have 2 to `LONGEST` Thai characters, and with the words of the field."""
    general = {word for word in words if 1 < len(word) <= LONGEST and is_thai(word)}
    kinds = {word: _kind(word) for word in general}
    for own, kind in ((COMMON_WORDS, COMMON), (FIELD_WORDS, FIELD)):
        kinds.update((word, kind if word in general else kind + OURS) for word in own.split())
    spelled = sorted((word.encode("tis-620"), kind) for word, kind in kinds.items())
    states: dict[tuple[Edge, ...], int] = {}
    first = _state(spelled, 0, states)
    return zlib.compress(_packed(_placed(list(states), first)), 9)


def general_words(listed: Spelling) -> list[str]:
    """The words of a list that are not there for the sake of this field alone."""
    letters, ends, onward = listed
    found: list[str] = []
    waiting = [(0, b"")]
    while waiting:
        state, begun = waiting.pop()
        for letter in range(1, 256):
            place = state + letter
            if letters[place] == letter:
                word = begun + bytes([letter])
                waiting.append((onward[place], word))
                if 0 < ends[place] <= OURS:
                    found.append(word.decode("tis-620"))
    return found


def _kind(word: str) -> int:
    if word.startswith(("การ", "ความ")):
        return NOUN
    return WORD if len(word) > 3 else SHORT


def _state(words: Sequence[tuple[bytes, int]], depth: int, states: dict[tuple[Edge, ...], int]) -> int:
    """The number of the state from which these words, sorted and alike up to `depth`, go on.

    Words that end alike share their last states.
    """
    edges: list[Edge] = []
    for letter, group in groupby(words, key=lambda word: word[0][depth]):
        some = list(group)
        ended = some.pop(0)[1] if len(some[0][0]) == depth + 1 else 0
        edges.append((letter, ended, _state(some, depth + 1, states) if some else -1))
    return states.setdefault(tuple(edges), len(states))


def _placed(states: list[tuple[Edge, ...]], first: int) -> Spelling:
    """Each state at the first place where all its letters find room between those of the others."""
    size = PLACES * (sum(map(len, states)) // PLACES * 2 + 4)
    letters, ends, onward = bytearray(size), bytearray(size), array("I", bytes(4 * size))
    places = {first: 0}
    taken = {0}
    for letter, _ended, _next in states[first]:
        letters[letter] = letter
    waiting, free = [first], 1
    while waiting:
        state = waiting.pop()
        for letter, ended, following in states[state]:
            at = places[state] + letter
            ends[at] = ended
            if following not in places and following >= 0:
                free = letters.find(0, free)
                own = bytes(edge[0] for edge in states[following])
                place, tried = _room(letters, taken, own, free)
                free += tried // 4 if tried > _ENOUGH else 0
                places[following] = place
                taken.add(place)
                for other in own:
                    letters[place + other] = other
                waiting.append(following)
    full = len(letters.rstrip(b"\0"))
    for state, place in places.items():
        for letter, _ended, following in states[state]:
            onward[place + letter] = places[following] if following >= 0 else full
    return bytes(letters[:full]), bytes(ends[:full]), onward[:full]


def _room(letters: bytearray, taken: set[int], own: bytes, free: int) -> tuple[int, int]:
    """The first place from which these letters fall on empty ones, and how many were tried in vain."""
    tried = 0
    while True:
        place = free - own[0]
        if place > 0 and place not in taken and not any(letters[place + letter] for letter in own):
            return place, tried
        tried += 1
        free = letters.find(0, free + 1)


def _packed(listed: Spelling) -> bytes:
    """The columns one after another; the numbers byte by byte, the lowest of all of them first, which packs better."""
    letters, ends, onward = listed[0], listed[1], listed[2][:]
    if sys.byteorder == "big":
        onward.byteswap()
    numbers = onward.tobytes()
    return letters + ends + numbers[0::4] + numbers[1::4] + numbers[2::4]


if __name__ == "__main__":
    source = sys.argv[1:]
    words = Path(source[0]).read_text(encoding="utf-8").split("\n") if source else general_words(spelling())
    resource("data", LIST_NAME).write_bytes(make(map(str.strip, words)))
