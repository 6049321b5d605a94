"""What a wrap must never do, counted text by text: what Hypothesis's tests hold and the mass of texts is held to."""

from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import NamedTuple

from itatui.thai import cells, clusters, wrap, wrap_offsets
from tests.support.thai_texts import NEVER_FIRST, NEVER_LAST

Wrap = Callable[[str, int], list[tuple[int, int]]]


class Faults(NamedTuple):
    """How often a wrap did what it must not."""

    lost: int = 0
    """Characters left out, other than the spaces and newlines at breaks."""
    wide: int = 0
    """Lines wider than the width, other than one cluster that is so by itself."""
    cut: int = 0
    """Clusters divided that would fit a line."""
    signs: int = 0
    """Lines that begin or end with what must not stand there, unless what holds together fills more than a line."""
    unsteady: int = 0
    """Lines that wrap to something else when they are wrapped again."""

    def plus(self, other: "Faults") -> "Faults":
        """Both together."""
        return Faults(*map(sum, zip(self, other, strict=True)))


def faults(text: str, width: int, spans_of: Wrap = wrap_offsets) -> Faults:
    """What is wrong with the lines of one text at a width in cells."""
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
        return False  # the paragraph's own beginning or end
    return (text[start] in NEVER_FIRST or before[-1] in NEVER_LAST) and held(text, start) <= width


def held(text: str, at: int) -> int:
    """The cells of what no line may be broken in, around an offset."""

    def free(place: int) -> bool:
        left, right = text[:place].rstrip(" \t"), text[place:].lstrip(" \t")
        if not left or left[-1] == "\n":  # the spaces that begin a paragraph go with its first word
            return text[place - 1] == "\n"
        if not right or right[0] == "\n":
            return True
        return right[0] not in NEVER_FIRST and left[-1] not in NEVER_LAST and len(clusters(left[-1] + right[0])) > 1

    start = next((place for place in range(at - 1, 0, -1) if free(place)), 0)
    end = next((place for place in range(at + 1, len(text)) if free(place)), len(text))
    return cells(text[start:end])


def inside(lines: list[list[str]], width: int) -> tuple[int, int]:
    """The line breaks, at a width in cells, that fall where a person saw no boundary of words; and all of them."""
    bad = total = 0
    for words in lines:
        bounds = set(accumulate(map(len, words)))
        for (_, end), (start, _) in pairwise(wrap_offsets("".join(words), width)):
            total += 1
            bad += start not in bounds and end not in bounds
    return bad, total
