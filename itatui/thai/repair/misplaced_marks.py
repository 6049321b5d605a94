"""Marks in a run of Thai letters that stand at a wrong letter, or are lost: found where no word list can read the run.

It proposes; it does not decide what becomes of a text. Marks of a run are already in order
(`itatui.thai.repair.normalize`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from itatui.thai.repair.lost_marks import CONSONANT, MARKS, lost_from
from itatui.thai.segmentation import Reading, reading

SLIPPED, LOST = "slipped", "lost"

_TONES = "่้๊๋์"
_REACH = 3
"""Code points over which a mark slips: its own letter, and a vowel between."""
_STEPS = 6
"""Marks that slip in one stretch, at most."""
_LENGTH = 80
"""Code points of a stretch that no mark can make readable: it is another language, or no language."""
_BESIDE = 2
"""Words before and after a stretch that is hard to read, of which it may have taken a part."""
_RARE = 1300
"""What a short word costs that is not among the common ones (`itatui.thai.segmentation`)."""
_GAIN = 2200
"""What a repair must save of the cost of reading: two words and more of three."""


class Slip(NamedTuple):
    """A stretch of a run, and how it would be read wholly in known words."""

    start: int
    end: int
    after: str
    why: str
    """`SLIPPED` or `LOST`."""


def slips(run: str) -> list[Slip]:
    """What may be wrong in a run of Thai letters (marks in order), from left to right; offsets are code points."""
    read = reading(run)
    found: list[Slip] = []
    for start, end in _unsure(run, read):
        if end - start > _LENGTH:
            continue
        slip = _moved(run, start, end) or _longest_lost(run, read, start, end)
        if slip and not any(slip.start < other.end and other.start < slip.end for other in found):
            found.append(slip)
    for start in (0, *read.starts):
        if all(not (other.start <= start < other.end) for other in found):
            slip = _lost(run, read, start)
            if slip and not any(slip.start < other.end and other.start < slip.end for other in found):
                found.append(slip)
    return sorted(found)


def _unsure(run: str, read: Reading) -> Iterator[tuple[int, int]]:
    """The stretches that are hard to read, with two words before and after; those that touch are one.

    Hard to read is what no word accounts for, and two short and rare words or more beside each other.
    """
    bounds = [0, *read.starts, len(run)]
    hard = sorted([*read.unknown, *_short(run, bounds)])
    start = end = -1
    for first, last in hard:
        before = bounds[max(bisect_right(bounds, first) - 1 - _BESIDE, 0)]
        after = bounds[min(bisect_left(bounds, last) + _BESIDE, len(bounds) - 1)]
        if start < 0:
            start, end = before, after
        elif before < end:
            end = max(after, end)
        else:
            yield start, end
            start, end = before, after
    if start >= 0:
        yield start, end


def _short(run: str, bounds: list[int]) -> Iterator[tuple[int, int]]:
    words = list(pairwise(bounds))
    rare = [_is_rare(run[first:last]) for first, last in words]
    for place, (one, other) in enumerate(pairwise(rare)):
        if one and other:
            yield words[place][0], words[place + 1][1]


def _moved(run: str, start: int, end: int) -> Slip | None:
    """The stretch with marks moved to a letter beside theirs until it is all known words."""
    before = text = run[start:end]
    first = now = reading(text)
    for _step in range(_STEPS):
        tries = [(reading(tried), tried) for tried in _moves(text)]
        best = min(tries, key=lambda each: (len(each[0].unknown) > 0, each[0].cost), default=None)
        if best is None or best[0].cost >= now.cost:
            return None
        now, text = best
        if not now.unknown:
            return _narrowed(start, before, text) if first.cost - now.cost >= _GAIN else None
    return None


def _moves(text: str) -> Iterator[str]:
    """The text with one mark at the letter before or after."""
    for at, mark in enumerate(text):
        if mark not in MARKS:
            continue
        rest = text[:at] + text[at + 1 :]
        own = max((place for place in range(at) if text[place] not in MARKS), default=-1)
        places = [place for place in range(own - 1, own - 1 - _REACH, -1) if place >= 0]
        left = next((place for place in places if CONSONANT.match(rest[place])), None)
        right = next((p for p in range(own + 1, min(own + 1 + _REACH, len(rest))) if CONSONANT.match(rest[p])), None)
        for base in (left, right, own if CONSONANT.match(text[own]) else None):
            if base is not None and base >= 0 and (tried := _put(rest, base, mark)) and tried != text:
                yield tried


def _put(text: str, base: int, mark: str) -> str:
    """The text with a mark on a letter, in its order; empty when there is one of its kind already."""
    end = base + 1
    while end < len(text) and text[end] in MARKS:
        end += 1
    marks = text[base + 1 : end]
    if any((mark in _TONES) == (other in _TONES) for other in marks):
        return ""
    return text[: base + 1] + "".join(sorted(marks + mark, key=_TONES.find)) + text[end:]


def _narrowed(start: int, before: str, after: str) -> Slip | None:
    """The repair, from the beginning to the end of the words that it changes.

    None where a short and rare word is in it or beside it: a name in no list is read as such words by chance.
    """
    bounds = [0, *reading(after).starts, len(after)]
    least = min(len(before), len(after))
    head = next((at for at in range(least) if before[at] != after[at]), least)
    tail = next((at for at in range(least - head) if before[-1 - at] != after[-1 - at]), least - head)
    first = bisect_right(bounds, head) - 1
    last = bisect_left(bounds, max(len(after) - tail, bounds[first] + 1))
    near = [after[one:other] for one, other in pairwise(bounds[max(first - 1, 0) : last + 2])]
    if any(_is_rare(word) for word in near):
        return None
    one, other = bounds[first], bounds[last]
    for noun in ("การ", "ความ"):  # of a noun that the list has whole, what follows these is a word of its own
        end = bounds[last - 1] + len(noun)
        if after.startswith(noun, end - len(noun)) and len(after) - tail <= end < other and after[end] not in MARKS:
            other = end
    return Slip(start + one, start + other + len(before) - len(after), after[one:other], SLIPPED)


def _is_rare(word: str) -> bool:
    return _RARE <= reading(word).cost < 2 * _RARE


def _longest_lost(run: str, read: Reading, start: int, end: int) -> Slip | None:
    """A lost mark in an unknown stretch: the one that saves most."""
    found = [slip for at in range(start, end) if (slip := _lost(run, read, at))]
    return max(found, key=lambda slip: len(slip.after), default=None)


def _lost(run: str, read: Reading, start: int) -> Slip | None:
    found = lost_from(run, read, start)
    return Slip(start, found[0], found[1], LOST) if found else None
