"""The way through the findings of the publish check."""

from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.check.facts import Finding
from itatui.domain.check.rules import Rule, Severity
from itatui.tui.screens.main.finding_walk import FindingWalk
from tests import reference

MEASURES = reference.register().measures
RULE = Rule("no-result", Severity.MUST, "ก", "a")


def finding(number: int) -> Finding:
    return Finding(RULE, MEASURES[number], "result", ())


@given(st.integers(1, len(MEASURES)), st.sets(st.integers(0, len(MEASURES) - 1)))
def test_each_finding_that_is_not_mended_is_reached_once_and_in_order(count: int, mended: set[int]) -> None:
    findings = [finding(number) for number in range(count)]
    left = [each for number, each in enumerate(findings) if number not in mended]
    reached, here = [], findings[0]
    while (found := FindingWalk(here, findings).next(left)) is not None:
        reached.append(found)
        here = found
    assert reached == [each for each in left if each is not findings[0]]


def test_findings_of_the_same_rule_in_the_same_field_are_one_stop() -> None:
    twice = [finding(0), finding(0), finding(1)]
    assert FindingWalk(twice[0], twice).next(twice) == twice[2]
