"""Rules on repetition: results that are last year's or another measure's, outcomes that are results, units."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeAlias

from itatui.domain.check.facts import Facts, Found, Test, holders
from itatui.domain.check.rules import Rule
from itatui.domain.check.texts import repaired
from itatui.domain.measure import Measure
from itatui.domain.rounds import year_result
from itatui.thai import fold, without_tones

_MIN_LETTERS = 12
"""Letters of the shortest text that counts as repeated: “ดำเนินการแล้ว” may be said of many measures."""
_Counts: TypeAlias = tuple[int, int]
_SIGNS = ".,;:()-–•"
"""Signs that make no difference between two texts."""


def repeats_last_year(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield results and outcomes that stand word for word in last year's register."""
    if facts.last is None:
        return
    year, mended = (("year", str(facts.last.fiscal_year)),), _mended(facts)
    results = {_letters(_repaired(year_result(measure))) for measure in facts.last.measures}
    outcomes = {_letters(_repaired(record.outcome)) for record in holders(facts.last)}
    for measure in facts.register.measures:
        if (key := _letters(mended(year_result(measure)))) and key in results:
            yield Found(measure, "result", year)
    for record in holders(facts.register):
        if (key := _letters(mended(record.outcome))) and key in outcomes:
            yield Found(record, "outcome", year)


def repeats_another(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield results that stand word for word in a measure before them."""
    alike: dict[_Counts, list[Measure]] = {}
    mended = _mended(facts)
    for measure in facts.register.measures:
        alike.setdefault(_counts(mended(year_result(measure))), []).append(measure)
    for measures in (each for each in alike.values() if len(each) > 1):
        first: dict[str, Measure] = {}
        for measure in measures:
            if key := _letters(mended(year_result(measure))):
                other = first.setdefault(key, measure)
                if other is not measure:
                    yield Found(measure, "result", (("other", facts.register.ref(other)),))


def outcome_repeats_result(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield outcomes of measures that are their result, and of tracks that are the result of one of their measures."""
    register, mended = facts.register, _mended(facts)
    for measure in register.measures:
        outcome = mended(measure.outcome)
        if outcome and _is_same(outcome, mended(year_result(register.reporter(measure)))):
            yield Found(measure, "outcome", (("other", register.ref(measure)),))
    for track in register.tracks:
        if outcome := mended(track.outcome):
            for measure in register.measures_of(track.code):
                if _is_same(outcome, mended(year_result(measure))):
                    yield Found(track, "outcome", (("other", register.ref(measure)),))


def unit_in_two_spellings(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield the first measure with each rarer spelling of a unit."""
    spellings: dict[str, dict[str, list[Measure]]] = {}
    for measure in facts.register.measures:
        for unit in dict.fromkeys(measure.responsible):
            spellings.setdefault(_unit_key(unit), {}).setdefault(unit, []).append(measure)
    for variants in spellings.values():
        usual = max(variants, key=lambda unit: len(variants[unit]))
        for unit, measures in variants.items():
            if unit != usual:
                yield Found(measures[0], "responsible", (("text", unit), ("other", usual)))


def _mended(facts: Facts) -> Callable[[str], str]:
    """Return the function that repairs texts of this register; it leaves them alone if none is damaged."""
    return str if facts.is_sound else _repaired


def _repaired(text: str) -> str:
    return repaired(text)[0]


def _counts(text: str) -> _Counts:
    """Return how often two letters stand in a text: counted ten times as fast as all of its letters are compared."""
    return text.count("า"), text.count("น")


def _is_same(one: str, other: str) -> bool:
    """Return whether two texts have the same letters, and not only a few."""
    if one.count("า") != other.count("า"):  # most differ
        return False
    return bool(key := _letters(one)) and key == _letters(other)


@lru_cache(4096)
def _letters(text: str) -> str:
    """Return the letters of a text; empty for a text of few letters."""
    letters = "".join(text.casefold().split())
    for sign in _SIGNS:  # ten times as fast as letter by letter
        letters = letters.replace(sign, "")
    return letters if len(letters) >= _MIN_LETTERS else ""


@lru_cache(1024)
def _unit_key(unit: str) -> str:
    return "".join(letter for letter in without_tones(fold(unit)) if letter.isalnum() or letter > "\u0e30").rstrip("ฯ")


TESTS: dict[str, Test] = {
    "repeats-last-year": repeats_last_year,
    "repeats-another": repeats_another,
    "outcome-repeats-result": outcome_repeats_result,
    "unit-in-two-spellings": unit_in_two_spellings,
}
