"""Apply the rules to a register."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from itatui.domain.check import claims, coverage, decisions, evidence, forms, parts, plan, repetitions, texts, years
from itatui.domain.check.facts import Checked, Facts, Finding, Test
from itatui.domain.check.rules import Rule, Severity
from itatui.domain.fields import QUIET, id_of, kind_of
from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register

TESTS: dict[str, Test] = {
    **parts.TESTS,
    **plan.TESTS,
    **claims.TESTS,
    **years.TESTS,
    **repetitions.TESTS,
    **evidence.TESTS,
    **texts.TESTS,
    **decisions.TESTS,
    **forms.TESTS,
    **coverage.TESTS,
}
"""The tests by the name of their rule. Every other rule looks for its words."""


class Checkup(NamedTuple):
    """Answer of the check."""

    findings: tuple[Finding, ...]
    """Places to be mended, the worst first, then in the order of the register."""
    quieted: tuple[Finding, ...]
    """Places where a rule was quieted, each with the reason."""
    measures: tuple[Measure, ...]
    """The measures that were looked at."""
    ready: tuple[Measure, ...]
    """Those without a finding."""


def check(facts: Facts, rules: Sequence[Rule], chosen: Iterable[Checked] | None = None) -> Checkup:
    """Return what the rules find in the chosen records, by default in all."""
    register = facts.register
    records = list(_all(register) if chosen is None else chosen)
    places = {_address(record): at for at, record in enumerate(records)}
    findings = []
    for severity in Severity:
        of_rules = (each for rule in rules if rule.on and rule.severity is severity for each in _findings(facts, rule))
        placed = [(places.get(_address(each.record), -1), each) for each in of_rules]
        findings += [each for at, each in sorted(placed, key=itemgetter(0)) if at >= 0]
    open_ = tuple(each for each in findings if not each.reason)
    measures = tuple(record for record in records if isinstance(record, Measure))
    wanting = {each.record.id for each in open_ if isinstance(each.record, Measure)}
    ready = tuple(measure for measure in measures if measure.id not in wanting)
    return Checkup(open_, tuple(each for each in findings if each.reason), measures, ready)


def _all(register: Register) -> Iterator[Checked]:
    yield register
    for track in register.tracks:
        yield track
        yield from register.measures_of(track.code)


def _findings(facts: Facts, rule: Rule) -> Iterator[Finding]:
    test = TESTS.get(rule.name, texts.unwanted_words)
    quiet = f"{QUIET.name}.{rule.name}"
    whole = facts.register.more.get(quiet)
    for record, field, details in test(facts, rule):
        yield Finding(rule, record, field, details, record.more.get(quiet) or whole)


def _address(record: Checked) -> tuple[str, str]:
    return ("measure", record.id) if isinstance(record, Measure) else (kind_of(record), id_of(record))
