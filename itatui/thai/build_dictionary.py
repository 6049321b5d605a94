"""Build the shipped word list: `python -m itatui.thai.build_dictionary [WORDS.txt]`, in UTF-8, a word on each line.

Without a file, the general words of the current list are kept; use that after a change of the words of the field. A
tool, never imported by the program; `itatui.thai.dictionary` describes and reads the format.
"""

import sys
from array import array
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from itatui.resources import resource
from itatui.thai.code_page import encoded
from itatui.thai.dictionary import ALPHABET_SIZE, COMMON, FIELD, LIST_NAME, NOUN, OURS, SHORT, WORD, Spelling, spelling
from itatui.thai.field_words import COMMON_WORDS, FIELD_WORDS
from itatui.thai.segmentation import is_thai

LONGEST = 24
"""Code points of the longest general word; longer entries of the source are sayings and names."""

Edge = tuple[int, int, int]
"""A letter, the kind of word that ends with it (0: none), and the number of the next state (-1: none)."""

_MAX_TRIES = 200  # failed placements after which to skip the crowded part of the array


def make(words: Iterable[str]) -> bytes:
    """Build the list from the `words` of 2 to `LONGEST` Thai characters and the words of the field."""
    general = {word for word in words if 1 < len(word) <= LONGEST and is_thai(word)}
    kinds = {word: _kind(word) for word in general}
    for own, kind in ((COMMON_WORDS, COMMON), (FIELD_WORDS, FIELD)):
        kinds.update((word, kind if word in general else kind + OURS) for word in own.split())
    spelled = sorted((encoded(word), kind) for word, kind in kinds.items())
    states: dict[tuple[Edge, ...], int] = {}
    first = _state(spelled, 0, states)
    return _joined(_arrange(list(states), first))


def general_words(listed: Spelling) -> list[str]:
    """Return the words of a list, except those only in the words of the field."""
    letters, ends, onward = listed
    used = sorted(set(letters) - {0})
    edges: dict[int, list[int]] = {}  # letters that lead on from a state: many words share it
    words: list[str] = []
    waiting = [(0, b"")]
    while waiting:
        state, prefix = waiting.pop()
        if state not in edges:
            edges[state] = [letter for letter in used if letters[state + letter] == letter]
        for letter in edges[state]:
            index, word = state + letter, prefix + bytes([letter])
            waiting.append((onward[index], word))
            if 0 < ends[index] <= OURS:
                words.append(word.decode("cp874"))
    return words


def _kind(word: str) -> int:
    if word.startswith(("การ", "ความ")):
        return NOUN
    return WORD if len(word) > 3 else SHORT


def _state(words: Sequence[tuple[bytes, int]], depth: int, states: dict[tuple[Edge, ...], int]) -> int:
    """Return the number of the state for the rest of these words, which are sorted and equal up to `depth`.

    Equal states are shared, so the automaton is minimal.
    """
    edges: list[Edge] = []
    for letter, group in groupby(words, key=lambda word: word[0][depth]):
        some = list(group)
        ended = some.pop(0)[1] if len(some[0][0]) == depth + 1 else 0
        edges.append((letter, ended, _state(some, depth + 1, states) if some else -1))
    return states.setdefault(tuple(edges), len(states))


def _arrange(states: list[tuple[Edge, ...]], first: int) -> Spelling:
    """Put each state at the first index where all its letters fit between those of the others."""
    size = ALPHABET_SIZE * (sum(map(len, states)) // ALPHABET_SIZE * 2 + 4)
    letters, ends, onward = bytearray(size), bytearray(size), array("I", bytes(4 * size))
    indices = {first: 0}
    taken = {0}
    for letter, _ended, _next in states[first]:
        letters[letter] = letter
    waiting, free = [first], 1
    while waiting:
        state = waiting.pop()
        for letter, ended, following in states[state]:
            at = indices[state] + letter
            ends[at] = ended
            if following not in indices and following >= 0:
                free = letters.find(0, free)
                own = bytes(edge[0] for edge in states[following])
                index, tried = _find_room(letters, taken, own, free)
                free += tried // 4 if tried > _MAX_TRIES else 0
                indices[following] = index
                taken.add(index)
                for other in own:
                    letters[index + other] = other
                waiting.append(following)
    full = len(letters.rstrip(b"\0"))
    for state, index in indices.items():
        for letter, _ended, following in states[state]:
            onward[index + letter] = indices[following] if following >= 0 else full
    return bytes(letters[:full]), bytes(ends[:full]), onward[:full]


def _find_room(letters: bytearray, taken: set[int], own: bytes, free: int) -> tuple[int, int]:
    """Return the first index at which these letters fall on free elements, and the number of failed tries."""
    tried = 0
    while True:
        index = free - own[0]
        if index > 0 and index not in taken and not any(letters[index + letter] for letter in own):
            return index, tried
        tried += 1
        free = letters.find(0, free + 1)


def _joined(listed: Spelling) -> bytes:
    """Join the columns, the numbers with their lowest byte first."""
    letters, ends, onward = listed[0], listed[1], listed[2][:]
    if sys.byteorder == "big":
        onward.byteswap()
    return letters + ends + onward.tobytes()


if __name__ == "__main__":
    source = sys.argv[1:]
    words = Path(source[0]).read_text(encoding="utf-8").split("\n") if source else general_words(spelling())
    resource("data", LIST_NAME).write_bytes(make(map(str.strip, words)))
