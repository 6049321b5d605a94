"""Where a line of mixed text may begin: between words, with the manners of brackets, ๆ, numbers, abbreviations."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from itatui.thai.cell_width import is_plain
from itatui.thai.character_classes import classes
from itatui.thai.grapheme_clusters import clusters
from itatui.thai.segmentation import learn, parts_of, words_of

SPACES = " \t"
"""What a soft break swallows."""

_THAI_RUN = b"[TNV][TNVP]+"
# "1.จัดทำ" stays together, for a full stop breaks only inside a Thai run, and so does 5ส: one letter is no word.
_BETWEEN_RUNS = (
    b"(?<=S)(?!S)|(?<=[TNV])(?=[LDO])|(?<=[LDC])(?=[TV][TNV])"
    b"|(?<=[TNV]/)(?=[TVLD])|(?<=/)(?=[TV][TNV])|(?<=[TNV]-)(?=[TV][TNV])|(?<=Z)(?!Z)|(?<=W)(?=W)"
)
_IN_ADDRESS = "(?<=[-/._?&=@#+])(?=[^-/._?&=@#+\\s])"


def add_words(words: Iterable[str]) -> None:
    """Adds the officer's own words, names of places and units above all, to those that are never divided."""
    learn(words)
    breaks.cache_clear()


def break_points(text: str) -> list[int]:
    """The offsets (code points) strictly inside `text` at which a line may begin, in order."""
    return list(breaks(text))


@lru_cache(maxsize=2048)
def breaks(text: str) -> tuple[int, ...]:
    """`break_points`, kept for the texts asked about last."""
    kinds = classes(text)
    found = {at for at in _candidates(text, kinds, words_of) if may_break(kinds, at)}
    if "\n" in text:
        found.update(at + 1 for at, character in enumerate(text[:-1]) if character == "\n")
    return tuple(sorted(_between_clusters(text, found)))


def inner_breaks(unit: str) -> list[int]:
    """The offsets at which a unit that fits no line is best divided: parts of a compound, parts of an address."""
    kinds = classes(unit)
    found = {at for at in _candidates(unit, kinds, parts_of) if may_break(kinds, at)}
    found.update(match.start() for match in re.finditer(_IN_ADDRESS, unit) if may_break(kinds, match.start()))
    return sorted(_between_clusters(unit, found))


def may_break(kinds: bytes, at: int) -> bool:
    """Whether neither a sign beside a break at `at` forbids it nor a range; `kinds` are the `classes` of the text."""
    if not signs_allow(kinds, at):
        return False
    # "1 – 4" is one thing to a reader, as is "ข้อ - 5".
    beside = {kinds[_word_end(kinds, at)], kinds[at]}
    return beside != {_DASH, _DIGIT}


def signs_allow(kinds: bytes, at: int) -> bool:
    """Whether no sign that must not begin or end a line stands beside a break at `at`."""
    return 0 < at < len(kinds) and kinds[at] not in b"NCP" and kinds[_word_end(kinds, at)] not in b"VO"


def _word_end(kinds: bytes, at: int) -> int:
    """The offset of what ends the line before a break: the spaces there are dropped."""
    before = at - 1
    while before and kinds[before] == _SPACE:
        before -= 1
    return before


_SPACE, _DASH, _DIGIT = b"S-D"


def _candidates(text: str, kinds: bytes, starts: Callable[[str], list[int]]) -> Iterator[int]:
    for match in re.finditer(_THAI_RUN, kinds):
        begin, end = match.span()
        for at in starts(text[begin:end]):
            yield begin + at
    for match in re.finditer(_BETWEEN_RUNS, kinds):
        yield match.start()


def _between_clusters(text: str, found: set[int]) -> set[int]:
    # Classes know the clusters of Thai; joiners and foreign marks are looked for only where there may be some.
    return found if is_plain(text) else found.intersection(accumulate(map(len, clusters(text))))
