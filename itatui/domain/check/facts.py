"""Findings of the publish check, and the facts that the tests of its rules are given."""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeAlias

from itatui.domain.check.rules import Rule
from itatui.domain.fields import fields_of
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.indicators import NO_INDICATORS, Indicators
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.quarters import Quarters
from itatui.domain.register import Register
from itatui.domain.status import Missing, missing
from itatui.domain.track import Track
from itatui.thai import break_points, coded, folded_case, may_be_damaged

_WRITTEN = (Kind.TEXT, Kind.LINE)
_END = "\0"
"""Character between two texts that are searched together: no text and no word of a rule has it."""
_MARGIN = 40
"""Code points beside an extract in which words are looked for, so that the first and the last are whole."""

Checked: TypeAlias = Measure | Track | Register
"""Records with findings."""


class Passage(NamedTuple):
    """A text of the register that is not empty."""

    record: Checked
    field: str
    text: str


class _Fields(NamedTuple):
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
    plan: Register | None = None
    """The register as it was when the plan was published, if it is known."""


class Facts(_Fields):
    """Everything that a test looks at. Texts are searched together, several times as fast as one by one."""

    def is_begun(self, measure: Measure) -> bool:
        """Return whether results are expected of a measure: it can be done, and a quarter is done or over."""
        return not measure.is_dropped and bool(measure.done or measure.planned & self.ended)

    @cached_property
    def begun(self) -> tuple[Measure, ...]:
        """The measures of which results are expected."""
        return tuple(filter(self.is_begun, self.register.measures))

    @cached_property
    def is_sound(self) -> bool:
        """Whether no text has a sign of damaged Thai."""
        return not may_be_damaged(self._text, self._coded)

    def passages_with(self, words: Iterable[str]) -> list[Passage]:
        """Return the passages in which any of these words, in `casefold`, stands in any case. They are in order."""
        text, starts = self._folded, self._folded_starts
        found = set()
        for word in words:
            at = text.find(word)
            while at >= 0:
                number = bisect(starts, at)
                found.add(number - 1)
                at = text.find(word, starts[number]) if number < len(starts) else -1
        return [self.passages[number] for number in sorted(found)]

    def places_of(self, pattern: str) -> Iterator[tuple[Passage, int, int]]:
        """Yield the passage of each place at which a pattern is found, its start and its end there, in order."""
        for found in re.finditer(pattern, self._text):
            number = bisect(self._starts, found.start()) - 1
            passage, start = self.passages[number], self._starts[number]
            yield passage, found.start() - start, found.end() - start

    @cached_property
    def _text(self) -> str:
        return _END.join(passage.text.replace(_END, " ") for passage in self.passages)

    @cached_property
    def _coded(self) -> bytes | None:
        return coded(self._text)

    @cached_property
    def _folded(self) -> str:
        return folded_case(self._text, self._coded)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(passage.text) + 1 for passage in self.passages), initial=0))[:-1]

    @cached_property
    def _folded_starts(self) -> list[int]:
        if len(self._folded) == len(self._text):  # no letter became several
            return self._starts
        return list(accumulate((len(text) + 1 for text in self._folded.split(_END)), initial=0))[:-1]


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
    plan: Register | None = None,
) -> Facts:
    """Return the facts of a register on a day."""
    ended = quarters_ended(register.fiscal_year, today)
    lacking = {measure.id: missing(register, measure) for measure in register.measures}
    return Facts(register, today, ended, tuple(_passages(register)), lacking, folder, last, indicators, plan)


def _passages(register: Register) -> Iterator[Passage]:
    groups: tuple[tuple[str, Sequence[Checked]], ...] = (
        ("register", (register,)),
        ("track", register.tracks),
        ("measure", register.measures),
    )
    for kind, records in groups:
        written = [each for each in fields_of(kind, register).values() if each.edited and each.kind in _WRITTEN]
        attributes = [each.name for each in written if not each.beside]
        texts_of = attrgetter(*attributes)
        for record in records:
            texts: Iterable[tuple[str, Any]] = zip(attributes, texts_of(record), strict=True)  # the usual case
            if record.more.pairs:
                texts = ((field.name, field.get(record)) for field in written)
            yield from (Passage(record, name, text) for name, text in texts if text and not text.isspace())


def holders(register: Register) -> tuple[Measure | Track, ...]:
    """Return the tracks and measures of a register: the records with outcomes and own fields."""
    return (*register.tracks, *register.measures)
