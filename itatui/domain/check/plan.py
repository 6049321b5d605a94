"""The rule on the published plan: every measure in it is told in the report, even one that could not be done."""

from collections.abc import Iterator

from itatui.domain.check.facts import Extract, Facts, Found, Test
from itatui.domain.check.rules import Rule
from itatui.domain.comparison import Fate, compare


def plan_measure_missing(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield the tracks of measures that the plan has and the register lacks."""
    plan, register = facts.plan, facts.register
    if plan is None:
        return
    for pair in compare(plan, register):
        if pair.fate is Fate.DROPPED and pair.old:
            text = Extract(pair.old.activity, 0, 0, _SHOWN)
            details = (("other", plan.ref(pair.old)), ("text", text))
            yield Found(register.track(pair.old.track) or register, MEASURE, details)


MEASURE = "measure"
"""Field of a finding that is about a whole measure."""
_SHOWN = 60
"""Code points of an activity that are told."""

TESTS: dict[str, Test] = {"plan-measure-missing": plan_measure_missing}
