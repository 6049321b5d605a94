"""The rule on claims: a text that tells of better scores must tell the scores."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from itatui.domain.check.facts import Extract, Facts, Found, Test
from itatui.domain.check.rules import Rule
from itatui.domain.check.texts import folded

FIELDS = ("result", "outcome")
"""Fields that report, with those by quarter; an activity may well aim at better scores."""
_REACH = 60
"""Code points between a score and the word that it rose."""
_BACK_REACH = 10
"""Code points between such a word and a score behind it: `improved scores`."""
_AIM_REACH = 14
"""Code points before a score in which a word makes it an aim."""
_DECIMAL = r"(?<![\d.])\d{1,3}\.\d+"
_SMALL = r"(?<![\d.,])\d{1,3}(?![\d.,]*\d)"
"""A whole number that is no year. Thai digits are digits to a pattern, too."""


def claim(facts: Facts, rule: Rule) -> Iterator[Found]:
    """Yield the fields with a claim that scores rose in a line without figures."""
    terms = {role: folded(words) for role, words in rule.terms.items()}
    score, rise, aim, effect = (terms.get(role, ()) for role in ("score", "rise", "aim", "effect"))
    figures = _figures(terms.get("unit", ()), terms.get("before", ()))
    for passage in facts.passages_with(score):
        if passage.field.partition(".")[0] not in FIELDS:
            continue
        for line in passage.text.splitlines():
            told = _claim_in(line.casefold(), score, rise, aim, effect)
            if told and not (re.search(r"\d", line) and figures.search(line)):
                yield Found(passage.record, passage.field, (("text", Extract(line, *told)),))
                break


def _claim_in(
    line: str, score: Sequence[str], rise: Sequence[str], aim: Sequence[str], effect: Sequence[str]
) -> tuple[int, int] | None:
    """Return the place of the first score that is told to have risen, and is no aim; None if there is none."""
    for start, end in _places(line, score):
        before = line[max(start - _AIM_REACH, 0) : start]
        is_aim = any(word in before for word in aim) and not any(word in before for word in effect)
        if is_aim:
            continue
        rises = [at + len(word) for word in rise if (at := line.find(word, end, end + _REACH + len(word))) >= 0]
        if rises:
            return start, min(rises)
        if any(word in line[max(start - _BACK_REACH - len(word), 0) : start] for word in rise):
            return start, end
    return None


def _places(line: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of words in a line, from left to right: start and end, in code points."""
    found = []
    for word in words:
        at = line.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = line.find(word, at + len(word))
    return sorted(found)


@lru_cache(2)
def _figures(unit: tuple[str, ...], before: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a figure of a score: a decimal, or a number beside one of these words."""
    return re.compile(f"{_DECIMAL}|{_SMALL} ?(?:%|{_any(unit)})|{_any(before)} ?{_SMALL}", re.IGNORECASE)


def _any(words: tuple[str, ...]) -> str:
    """Return a pattern of any of these words; of none, one that matches nothing."""
    return f"(?:{'|'.join(map(re.escape, words))})" if words else "(?!)"


TESTS: dict[str, Test] = {"claim": claim}
