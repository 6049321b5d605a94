"""Suggestions for marks on a wrong letter, or lost, in runs of Thai letters that the word list cannot segment.

The marks of a run must be in order already (`itatui.thai.repair.normalize`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from itatui.thai.repair.lost_marks import CONSONANT, MARKS, find_lost_mark
from itatui.thai.segmentation import Reading, own_words, reading

SLIPPED, LOST = "slipped", "lost"

_TONES = "่้๊๋์"
_REACH = 3
"""Code points that a mark may move: over a letter and a vowel between."""
_MAX_MOVES = 6
"""Marks that may move in a stretch."""
_MAX_LENGTH = 80
"""Code points of a stretch; a longer stretch is probably not Thai."""
_CONTEXT = 2
"""Words examined before and after an implausible stretch: it may have taken letters of them."""
_RARE_COST = 1300
"""Cost of a short, rare word (`itatui.thai.segmentation`)."""
_MIN_GAIN = 2200
"""Segmentation cost that a suggestion must save: more than two words."""


class MarkSuggestion(NamedTuple):
    """A stretch of a run, and the replacement with only known words; offsets count code points."""

    start: int
    end: int
    after: str
    why: str
    """`SLIPPED` or `LOST`."""


def mark_suggestions(run: str) -> tuple[MarkSuggestion, ...]:
    """Return the suggestions for a run of Thai letters (marks in order), from left to right, without overlaps."""
    return _suggestions(run, own_words())


@lru_cache(maxsize=4096)
def _suggestions(run: str, _own_words: int) -> tuple[MarkSuggestion, ...]:
    """Return the suggestions for a run, kept for the words that are known: the texts of a register repeat phrases."""
    read = reading(run)
    suggestions: list[MarkSuggestion] = []
    for start, end in _implausible(run, read):
        if end - start > _MAX_LENGTH:
            continue
        new = _move_marks(run, start, end) or _longest_lost(run, read, start, end)
        if new and not any(new.start < other.end and other.start < new.end for other in suggestions):
            suggestions.append(new)
    for start in (0, *read.starts):
        if all(not (other.start <= start < other.end) for other in suggestions):
            new = _lost(run, read, start)
            if new and not any(new.start < other.end and other.start < new.end for other in suggestions):
                suggestions.append(new)
    return tuple(sorted(suggestions))


def _implausible(run: str, read: Reading) -> Iterator[tuple[int, int]]:
    """Yield the implausible stretches with the words beside them, merged where they overlap.

    A stretch is implausible if it is outside the word list, or consists of several adjacent short, rare words.
    """
    bounds = [0, *read.starts, len(run)]
    stretches = sorted([*read.unknown, *_adjacent_rare_words(run, bounds)])
    start = end = -1
    for first, last in stretches:
        before = bounds[max(bisect_right(bounds, first) - 1 - _CONTEXT, 0)]
        after = bounds[min(bisect_left(bounds, last) + _CONTEXT, len(bounds) - 1)]
        if start < 0:
            start, end = before, after
        elif before < end:
            end = max(after, end)
        else:
            yield start, end
            start, end = before, after
    if start >= 0:
        yield start, end


def _adjacent_rare_words(run: str, bounds: list[int]) -> Iterator[tuple[int, int]]:
    words = list(pairwise(bounds))
    rare = [_is_rare(run[first:last]) for first, last in words]
    for place, (left, right) in enumerate(pairwise(rare)):
        if left and right:
            yield words[place][0], words[place + 1][1]


def _move_marks(run: str, start: int, end: int) -> MarkSuggestion | None:
    """Move marks of a stretch to adjacent letters, the best move first, until it has only known words."""
    before = text = run[start:end]
    first = now = reading(text)
    for _step in range(_MAX_MOVES):
        tries = [(reading(tried), tried) for tried in _moves(text)]
        best = min(tries, key=lambda each: (len(each[0].unknown) > 0, each[0].cost), default=None)
        if best is None or best[0].cost >= now.cost:
            return None
        now, text = best
        if not now.unknown:
            return _changed_words(start, before, text) if first.cost - now.cost >= _MIN_GAIN else None
    return None


def _moves(text: str) -> Iterator[str]:
    """Yield the text with a mark moved to the letter before or after."""
    for at, mark in enumerate(text):
        if mark not in MARKS:
            continue
        rest = text[:at] + text[at + 1 :]
        own = max((place for place in range(at) if text[place] not in MARKS), default=-1)
        places = [place for place in range(own - 1, own - 1 - _REACH, -1) if place >= 0]
        left = next((place for place in places if CONSONANT.match(rest[place])), None)
        right = next((p for p in range(own + 1, min(own + 1 + _REACH, len(rest))) if CONSONANT.match(rest[p])), None)
        for base in (left, right, own if CONSONANT.match(text[own]) else None):
            if base is not None and base >= 0 and (tried := _insert_mark(rest, base, mark)) and tried != text:
                yield tried


def _insert_mark(text: str, base: int, mark: str) -> str:
    """Insert a mark in order at the letter at offset `base`; return "" if that has a mark of the same kind."""
    end = base + 1
    while end < len(text) and text[end] in MARKS:
        end += 1
    marks = text[base + 1 : end]
    if any((mark in _TONES) == (other in _TONES) for other in marks):
        return ""
    return text[: base + 1] + "".join(sorted(marks + mark, key=_TONES.find)) + text[end:]


def _changed_words(start: int, before: str, after: str) -> MarkSuggestion | None:
    """Return the suggestion cut down to the words that it changes.

    Return None if a short, rare word is in or beside it: unlisted names are segmented into such words by chance.
    """
    bounds = [0, *reading(after).starts, len(after)]
    least = min(len(before), len(after))
    head = next((at for at in range(least) if before[at] != after[at]), least)
    tail = next((at for at in range(least - head) if before[-1 - at] != after[-1 - at]), least - head)
    first = bisect_right(bounds, head) - 1
    last = bisect_left(bounds, max(len(after) - tail, bounds[first] + 1))
    near = [after[left:right] for left, right in pairwise(bounds[max(first - 1, 0) : last + 2])]
    if any(_is_rare(word) for word in near):
        return None
    left, right = bounds[first], bounds[last]
    for prefix in ("การ", "ความ"):  # if only the prefix of a derived noun changed, leave the word after it out
        end = bounds[last - 1] + len(prefix)
        if after.startswith(prefix, end - len(prefix)) and len(after) - tail <= end < right and after[end] not in MARKS:
            right = end
    return MarkSuggestion(start + left, start + right + len(before) - len(after), after[left:right], SLIPPED)


def _is_rare(word: str) -> bool:
    return _RARE_COST <= reading(word).cost < 2 * _RARE_COST


def _longest_lost(run: str, read: Reading, start: int, end: int) -> MarkSuggestion | None:
    """Return the suggestion of a lost mark with the longest word in a stretch."""
    suggestions = [new for at in range(start, end) if (new := _lost(run, read, at))]
    return max(suggestions, key=lambda new: len(new.after), default=None)


def _lost(run: str, read: Reading, start: int) -> MarkSuggestion | None:
    found = find_lost_mark(run, read, start)
    return MarkSuggestion(start, found[0], found[1], LOST) if found else None
