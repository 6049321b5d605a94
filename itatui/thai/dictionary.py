"""The shipped word list, `data/thai_words.txt.z`, built by `itatui.thai.build_dictionary`.

It is a minimal acyclic automaton in a double array. States are numbers. A state has a transition on a letter (a byte
of TIS-620) if `letters[state + letter] == letter`; then `ends` at that index is the kind of word that ends there (0:
none) and `onward` the next state. The list is used without unpacking words: loading takes 3 ms and 0.5 MB.
"""

import sys
from array import array
from functools import cache

LIST_NAME = "thai_words.txt.z"

FIELD, COMMON, WORD, NOUN, SHORT = 1, 2, 3, 4, 5
"""Kinds of words: of this field, short and common, other, derived with การ or ความ, short and rare."""
OURS = 5
"""Added to the kind of a word that is not in the general list."""
ALPHABET_SIZE = 256
"""Number of possible letters, bytes of TIS-620: a state spans so many indices."""

_SIZE = 1 << 20  # bytes, above the size of the list, so that it is unpacked into a single buffer


# Not a NamedTuple: importing typing takes a tenth of the time to wrap the first line of Thai.
Spelling = tuple[bytes, bytes, "array[int]"]
"""The columns `letters`, `ends` and `onward` of the automaton."""


@cache
def spelling() -> Spelling:
    """Load the shipped list. The state after a word that no longer word continues has no letters."""
    import zlib

    from itatui.resources import location

    with open(location("data", LIST_NAME), "rb") as file:  # noqa: PTH123
        packed = zlib.decompress(file.read(), bufsize=_SIZE)
    count = len(packed) // 5
    letters, ends, *numbers = (packed[start : start + count] for start in range(0, 5 * count, count))
    whole = bytearray(4 * count)
    for index, column in enumerate(numbers):
        whole[index::4] = column
    onward = array("I")
    onward.frombytes(whole)
    if sys.byteorder == "big":
        onward.byteswap()
    return letters + bytes(ALPHABET_SIZE), ends, onward
