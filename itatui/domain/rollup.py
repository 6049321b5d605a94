"""Many registers in one table: a line for each, and sums of lines."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from itatui.domain.check.check import Checkup, check
from itatui.domain.check.facts import Facts, facts_of
from itatui.domain.check.rules import Rule, Severity
from itatui.domain.indicators import Indicators
from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.domain.status import Missing, Tally, tally


class RegisterLine(NamedTuple):
    """Figures of a register, of the measures of a unit, or of several of these."""

    file: str
    agency: str
    year: int
    """Fiscal year (Buddhist Era); 0: several."""
    unit: str = ""
    """The only responsible unit counted; empty: all."""
    registers: int = 1
    measures: int = 0
    planned: int = 0
    """Planned quarters."""
    done: int = 0
    """Planned quarters that are done."""
    late: int = 0
    """Late measures."""
    dropped: int = 0
    no_result: int = 0
    no_outcome: int = 0
    no_evidence: int = 0
    must: int = 0
    """Findings of the check to fix before publishing; those of the whole register and its tracks are in no unit."""
    should: int = 0
    """Findings of the check to look at."""
    ready: int = 0
    """Measures that are ready to publish."""

    @property
    def percent(self) -> int:
        """Planned quarters that are done in whole percent."""
        return Tally(planned=self.planned, done=self.done).percent


COUNTS = RegisterLine._fields[RegisterLine._fields.index("registers") :]
"""Fields that are summed."""


class RollupOptions(NamedTuple):
    """How registers are counted."""

    today: date
    rules: tuple[Rule, ...]
    indicators: Indicators
    by_unit: bool = False
    """Whether each unit has a line."""


def lines_of(register: Register, file: Path, options: RollupOptions) -> list[RegisterLine]:
    """Return the line of a register, or a line for each of its units, in the order in which it names them."""
    facts = facts_of(register, options.today, file.parent, indicators=options.indicators)
    checkup = check(facts, options.rules)
    units = list(dict.fromkeys(unit for measure in register.measures for unit in measure.responsible))
    line = RegisterLine(str(file), register.agency, register.fiscal_year)
    return [_counted(line._replace(unit=unit), facts, checkup) for unit in (units if options.by_unit else [""])]


def _counted(line: RegisterLine, facts: Facts, checkup: Checkup) -> RegisterLine:
    """Return a line with the figures of its unit, or of all units."""
    unit = line.unit
    measures = [each for each in facts.register.measures if not unit or unit in each.responsible]
    ids = {measure.id for measure in measures}
    counts = tally(facts.register, measures, facts.today)
    lacking = [part for measure in measures for part in facts.lacking[measure.id]]
    severities = [
        each.rule.severity
        for each in checkup.findings
        if not unit or (isinstance(each.record, Measure) and each.record.id in ids)
    ]
    return line._replace(
        measures=counts.measures,
        planned=counts.planned,
        done=counts.done,
        late=counts.late,
        dropped=counts.dropped,
        no_result=lacking.count(Missing.RESULT),
        no_outcome=lacking.count(Missing.OUTCOME),
        no_evidence=lacking.count(Missing.EVIDENCE),
        must=severities.count(Severity.MUST),
        should=severities.count(Severity.SHOULD),
        ready=len(ids.intersection(measure.id for measure in checkup.ready)),
    )


def total(lines: Iterable[RegisterLine], pattern: RegisterLine | None = None) -> RegisterLine:
    """Return the sum of lines, with the names of a pattern; by default without names."""
    pattern = pattern or RegisterLine("", "", 0)
    rows = [tuple(getattr(line, name) for name in COUNTS) for line in lines]
    sums: dict[str, Any] = dict(zip(COUNTS, map(sum, zip(*rows, strict=True)), strict=True)) if rows else {}
    return pattern._replace(**sums)


def grouped(lines: Sequence[RegisterLine], by: str) -> list[RegisterLine]:
    """Return the sums of lines by folder, agency, year or unit, in the order of the first ones; by file, the lines."""
    if by == "file":
        return list(lines)
    groups: dict[RegisterLine, list[RegisterLine]] = {}
    for line in lines:
        groups.setdefault(_NAMES[by](line), []).append(line)
    return [total(group, names) for names, group in groups.items()]


_NAMES = {
    "folder": lambda line: RegisterLine(str(Path(line.file).parent), "", 0),
    "agency": lambda line: RegisterLine("", line.agency, 0),
    "year": lambda line: RegisterLine("", "", line.year),
    "unit": lambda line: RegisterLine("", "", 0, line.unit),
}
"""The names that the lines of a group share."""

GROUPINGS = ("file", *_NAMES)
