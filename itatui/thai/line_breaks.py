"""Line break opportunities in mixed text: between words, with rules for brackets, ๆ, numbers and abbreviations."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import accumulate

from itatui.thai.cell_width import is_plain
from itatui.thai.character_classes import classes
from itatui.thai.grapheme_clusters import clusters
from itatui.thai.segmentation import learn, parts_of, words_of

SPACES = " \t"
"""Characters dropped at a soft line break."""

_THAI_RUN = b"[TNV][TNVP]+"
# No break in "1.จัดทำ", since a full stop allows breaks only inside a Thai run, nor in "5ส": one letter is no word.
_BEFORE = b"[LDO](?<=[TNV].)"
_BEHIND = (
    b"[SLDC/\\-ZW](?:(?<=S)(?!S)|(?<=[LDC])(?=[TV][TNV])"
    b"|(?<=[TNV]/)(?=[TVLD])|(?<=/)(?=[TV][TNV])|(?<=[TNV]-)(?=[TV][TNV])|(?<=Z)(?!Z)|(?<=W)(?=W))"
)
"""Signs before and behind which a line may be broken. Each begins with the sign, so that letters are skipped fast."""
_IN_ADDRESS = "(?<=[-/._?&=@#+])(?=[^-/._?&=@#+\\s])"


def add_words(words: Iterable[str]) -> None:
    """Add the user's words, such as names of places and units, to those that are never divided."""
    learn(words)
    breaks.cache_clear()


def break_points(text: str) -> list[int]:
    """Return the offsets (code points), strictly inside `text`, at which a line may begin, in order."""
    return list(breaks(text))


@lru_cache(maxsize=4096)
def breaks(text: str) -> tuple[int, ...]:
    """Return `break_points` as a tuple, cached for recent texts."""
    points = _breaks_in(text, classes(text), words_of)
    if "\n" in text:
        points.update(at + 1 for at, character in enumerate(text[:-1]) if character == "\n")
    return tuple(sorted(_between_clusters(text, points)))


def inner_breaks(unit: str) -> list[int]:
    """Return the offsets at which to divide a unit wider than any line: between parts of a compound or an address."""
    kinds = classes(unit)
    points = _breaks_in(unit, kinds, parts_of)
    points.update(match.start() for match in re.finditer(_IN_ADDRESS, unit) if may_break(kinds, match.start()))
    return sorted(_between_clusters(unit, points))


def may_break(kinds: bytes, at: int) -> bool:
    """Return True if neither the signs beside offset `at` nor a range forbid a break. `kinds` is `classes(text)`."""
    if not signs_allow(kinds, at):
        return False
    # Keep "1 – 4" and "ข้อ - 5" together.
    beside = {kinds[_word_end(kinds, at)], kinds[at]}
    return beside != {_DASH, _DIGIT}


def signs_allow(kinds: bytes, at: int) -> bool:
    """Return False if a break at `at` would begin or end a line with a sign that must not stand there."""
    return 0 < at < len(kinds) and kinds[at] not in b"NCP" and kinds[_word_end(kinds, at)] not in b"VO"


def _word_end(kinds: bytes, at: int) -> int:
    """Return the offset of the last character before a break, skipping spaces."""
    before = at - 1
    while before and kinds[before] == _SPACE:
        before -= 1
    return before


_SPACE, _DASH, _DIGIT, _SIGN = b"S-DN"


def _breaks_in(text: str, kinds: bytes, starts: Callable[[str], list[int]]) -> set[int]:
    """Return the offsets at which the words of Thai runs, given by `starts`, and the rules between runs allow a break.

    Few of the rules of `may_break` concern a run of Thai: it has neither spaces nor dashes nor brackets, and its words
    begin neither behind a vowel written before its consonant nor with a sign, except the two at the end of a text.
    """
    points: set[int] = set()
    for match in re.finditer(_THAI_RUN, kinds):
        begin, end = match.span()
        points.update(map(begin.__add__, starts(text[begin:end])))
    if "๚" in text or "๛" in text:
        points = {at for at in points if kinds[at] != _SIGN}
    between = [match.start() for match in re.finditer(_BEFORE, kinds)]
    between += [match.end() for match in re.finditer(_BEHIND, kinds)]
    points.update([at for at in between if may_break(kinds, at)])
    return points


def _between_clusters(text: str, points: set[int]) -> set[int]:
    # The character classes handle Thai clusters; other text may have joiners and foreign marks.
    return points if is_plain(text) else points.intersection(accumulate(map(len, clusters(text))))
