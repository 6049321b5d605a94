"""The rule on decisions of meetings: those that are due and not done."""

from collections.abc import Iterator

from itatui.domain.check.facts import Facts, Found, Test
from itatui.domain.check.rules import Rule


def decision_past_its_day(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield the measures of decisions whose day is over."""
    today = facts.today.isoformat()
    for decision in facts.register.decisions:
        measure = facts.register.measure(decision.measure)
        if measure and decision.due and not decision.done and decision.due < today:
            yield Found(measure, "decision", (("day", decision.due), ("text", " ".join(decision.text.split()))))


TESTS: dict[str, Test] = {"decision-past-its-day": decision_past_its_day}
