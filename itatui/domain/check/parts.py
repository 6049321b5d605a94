"""Rules on the parts of a measure: missing activity, plan, units, result, outcome, evidence; ticks and results."""

from collections.abc import Iterator
from functools import lru_cache

from itatui.domain.check.facts import Facts, Found, Test
from itatui.domain.check.rules import Rule
from itatui.domain.measure import Measure
from itatui.domain.quarters import NONE, Quarters, phrase
from itatui.domain.rounds import year_result
from itatui.domain.status import Missing, late_quarters

_MIN_REASON = 5
"""Letters of the shortest reason that tells something."""


def no_activity(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield measures without an activity."""
    return (Found(measure, "activity") for measure in facts.register.measures if not measure.activity.strip())


def no_plan(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield measures without a planned quarter."""
    measures = facts.register.measures
    return (Found(measure, "planned") for measure in measures if not (measure.planned or measure.is_dropped))


def no_unit(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield measures for which no unit is responsible."""
    measures = facts.register.measures
    return (Found(measure, "responsible") for measure in measures if not any(map(str.strip, measure.responsible)))


def no_result(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield measures with a planned quarter that is over, none done, and no result."""
    for measure in facts.begun:
        if not measure.done and _lacks(facts, measure, Missing.RESULT):
            yield Found(measure, "result", _quarters(measure.planned & facts.ended))


def tick_without_result(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield measures with done quarters and no result: of the year, or of a quarter where others have theirs."""
    for measure in facts.register.measures:
        if measure.is_dropped or not measure.done:
            continue
        if _lacks(facts, measure, Missing.RESULT):
            yield Found(measure, "result", _quarters(measure.done))
        elif not measure.result.strip() and (told := _told_quarters(measure)):
            for quarter in sorted(measure.done - told):
                yield Found(measure, f"result.{quarter}", _quarters(frozenset({quarter})))


def result_without_tick(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield measures with a result of their own and no done quarter, or with a result of a quarter not done."""
    for measure in facts.register.measures:
        if measure.is_dropped:
            continue
        is_told = _told_quarters(measure) - measure.done if measure.done else year_result(measure).strip()
        if is_told:
            yield Found(measure, "done")


def no_outcome(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield measures that have begun and lack an outcome."""
    return _that_lack(facts, Missing.OUTCOME, "outcome")


def no_evidence(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield measures that have begun and lack evidence."""
    return _that_lack(facts, Missing.EVIDENCE, "evidence")


def dropped_without_reason(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield measures that cannot be done for a reason of less than a word."""
    for measure in facts.register.measures:
        if measure.is_dropped and sum(letter.isalpha() for letter in measure.dropped) < _MIN_REASON:
            yield Found(measure, "dropped", (("text", measure.dropped.strip()),))


def late_without_word(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield late measures about which neither a result of the late quarter nor a decision says anything."""
    decided = {decision.measure for decision in facts.register.decisions}
    for measure in facts.register.measures:
        late = late_quarters(measure, facts.ended)
        if late and measure.id not in decided and (untold := late - _told_quarters(measure)):
            yield Found(measure, "done", _quarters(untold))


def reported_in_a_circle(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield measures reported with a measure that is not there, of another track, themselves, or reported elsewhere."""
    register = facts.register
    for measure in register.measures:
        if measure.reported_with and register.reporter(measure) is measure:
            other = register.measure(measure.reported_with)
            name = register.ref(other) if other else measure.reported_with
            yield Found(measure, "reported_with", (("other", name),))


def _told_quarters(measure: Measure) -> Quarters:
    """Return the quarters (1-4) that have a result of their own."""
    if not measure.more.pairs:  # the usual case
        return NONE
    members = measure.more.members("result")
    return frozenset(int(quarter) for quarter, text in members.items() if quarter.isdigit() and text.strip())


def _lacks(facts: Facts, measure: Measure, part: Missing) -> bool:
    return part in facts.lacking[measure.id]


def _that_lack(facts: Facts, part: Missing, field: str) -> Iterator[Found]:
    for measure in facts.begun:
        if _lacks(facts, measure, part):
            yield Found(measure, field)


@lru_cache(16)
def _quarters(quarters: Quarters) -> tuple[tuple[str, str], ...]:
    return (("quarters", phrase(quarters)),)


TESTS: dict[str, Test] = {
    "no-activity": no_activity,
    "no-plan": no_plan,
    "no-unit": no_unit,
    "no-result": no_result,
    "tick-without-result": tick_without_result,
    "result-without-tick": result_without_tick,
    "no-outcome": no_outcome,
    "no-evidence": no_evidence,
    "dropped-without-reason": dropped_without_reason,
    "late-without-word": late_without_word,
    "reported-in-a-circle": reported_in_a_circle,
}
