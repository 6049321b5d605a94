"""What a report says: words in their places, the same for every format.

No widths, line breaks, colours or fonts are known here, and nothing of how a register is kept. A missing part is
an `Entry` like any other, worded as missing, so that no format can skip it.
"""

from datetime import date
from typing import NamedTuple

from itatui.domain.register import Headings


class Entry(NamedTuple):
    """One text of a cell."""

    text: str
    numbers: tuple[int, ...] = ()
    """The measures that it is or speaks of, by their numbers in the track; empty: the whole track."""
    missing: bool = False
    """Whether the text says that something is not there yet."""


class Duty(NamedTuple):
    """Who is responsible, and when: one block of the fourth column."""

    about: str
    """Which measures the block is of, in words; empty when it is of all those in the row."""
    numbers: tuple[int, ...]
    responsible: Entry
    period: tuple[Entry, ...]
    """What was carried out and, where that is not the plan, the plan; each on a line of its own."""


class Outcome(NamedTuple):
    """What came of it: one block of the fifth column."""

    about: str
    """Which measure the block is of, in words; empty when it is of the whole track."""
    entry: Entry


class Row(NamedTuple):
    """One track."""

    code: str
    label: Entry
    """The first column."""
    measures: tuple[Entry, ...]
    """Numbered, each with its own number in the track, which a selection keeps. Without one: the track has none."""
    results: tuple[Entry, ...]
    """Bulleted; one may report on several measures."""
    duties: tuple[Duty, ...]
    outcomes: tuple[Outcome, ...]


class Report(NamedTuple):
    """One report on one register, or on a selection of its measures."""

    title: str
    subtitle: str
    headings: Headings
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    """What a reader must know of the report itself, printed below it: that it is of a selection only."""
    day: date
    """The day as of which it was made."""
