"""Doubtful places of a text, with what was perhaps meant: for a person to take or to leave, never done by itself.

Marks that slipped or are lost (`slips`), gaps that divide what belongs together (`gaps`). Whatever can be
mended without asking is mended before (`mending`).
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from itatui.thai.repair.misplaced_marks import LOST, SLIPPED, slips
from itatui.thai.repair.stray_spaces import LINE, SPACE, gaps
from itatui.thai.segmentation import words_of

__all__ = ["LINE", "LOST", "SLIPPED", "SPACE", "Suggestion", "apply_suggestions", "join_lines", "suggestions"]

_RUN = re.compile("[ก-ฺเ-ๅ็-๎]{3,}")
_LONGEST = 300
"""Code points of a run that are read together: time grows with the length of a text, and no faster."""


class Suggestion(NamedTuple):
    """One doubtful place."""

    start: int
    end: int
    before: str
    """What stands there, from `start` to `end` (code points)."""
    after: str
    """What was perhaps meant."""
    why: str
    """`SLIPPED`, `LOST`, `SPACE` or `LINE`."""


def suggestions(text: str) -> list[Suggestion]:
    """The doubtful places of a mended text, from left to right, none of them over another."""
    found = [
        Suggestion(start + slip.start, start + slip.end, "", slip.after, slip.why)
        for start, run in _runs(text)
        for slip in slips(run)
    ]
    found += [Suggestion(gap.start, gap.end, "", gap.after, gap.why) for gap in gaps(text)]
    return [each._replace(before=text[each.start : each.end]) for each in _merge_lines(text, sorted(found))]


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """The runs of Thai letters, and where they begin; a very long one in parts."""
    for match in _RUN.finditer(text):
        start, run = match.start(), match.group()
        if len(run) > _LONGEST:
            begin = last = 0
            for at in words_of(run):
                if at - begin > _LONGEST:
                    yield start + begin, run[begin:last]
                    begin = last
                last = at
            start, run = start + begin, run[begin:]
        yield start, run


def _merge_lines(text: str, found: list[Suggestion]) -> list[Suggestion]:
    """Those of the ends of lines of one paragraph made one, as far as nothing else is doubtful between them."""
    merged: list[Suggestion] = []
    for each in found:
        last = merged[-1] if merged else each
        between = text[last.end : each.start]
        if merged and last.why == each.why == LINE and "\n" not in between:
            merged[-1] = last._replace(end=each.end, after=last.after + between + each.after)
        elif not merged or each.start >= last.end:
            merged.append(each)
    return merged


def apply_suggestions(text: str, some: Iterable[Suggestion]) -> str:
    """The text with these of its suggestions in it."""
    for each in sorted(some, reverse=True):
        text = text[: each.start] + each.after + text[each.end :]
    return text


def join_lines(text: str) -> str:
    """The text with the lines joined that end in the middle of a sentence, for a place that holds one line."""
    if "\n" not in text:
        return text
    return apply_suggestions(text, [each for each in suggestions(text) if each.why == LINE])
