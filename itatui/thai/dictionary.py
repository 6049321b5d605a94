"""The word list as it ships in `data/thai_words.txt.z`: words spelled letter by letter, ready to be followed.

It is an automaton (a minimal acyclic one, in a double array). A state is a number; from a state, a letter (a byte of
TIS-620) leads to the place `state + letter`, and is there if `letters` has that same letter at that place. Then `ends`
says what kind of word ends with it (0: none), and `onward` which state follows. So the list needs no unpacking into
words: reading it in takes three milliseconds and half a megabyte. `itatui.thai.build_dictionary` makes it.
"""

import sys
from array import array
from functools import cache

LIST_NAME = "thai_words.txt.z"

FIELD, COMMON, WORD, NOUN, SHORT = 1, 2, 3, 4, 5
"""The kinds of words: of this field, short but to be believed, plain, made with การ or ความ, short."""
OURS = 5
"""What is added to the kind of a word that the general list does not have."""
PLACES = 256
"""The places that the letters of one state lie within."""

_SIZE = 1 << 20  # bytes, more than the list has: so that it is unpacked into one piece at once


# Not a NamedTuple: that takes typing, a tenth of the time in which the first line of Thai is wrapped.
Spelling = tuple[bytes, bytes, "array[int]"]
"""The list: the columns `letters`, `ends` and `onward`, a row for each place."""


@cache
def spelling() -> Spelling:
    """The shipped list. The state after a word that no other goes on from is one with no letter."""
    import zlib

    from itatui.resources import location

    with open(location("data", LIST_NAME), "rb") as file:  # noqa: PTH123
        packed = zlib.decompress(file.read(), bufsize=_SIZE)
    count = len(packed) // 5
    letters, ends, *numbers = (packed[start : start + count] for start in range(0, 5 * count, count))
    whole = bytearray(4 * count)
    for place, column in enumerate(numbers):
        whole[place::4] = column
    onward = array("I")
    onward.frombytes(whole)
    if sys.byteorder == "big":
        onward.byteswap()
    return letters + bytes(PLACES), ends, onward
