"""Rules on indicators: low scores that no measure answers, and answers to indicators that do not exist."""

from collections.abc import Iterator

from itatui.domain.check.facts import Facts, Found, Test
from itatui.domain.check.rules import Rule
from itatui.domain.fields import INDICATORS
from itatui.domain.indicators import answered, coverage
from itatui.locale import language


def low_score_without_measure(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield the indicators whose score is below the line and that no measure answers."""
    if not facts.register.scores:
        return
    for row in coverage(facts.register, facts.indicators):
        if row.is_low and not row.measures:
            name = row.indicator.en if language() == "en" else row.indicator.th
            details = (("code", row.indicator.code), ("name", name), ("score", f"{row.score:g}"))
            yield Found(facts.register, "scores", details)


def unknown_indicator(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield measures that answer an indicator that does not exist."""
    codes = {each.code for each in facts.indicators.each}
    for measure in facts.register.measures:
        if codes and (unknown := [code for code in answered(measure) if code not in codes]):
            yield Found(measure, INDICATORS.name, (("code", ", ".join(unknown)),))


TESTS: dict[str, Test] = {
    "low-score-without-measure": low_score_without_measure,
    "unknown-indicator": unknown_indicator,
}
