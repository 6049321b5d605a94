"""What each cell prints: the report's words with their numbers and bullets, made safe, before any line is broken.

No widths are known here.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple, TypeAlias

from itatui.report.model import Entry, Report, Row
from itatui.thai import safe, thai_digits

_IDLE_JOINER = "(?<![\u2190-\U0010ffff])\u200d|\u200d(?![\u2190-\U0010ffff])"
"""Compiled when a text first has a joiner: that takes as long as laying out a page."""


class Tone(Enum):
    """How a text stands out, where the terminal can show it; no meaning hangs on it alone."""

    TITLE = "title"
    HEADING = "heading"
    ABOUT = "about"
    """Says which measures the text below it is of."""
    TEXT = "text"
    MISSING = "missing"
    DONE = "done"
    LATE = "late"


class Piece(NamedTuple):
    """One paragraph or more of a cell, with its mark in front."""

    text: str
    tone: Tone = Tone.TEXT
    mark: str = ""
    """`1.` or `-`; empty: none."""


Cell: TypeAlias = tuple[Piece, ...]
Shown: TypeAlias = Callable[[str], str]
"""Turns a text of the report into what may go to a terminal."""


def shown(*, in_thai_digits: bool) -> Shown:
    """What makes a text safe for a terminal, without tabs, and in the digits that are wanted."""

    def show(text: str) -> str:
        plain = safe(text).replace("\t", " ")
        if "\u200d" in plain:
            # A joiner between no two pictures shows nothing, but Rich takes the next character for a part of it.
            plain = re.sub(_IDLE_JOINER, "", plain)
        return thai_digits(plain) if in_thai_digits else plain

    return show


def heading_cells(report: Report, show: Shown) -> tuple[Cell, ...]:
    """The heading of each of the five columns."""
    return tuple((Piece(show(heading), Tone.HEADING),) for heading in report.headings)


def row_cells(row: Row, show: Shown) -> tuple[Cell, ...]:
    """The five cells of a track."""
    return (
        (_piece(row.label, show),),
        tuple(measure_piece(entry, show) for entry in row.measures),
        tuple(result_piece(entry, show) for entry in row.results),
        duty_cell(row, show),
        outcome_cell(row, show),
    )


def measure_piece(entry: Entry, show: Shown) -> Piece:
    """A measure with its number; that there is none, without."""
    return _piece(entry, show, "".join(show(f"{number}.") for number in entry.numbers))


def result_piece(entry: Entry, show: Shown) -> Piece:
    """A result with its bullet."""
    return _piece(entry, show, "-")


def duty_cell(row: Row, show: Shown) -> Cell:
    """Who is responsible and when, block by block."""
    pieces: list[Piece] = []
    for duty in row.duties:
        pieces.extend(_apart(pieces, duty.about, show))
        pieces.extend(_piece(entry, show) for entry in (duty.responsible, *duty.period))
    return tuple(pieces)


def outcome_cell(row: Row, show: Shown) -> Cell:
    """What came of it, block by block."""
    pieces: list[Piece] = []
    for outcome in row.outcomes:
        pieces.extend(_apart(pieces, outcome.about, show))
        pieces.append(_piece(outcome.entry, show))
    return tuple(pieces)


def _apart(before: list[Piece], about: str, show: Shown) -> Cell:
    """What begins a block: a line that keeps it clear of the one before, and which measures it is of."""
    gap = (Piece(""),) if before else ()
    return (*gap, Piece(show(about), Tone.ABOUT)) if about else gap


def _piece(entry: Entry, show: Shown, mark: str = "") -> Piece:
    return Piece(show(entry.text), Tone.MISSING if entry.missing else Tone.TEXT, mark)
