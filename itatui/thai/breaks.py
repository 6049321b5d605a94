"""Where a line of mixed text may begin: between words, with the manners of brackets, ๆ, numbers and abbreviations."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate

from itatui.thai.alphabet import CLOSING, DIGITS, FOLLOWING, LEADING, LETTERS, MARKS, OPENING
from itatui.thai.cells import is_plain
from itatui.thai.clusters import clusters
from itatui.thai.words import parts_of, words_of

SPACES = " \t"
"""What a soft break swallows."""

_THAI_RUN = re.compile(f"[{LETTERS}][{LETTERS}.]*")
_LATIN = "A-Za-z\u00c0-\u024f"
_WIDE = "\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
_BETWEEN_RUNS = re.compile(
    f"(?<=[{SPACES}])(?![{SPACES}])"
    f"|(?<=[{LETTERS}])(?=[{_LATIN}{DIGITS}{re.escape(OPENING)}])"
    # One letter after a number is part of it (5ส); "1.จัดทำ" has no break because a full stop is not listed here.
    f"|(?<=[{_LATIN}{DIGITS}{re.escape(')]}»”’,:;!?%…')}])(?=[{LETTERS}]{{2}})"
    f"|(?<=[{LETTERS}]/)(?=[{LETTERS}{_LATIN}{DIGITS}])|(?<=/)(?=[{LETTERS}]{{2}})"
    f"|(?<=[{LETTERS}][-–—])(?=[{LETTERS}]{{2}})"
    f"|(?<=\u200b)(?!\u200b)|(?<=[{_WIDE}])(?=[{_WIDE}])"
)
_IN_LATIN = re.compile("(?<=[-/._?&=@#+])(?=[^-/._?&=@#+\\s])")
_DASHES = "-–—"
_NEVER_FIRST = re.compile(f"[{MARKS}{FOLLOWING}{re.escape(CLOSING)}]")
_NEVER_LAST = re.compile(f"[{LEADING}{re.escape(OPENING)}]")


def break_points(text: str) -> list[int]:
    """The offsets (code points) strictly inside `text` at which a line may begin, in order."""
    return list(breaks(text))


@lru_cache(maxsize=2048)
def breaks(text: str) -> tuple[int, ...]:
    """`break_points`, kept for the texts asked about last."""
    found = {at for at in _candidates(text, words_of) if may_break(text, at)}
    if "\n" in text:
        found.update(at + 1 for at, character in enumerate(text[:-1]) if character == "\n")
    if not is_plain(text):
        found.intersection_update(accumulate(map(len, clusters(text))))
    return tuple(sorted(found))


def inner_breaks(unit: str) -> list[int]:
    """The offsets at which a unit that fits no line is best divided: parts of a compound, parts of an address."""
    found = {at for at in _candidates(unit, parts_of) if may_break(unit, at)}
    found.update(match.start() for match in _IN_LATIN.finditer(unit) if may_break(unit, match.start()))
    return sorted(found)


def may_break(text: str, at: int) -> bool:
    """Whether neither side of a break at `at` is a sign that must not stand there."""
    before = at - 1
    while before > 0 and text[before] in SPACES:
        before -= 1
    ended, begun = text[before], text[at]
    if _NEVER_FIRST.match(begun) or _NEVER_LAST.match(ended):
        return False
    # "1 – 4" is one thing to a reader.
    return not (begun in _DASHES and ended.isdigit() or ended in _DASHES and begun.isdigit())


def _candidates(text: str, starts: Callable[[str], list[int]]) -> Iterator[int]:
    length = len(text)
    for match in _THAI_RUN.finditer(text):
        begin, end = match.span()
        if end - begin > 1:
            for at in starts(match.group()):
                yield begin + at
    for match in _BETWEEN_RUNS.finditer(text):
        if 0 < match.start() < length:
            yield match.start()
