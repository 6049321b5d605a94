"""The texts of each table cell with numbers and bullets, safe for a terminal, before line breaking."""

import re
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple, TypeAlias

from itatui.report.track_model import Entry, Report, TrackRow
from itatui.thai import safe, thai_digits

_STRAY_JOINER = "(?<![\u2190-\U0010ffff])\u200d|\u200d(?![\u2190-\U0010ffff])"
"""Compiled only when a text contains a joiner: compiling takes as long as the layout of a page."""


class Tone(Enum):
    """The emphasis of a text. Colour never carries meaning alone."""

    TITLE = "title"
    HEADING = "heading"
    ABOUT = "about"
    """Names the measures of the text below it."""
    TEXT = "text"
    MISSING = "missing"
    DONE = "done"
    LATE = "late"


class CellText(NamedTuple):
    """A paragraph or several in a cell, with a mark in front."""

    text: str
    tone: Tone = Tone.TEXT
    mark: str = ""
    """`1.` or `-`, or empty."""


Cell: TypeAlias = tuple[CellText, ...]
Convert: TypeAlias = Callable[[str], str]
"""Converts a text of the report for output."""


def converter(*, in_thai_digits: bool) -> Convert:
    """Return a function that makes a text safe for a terminal and, if wanted, writes Thai digits."""

    def convert(text: str) -> str:
        plain = safe(text).replace("\t", " ")
        if "\u200d" in plain:
            # A joiner that joins no two symbols is invisible, but Rich counts the next character as part of it.
            plain = re.sub(_STRAY_JOINER, "", plain)
        return thai_digits(plain) if in_thai_digits else plain

    return convert


def heading_cells(report: Report, convert: Convert) -> tuple[Cell, ...]:
    """Return the headings of the five columns."""
    return tuple((CellText(convert(heading), Tone.HEADING),) for heading in report.headings)


def row_cells(row: TrackRow, convert: Convert) -> tuple[Cell, ...]:
    """Return the five cells of a track."""
    return (
        (_cell_text(row.label, convert),),
        tuple(measure_text(entry, convert) for entry in row.measures),
        tuple(result_text(entry, convert) for entry in row.results),
        duty_cell(row, convert),
        outcome_cell(row, convert),
    )


def measure_text(entry: Entry, convert: Convert) -> CellText:
    """Return a measure with its number; the entry for "no measures" has none."""
    return _cell_text(entry, convert, "".join(convert(f"{number}.") for number in entry.numbers))


def result_text(entry: Entry, convert: Convert) -> CellText:
    """Return a result with its bullet."""
    return _cell_text(entry, convert, "-")


def duty_cell(row: TrackRow, convert: Convert) -> Cell:
    """Return the responsible units and periods, block by block."""
    texts: list[CellText] = []
    for duty in row.duties:
        texts.extend(_block_start(texts, duty.about, convert))
        texts.extend(_cell_text(entry, convert) for entry in (duty.responsible, *duty.period))
    return tuple(texts)


def outcome_cell(row: TrackRow, convert: Convert) -> Cell:
    """Return the outcomes, block by block."""
    texts: list[CellText] = []
    for outcome in row.outcomes:
        texts.extend(_block_start(texts, outcome.about, convert))
        texts.append(_cell_text(outcome.entry, convert))
    return tuple(texts)


def _block_start(before: list[CellText], about: str, convert: Convert) -> Cell:
    """Return the start of a block: an empty line after a previous block, and the block's measures."""
    gap = (CellText(""),) if before else ()
    return (*gap, CellText(convert(about), Tone.ABOUT)) if about else gap


def _cell_text(entry: Entry, convert: Convert, mark: str = "") -> CellText:
    return CellText(convert(entry.text), Tone.MISSING if entry.missing else Tone.TEXT, mark)
