"""The shipped word list, `data/thai_words.bin`, built by `itatui.thai.build_dictionary`.

It is a minimal acyclic automaton in a double array. States are numbers. A state has a transition on a letter (a byte
of the Thai code page) if `letters[state + letter] == letter`; then `ends` at that index is the kind of word that ends
there (0: none) and `onward` the next state. The file has the three columns as they are used, the numbers in four
bytes, the lowest first: to unpack them would take 5 ms of a start.
"""

import sys
from array import array
from functools import cache

LIST_NAME = "thai_words.bin"

FIELD, COMMON, WORD, NOUN, SHORT = 1, 2, 3, 4, 5
"""Kinds of words: of this field, short and common, other, derived with การ or ความ, short and rare."""
OURS = 5
"""Added to the kind of a word that is not in the general list."""
ALPHABET_SIZE = 256
"""Number of possible letters, bytes of the Thai code page: a state spans so many indices."""


# Not a NamedTuple: importing typing takes a tenth of the time to wrap the first line of Thai.
Spelling = tuple[bytes, bytes, "array[int]"]
"""The columns `letters`, `ends` and `onward` of the automaton."""


@cache
def spelling() -> Spelling:
    """Load the shipped list. The state after a word that no longer word continues has no letters."""
    from itatui.resources import location

    with open(location("data", LIST_NAME), "rb") as file:  # noqa: PTH123
        columns = file.read()
    count = len(columns) // 6
    onward = array("I")
    onward.frombytes(memoryview(columns)[2 * count :])
    if sys.byteorder == "big":
        onward.byteswap()
    return columns[:count] + bytes(ALPHABET_SIZE), columns[count : 2 * count], onward
