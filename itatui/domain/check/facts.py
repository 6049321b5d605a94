"""Findings of the publish check, and the facts that the tests of its rules are given."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

from itatui.domain.check.rules import Rule
from itatui.domain.fields import edited_fields
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure
from itatui.domain.quarters import Quarters
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.thai import break_points

Checked: TypeAlias = Measure | Track | Register
"""Records with findings."""


class Passage(NamedTuple):
    """A text of the register that is not empty."""

    record: Checked
    field: str
    text: str


class Facts(NamedTuple):
    """Everything that a test looks at."""

    register: Register
    today: date
    ended: Quarters
    """Quarters of the register's year that ended before today."""
    passages: tuple[Passage, ...]
    """All texts and lines that users write, own fields and quarters too."""
    folder: Path | None = None
    """Folder from which files of evidence are looked up; None: they are taken to exist."""
    last: Register | None = None
    """The register of the year before, if it is known."""

    def is_begun(self, measure: Measure) -> bool:
        """Return whether results are expected of a measure: it can be done, and a quarter is done or over."""
        return not measure.is_dropped and bool(measure.done or measure.planned & self.ended)


class Found(NamedTuple):
    """A place that a test found."""

    record: Checked
    field: str
    """Path of the field."""
    details: tuple[tuple[str, str], ...] = ()
    """Values of the words of the rule, by name."""


Test: TypeAlias = Callable[[Facts, Rule], Iterator[Found]]
"""Yields the places of a register to which a rule applies."""


class Finding(NamedTuple):
    """A place to be mended."""

    rule: Rule
    record: Checked
    field: str
    details: tuple[tuple[str, str], ...]
    reason: str = ""
    """Why the rule does not apply to this record; empty: it does."""


def facts_of(register: Register, today: date, folder: Path | None = None, last: Register | None = None) -> Facts:
    """Return the facts of a register on a day."""
    ended = quarters_ended(register.fiscal_year, today)
    records: tuple[Checked, ...] = (register, *register.tracks, *register.measures)
    passages = tuple(passage for record in records for passage in _passages_of(register, record))
    return Facts(register, today, ended, passages, folder, last)


def _passages_of(register: Register, record: Checked) -> Iterator[Passage]:
    for name, field in edited_fields(record, register).items():
        if field.kind in (Kind.TEXT, Kind.LINE) and isinstance(text := field.get(record), str) and text.strip():
            yield Passage(record, name, text)


def holders(register: Register) -> tuple[Measure | Track, ...]:
    """Return the tracks and measures of a register: the records with outcomes and own fields."""
    return (*register.tracks, *register.measures)


def extract(text: str, start: int, end: int, around: int = 24) -> str:
    """Return a passage of a text with some words around it, in a single line. Offsets count code points."""
    breaks = (0, *break_points(text), len(text))
    first = next(at for at in breaks if at >= start - around)
    last = next(at for at in reversed(breaks) if at <= end + around)
    first, last = min(first, start), max(last, end)
    inner = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{inner}{'…' if last < len(text) else ''}"
