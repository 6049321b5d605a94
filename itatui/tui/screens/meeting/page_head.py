"""The heading of a meeting's page: the measure, its place in the agenda in large figures, and what was reviewed."""

from collections.abc import Sequence
from typing import NamedTuple

from itatui.locale import _
from itatui.thai import cells, uses_thai_digits
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
    if width < MIN_WIDTH or height < HALF_PAGE or uses_thai_digits():  # figures are Arabic digits
        return 1
    return FULL_HEIGHT if height >= FULL_PAGE else HALF_HEIGHT


def heading_lines(heading: Heading, width: int, height: int) -> list[Line]:
    """Return the lines of the heading: the measure, the row of marks, and the place in the agenda."""
    number, total = heading.number, len(heading.reviewed)
    left: list[Span] = [(f" {heading.ref} ", "chosen"), ("  ", "text")]
    if number and heading.reviewed[number - 1]:
        left.append((f"● {_('reviewed')}  ", "ticked"))
    right: list[Span] = [(f"{heading.about}   " if heading.about else "", "changed")]
    words = _("{place} of {count}")
    code, _dash, in_track = heading.ref.rpartition("-")
    measure = _large([f" {code} ", " "], [int(in_track)], height)
    place = _large(words.format(place="\0", count="\0").split("\0"), [number, total], height)
    room = width - cells(measure[0]) - cells(place[0]) - 4
    if height == 1 or room < 0:
        right.append((words.format(place=number, count=total), "strong"))
        line = _spread(left, _marks(heading, width - _width(left) - _width(right) - 2), right, width)
        return [line, *[()] * (height - 1)]
    beside = [left[2:], *[()] * (height // 2 - 1), _marks(heading, room), *[()] * (height - height // 2 - 2)]
    beside.append([(heading.about, "changed")])
    return [
        _spread(_chip(first, code), [("  ", "text"), *middle], [(last, "strong")], width)
        for first, middle, last in zip(measure, beside, place, strict=True)
    ]


def _chip(line: str, code: str) -> list[Span]:
    """Return a line of the measure's number with the code of its track, if it is there, as a chip."""
    chip = f" {code} "
    return [(chip, "chosen"), (line.removeprefix(chip), "strong")] if line.startswith(chip) else [(line, "strong")]


def _large(words: Sequence[str], numbers: Sequence[int], height: int) -> list[str]:
    """Return words with numbers between them, such as `1 of 9`: large figures, and the words in the middle line."""
    parts = [_word(words[0], height)]
    for number, word in zip(numbers, words[1:], strict=True):
        parts += [block_figures(number, height), _word(word, height)]
    return ["".join(lines) for lines in zip(*parts, strict=True)]


def _word(word: str, height: int) -> list[str]:
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
