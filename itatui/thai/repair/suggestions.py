"""Suggestions for doubtful places of a text, never applied without the user's consent.

They cover misplaced and lost marks (`mark_suggestions`), ำ split by a space (`split_vowels`), and stray spaces and line
ends (`gaps`). Automatic repair (`itatui.thai.repair.normalize`) comes first.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from itatui.thai.repair.misplaced_marks import LOST, SLIPPED, mark_suggestions
from itatui.thai.repair.split_vowels import SplitVowel, split_vowels
from itatui.thai.repair.stray_spaces import LINE, SPACE, gaps
from itatui.thai.segmentation import words_of

__all__ = ["LINE", "LOST", "SLIPPED", "SPACE", "SPLIT", "Suggestion", "apply_suggestions", "suggestions"]

SPLIT = "split"

_RUN = re.compile("[ก-ฺเ-ๅ็-๎]{3,}")
_MAX_RUN = 300
"""Code points of a run that are examined together, so that time is linear in the length of a text."""


class Suggestion(NamedTuple):
    """A doubtful place; offsets count code points."""

    start: int
    end: int
    before: str
    """The text from `start` to `end`."""
    after: str
    """The suggested replacement."""
    why: str
    """`SLIPPED`, `LOST`, `SPLIT`, `SPACE` or `LINE`."""


def suggestions(text: str) -> list[Suggestion]:
    """Return the suggestions for a repaired text, from left to right, without overlaps."""
    split = split_vowels(text)
    candidates = [
        Suggestion(each.start, each.end, "", each.after, SPLIT if each.after.endswith("ำ") else SPACE) for each in split
    ]
    taken = {at for each in split for at in range(each.start, each.end)}
    candidates += _mark_candidates(text, split, taken)
    candidates += [
        Suggestion(gap.start, gap.end, "", gap.after, gap.why) for gap in gaps(text) if gap.start not in taken
    ]
    return [each._replace(before=text[each.start : each.end]) for each in _merge_lines(text, sorted(candidates))]


def _mark_candidates(text: str, split: list[SplitVowel], taken: set[int]) -> Iterator[Suggestion]:
    """Yield the suggestions for marks, found with each split vowel joined, except those that overlap `taken`."""
    joined, origins, at = "", list[int](), 0
    for each in split:
        joined += text[at : each.start] + each.after
        origins += [*range(at, each.start), *[each.start] * len(each.after)]
        at = each.end
    joined += text[at:]
    origins += range(at, len(text))
    for start, run in _runs(joined):
        for mark in mark_suggestions(run):
            first, end = origins[start + mark.start], origins[start + mark.end - 1] + 1
            if taken.isdisjoint(range(first, end)):
                yield Suggestion(first, end, "", mark.after, mark.why)


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the runs of Thai letters with their offsets; a long run in parts."""
    for match in _RUN.finditer(text):
        start, run = match.start(), match.group()
        if len(run) > _MAX_RUN:
            begin = last = 0
            for at in words_of(run):
                if at - begin > _MAX_RUN:
                    yield start + begin, run[begin:last]
                    begin = last
                last = at
            start, run = start + begin, run[begin:]
        yield start, run


def _merge_lines(text: str, ordered: list[Suggestion]) -> list[Suggestion]:
    """Merge adjacent line-end suggestions of a paragraph, and drop overlapping suggestions."""
    merged: list[Suggestion] = []
    for each in ordered:
        last = merged[-1] if merged else each
        between = text[last.end : each.start]
        if merged and last.why == each.why == LINE and "\n" not in between:
            merged[-1] = last._replace(end=each.end, after=last.after + between + each.after)
        elif not merged or each.start >= last.end:
            merged.append(each)
    return merged


def apply_suggestions(text: str, some: Iterable[Suggestion]) -> str:
    """Return the text with some of its suggestions applied."""
    for each in sorted(some, reverse=True):
        text = text[: each.start] + each.after + text[each.end :]
    return text
