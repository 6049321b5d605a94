"""A proposal: the measures of a document for a register, before anything is changed."""

from typing import NamedTuple

from itatui.domain.quarters import Quarters
from itatui.intake.mended_texts import Mend


class ProposedMeasure(NamedTuple):
    """A measure of a document. An empty value says nothing about that of the register."""

    track: str
    """Code of its track; empty: the document names none."""
    activity: str
    ref: str = ""
    """REF that the document gives it."""
    texts: tuple[tuple[str, str], ...] = ()
    """Texts by the path of their field, such as `result` or `budget.1`."""
    units: str = ""
    """Words of the units."""
    planned: Quarters | None = None
    done: Quarters | None = None
    reported_with: int = -1
    """Index of the proposed measure whose result reports on this one too; -1: none."""
    unsure: frozenset[str] = frozenset()
    """Fields whose values are guessed."""


class ProposedTrack(NamedTuple):
    """A track of a document."""

    code: str
    label: str
    is_new: bool = False
    texts: tuple[tuple[str, str], ...] = ()
    """Texts by the path of their field: the outcome of the whole track."""


class ReadColumn(NamedTuple):
    """A column of a document."""

    heading: str
    """Its heading in one line; without one, its number in brackets."""
    role: str
    """Field, `track`, `number` or `ref`, with the quarter after a dot; empty: it is not read."""
    samples: tuple[str, ...] = ()
    """The first texts below the heading."""


class Pairing(NamedTuple):
    """A cell with more or fewer results than its row has measures: which measure has which."""

    path: str
    """Field, such as `result` or `result.1`."""
    measures: tuple[int, ...]
    """Indices of the measures."""
    results: tuple[str, ...]
    chosen: tuple[tuple[int, ...], ...]
    """Indices of the results of each measure."""


class Proposal(NamedTuple):
    """The contents of a document as they would go into a register."""

    format: str
    columns: tuple[ReadColumn, ...]
    tracks: tuple[ProposedTrack, ...]
    measures: tuple[ProposedMeasure, ...]
    """In the order of the document."""
    mended: int = 0
    """Damaged letters repaired."""
    notes: tuple[str, ...] = ()
    """Lines for the user: contents that were left out, and why."""
    mends: tuple[Mend, ...] = ()
    """The texts in which letters were repaired."""
    pairings: tuple[Pairing, ...] = ()
    """The guesses which result belongs to which measure."""
