"""The heading of a meeting's page: the measure, its place in the agenda in large figures, and what was reviewed."""

from collections.abc import Sequence
from typing import NamedTuple

from itatui.locale import _
from itatui.thai import cells
from itatui.tui.screens.meeting.block_figures import FULL_HEIGHT, HALF_HEIGHT, block_figures
from itatui.tui.screens.meeting.page_lines import Line
from itatui.tui.styling.spans import Span

MIN_WIDTH = 70
"""Cells from which figures are large, if the page is high enough."""
FULL_PAGE, HALF_PAGE = 44, 30
"""Lines of a page from which figures are `FULL_HEIGHT` or `HALF_HEIGHT` high."""
MIN_MARKS = 5
"""Cells of the shortest row of marks."""


class Heading(NamedTuple):
    """The content of the heading."""

    ref: str
    number: int
    """Place of the measure in the agenda, from 1; 0: none."""
    reviewed: tuple[bool, ...]
    """Whether each measure of the agenda was reviewed."""
    about: str
    """Agenda and page, in words."""


def heading_height(width: int, height: int) -> int:
    """Return the lines of the heading on a page of `height` lines, in a text of `width` cells."""
    if width < MIN_WIDTH or height < HALF_PAGE:
        return 1
    return FULL_HEIGHT if height >= FULL_PAGE else HALF_HEIGHT


def heading_lines(heading: Heading, width: int, height: int) -> list[Line]:
    """Return the lines of the heading: the measure, the row of marks, and the place in the agenda."""
    number, total = heading.number, len(heading.reviewed)
    left: list[Span] = [(f" {heading.ref} ", "chosen"), ("  ", "text")]
    if number and heading.reviewed[number - 1]:
        left.append((f"● {_('reviewed')}  ", "ticked"))
    right: list[Span] = [(f"{heading.about}   " if heading.about else "", "changed")]
    if height == 1:
        right.append((_("{place} of {count}").format(place=number, count=total), "strong"))
        return [_spread(left, _marks(heading, width - _width(left) - _width(right) - 2), right, width)]
    figures = _large(_("{place} of {count}"), number, total, height)
    middle = height // 2
    room = width - max(cells(line) for line in figures) - 3
    lines: list[Line] = [_spread((), (), ((line, "strong"),), width) for line in figures]
    lines[0] = _spread(left, (), ((figures[0], "strong"),), width)
    lines[middle] = _spread(_marks(heading, room), (), ((figures[middle], "strong"),), width)
    lines[-1] = _spread(((heading.about, "changed"),), (), ((figures[-1], "strong"),), width)
    return lines


def _large(template: str, number: int, total: int, height: int) -> list[str]:
    """Return `1 of 9` with the numbers in large figures, and the words between them in the middle line."""
    words = template.format(place="\0", count="\0").split("\0")
    parts = [[*_word(words[0], height)], block_figures(number, height), [*_word(words[1], height)]]
    parts += [block_figures(total, height), [*_word(words[2], height)]]
    return ["".join(lines) for lines in zip(*parts, strict=True)]


def _word(word: str, height: int) -> Sequence[str]:
    return [word if line == height // 2 else " " * cells(word) for line in range(height)]


def _marks(heading: Heading, room: int) -> list[Span]:
    """Return a mark for each measure of the agenda, those around the current one if not all fit in `room` cells."""
    total = len(heading.reviewed)
    if room < MIN_MARKS or not heading.number:
        return []
    count = min(total, room if room >= total else room - 2)
    start = max(min(heading.number - 1 - count // 2, total - count), 0)
    spans: list[Span] = [("…", "note")] if start else []
    for at in range(start, start + count):
        style = "cursor" if at == heading.number - 1 else "done" if heading.reviewed[at] else "text"
        spans.append(("●" if heading.reviewed[at] else "○", style))
    return [*spans, *([("…", "note")] if start + count < total else [])]


def _width(spans: Sequence[Span]) -> int:
    return sum(cells(words) for words, _look in spans)


def _spread(left: Sequence[Span], middle: Sequence[Span], right: Sequence[Span], width: int) -> Line:
    """Return a line with runs at its left, behind it, and at its right."""
    used = _width(left) + _width(middle) + _width(right)
    return (*left, *middle, (" " * max(width - used, 1), "text"), *right)
