"""Findings of the publish check, and the facts that the tests of its rules are given."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

from itatui.domain.check.rules import Rule
from itatui.domain.fields import fields_of
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.indicators import NO_INDICATORS, Indicators
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure
from itatui.domain.quarters import Quarters
from itatui.domain.register import Register
from itatui.domain.status import Missing, missing
from itatui.domain.track import Track
from itatui.thai import break_points

_WRITTEN = (Kind.TEXT, Kind.LINE)
_MARGIN = 40
"""Code points beside an extract in which words are looked for, so that the first and the last are whole."""

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
    lacking: Mapping[str, tuple[Missing, ...]]
    """Parts that measures lack, by the id of the measure."""
    folder: Path | None = None
    """Folder from which files of evidence are looked up; None: they are taken to exist."""
    last: Register | None = None
    """The register of the year before, if it is known."""
    indicators: Indicators = NO_INDICATORS

    def is_begun(self, measure: Measure) -> bool:
        """Return whether results are expected of a measure: it can be done, and a quarter is done or over."""
        return not measure.is_dropped and bool(measure.done or measure.planned & self.ended)


class Extract(NamedTuple):
    """A passage of a text. Its words are sought only when somebody reads it: counting findings needs none."""

    text: str
    start: int
    """Offset of the passage in code points, as `end`."""
    end: int
    around: int = 24
    """Code points of what is shown on either side, at most."""

    def __str__(self) -> str:
        """Return the passage with some words around it, in a single line."""
        text, start, end, around = self
        left = max(start - around - _MARGIN, 0)
        part = text[left : end + around + _MARGIN]
        breaks = [left + at for at in (0, *break_points(part), len(part))]
        first = min(next(at for at in breaks if at >= start - around), start)
        last = max(next(at for at in reversed(breaks) if at <= end + around), end)
        inner = " ".join(text[first:last].split())
        return f"{'…' if first else ''}{inner}{'…' if last < len(text) else ''}"


Details: TypeAlias = tuple[tuple[str, str | Extract], ...]
"""Values by name, as words of a finding use them."""


class Found(NamedTuple):
    """A place that a test found."""

    record: Checked
    field: str
    """Path of the field."""
    details: Details = ()
    """Values of the words of the rule, by name."""


Test: TypeAlias = Callable[[Facts, Rule], Iterator[Found]]
"""Yields the places of a register to which a rule applies."""


class Finding(NamedTuple):
    """A place to be mended."""

    rule: Rule
    record: Checked
    field: str
    details: Details
    reason: str = ""
    """Why the rule does not apply to this record; empty: it does."""


def facts_of(
    register: Register,
    today: date,
    folder: Path | None = None,
    last: Register | None = None,
    indicators: Indicators = NO_INDICATORS,
) -> Facts:
    """Return the facts of a register on a day."""
    ended = quarters_ended(register.fiscal_year, today)
    lacking = {measure.id: missing(register, measure) for measure in register.measures}
    return Facts(register, today, ended, tuple(_passages(register)), lacking, folder, last, indicators)


def _passages(register: Register) -> Iterator[Passage]:
    groups: tuple[tuple[str, Sequence[Checked]], ...] = (
        ("register", (register,)),
        ("track", register.tracks),
        ("measure", register.measures),
    )
    for kind, records in groups:
        written = [each for each in fields_of(kind, register).values() if each.edited and each.kind in _WRITTEN]
        for record in records:
            for field in written:
                text = field.get(record)
                if text and isinstance(text, str) and not text.isspace():
                    yield Passage(record, field.name, text)


def holders(register: Register) -> tuple[Measure | Track, ...]:
    """Return the tracks and measures of a register: the records with outcomes and own fields."""
    return (*register.tracks, *register.measures)
