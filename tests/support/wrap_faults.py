"""Faults of wrapped lines, counted for each text."""

from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import NamedTuple

from itatui.thai import cells, clusters, wrap, wrap_offsets
from tests.support.thai_texts import NEVER_FIRST, NEVER_LAST

Wrap = Callable[[str, int], list[tuple[int, int]]]


class Faults(NamedTuple):
    """Number of faults of each kind."""

    lost: int = 0
    """Characters dropped, except spaces and newlines at breaks."""
    wide: int = 0
    """Lines wider than the width, except lines of a single cluster."""
    cut: int = 0
    """Divided clusters that would fit a line."""
    signs: int = 0
    """Lines that begin or end with a forbidden sign, unless an unbreakable sequence is wider than a line."""
    unsteady: int = 0
    """Lines that wrapping again divides."""

    def plus(self, other: "Faults") -> "Faults":
        """Add the numbers."""
        return Faults(*map(sum, zip(self, other, strict=True)))


def faults(text: str, width: int, spans_of: Wrap = wrap_offsets) -> Faults:
    """Count the faults in the lines of a text at a width in cells."""
    spans = spans_of(text, width)
    lines = [text[start:end] for start, end in spans]
    return Faults(
        lost=_lost(text, spans),
        wide=sum(cells(line) > width and len(clusters(line)) > 1 for line in lines),
        cut=_cut(text, width, spans),
        signs=sum(_bad_sign(text, width, end, start) for (_, end), (start, _) in pairwise(spans)),
        unsteady=sum(wrap(line, width) != [line] for line in lines),
    )


def _lost(text: str, spans: list[tuple[int, int]]) -> int:
    gaps = [text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *spans, (len(text), len(text))])]
    return sum(len(gap.strip(" \t")) for gap in gaps if gap != "\n")


def _cut(text: str, width: int, spans: list[tuple[int, int]]) -> int:
    free, at = {0}, 0
    for cluster in clusters(text):
        if cells(cluster) > width:
            free.update(range(at, at + len(cluster)))
        at += len(cluster)
        free.add(at)
    return sum(edge not in free for span in spans for edge in span)


def _bad_sign(text: str, width: int, end: int, start: int) -> bool:
    before = text[:end].rpartition("\n")[2].strip(" \t")
    if "\n" in text[end:start] or start == len(text) or text[start] == "\n" or not before:
        return False  # start or end of the paragraph
    return (text[start] in NEVER_FIRST or before[-1] in NEVER_LAST) and held(text, start) <= width


def held(text: str, at: int) -> int:
    """Return the cells of the unbreakable sequence around an offset."""

    def free(place: int) -> bool:
        left, right = text[:place].rstrip(" \t"), text[place:].lstrip(" \t")
        if not left or left[-1] == "\n":  # spaces at the start of a paragraph join the first word
            return text[place - 1] == "\n"
        if not right or right[0] == "\n":
            return True
        return right[0] not in NEVER_FIRST and left[-1] not in NEVER_LAST and len(clusters(left[-1] + right[0])) > 1

    start = next((place for place in range(at - 1, 0, -1) if free(place)), 0)
    end = next((place for place in range(at + 1, len(text)) if free(place)), len(text))
    return cells(text[start:end])


def inside(lines: list[list[str]], width: int) -> tuple[int, int]:
    """Return the number of line breaks inside words, by manual segmentation, and of all, at a width in cells."""
    bad = total = 0
    for words in lines:
        bounds = set(accumulate(map(len, words)))
        for (_, end), (start, _) in pairwise(wrap_offsets("".join(words), width)):
            total += 1
            bad += start not in bounds and end not in bounds
    return bad, total
