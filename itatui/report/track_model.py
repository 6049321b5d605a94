"""The content of the report, the same for every format, without widths, line breaks, colours or fonts.

A missing part is an `Entry` like any other, worded as missing, so that no format can skip it.
"""

from datetime import date
from typing import NamedTuple


class Entry(NamedTuple):
    """A text of a cell."""

    text: str
    numbers: tuple[int, ...] = ()
    """Numbers, within the track, of the measures that the text is about; empty for the whole track."""
    missing: bool = False
    """Whether the text stands for a missing value."""


class Duty(NamedTuple):
    """A block of the fourth column: responsible units and period."""

    about: str
    """The measures of the block, in words; empty for all measures of the row."""
    numbers: tuple[int, ...]
    responsible: Entry
    period: tuple[Entry, ...]
    """The quarters carried out and, where it differs, the plan, on separate lines."""


class Outcome(NamedTuple):
    """A block of the fifth column."""

    about: str
    """The measure of the block, in words; empty for the whole track."""
    entry: Entry


class Headings(NamedTuple):
    """Headings of the five columns."""

    track: str
    measures: str
    results: str
    responsible: str
    outcome: str


class TrackRow(NamedTuple):
    """A row of the report."""

    code: str
    label: Entry
    """The first column."""
    measures: tuple[Entry, ...]
    """Numbered as in the track, also when the report is filtered. An entry without number: there are no measures."""
    results: tuple[Entry, ...]
    """Bulleted; a result may report on several measures."""
    duties: tuple[Duty, ...]
    outcomes: tuple[Outcome, ...]


class Report(NamedTuple):
    """A report on a register or on some of its measures."""

    title: str
    subtitle: str
    headings: Headings
    rows: tuple[TrackRow, ...]
    notes: tuple[str, ...]
    """Notes printed below the table, such as the filter of the report."""
    day: date
    """The date that decides which quarters have ended."""
