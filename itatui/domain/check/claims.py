"""The rule on claims: a text that tells of better scores must tell the scores."""

import re
from collections.abc import Iterator
from functools import lru_cache

from itatui.domain.check.facts import Facts, Found, Test, extract
from itatui.domain.check.rules import Rule
from itatui.thai import arabic_digits

FIELDS = ("result", "outcome")
"""Fields that report, with those by quarter; an activity may well aim at better scores."""
_REACH = 60
"""Code points between a score and the word that it rose."""
_AIM_REACH = 14
"""Code points before a score in which a word makes it an aim."""
_DECIMAL = r"(?<![\d.])\d{1,3}\.\d+"
_SMALL = r"(?<![\d.,])\d{1,3}(?![\d.,]*\d)"
"""A whole number that is no year."""


def claim(facts: Facts, rule: Rule) -> Iterator[Found]:
    """Yield the fields with a claim that scores rose in a line without figures."""
    claims, aims, figures = _patterns(
        *(rule.terms.get(role, ()) for role in ("score", "rise", "aim", "effect", "unit", "before"))
    )
    scores = tuple(word.casefold() for word in rule.terms.get("score", ()))
    for passage in facts.passages:
        if passage.field.partition(".")[0] not in FIELDS or not _has_any(passage.text.casefold(), scores):
            continue
        for line in passage.text.splitlines():
            told = next((each for each in claims.finditer(line) if not _is_aim(line, each.start(), aims)), None)
            if told and not figures.search(arabic_digits(line)):
                yield Found(passage.record, passage.field, (("text", extract(line, *told.span())),))
                break


def _has_any(text: str, words: tuple[str, ...]) -> bool:
    """Return whether a text has one of these words: faster than a pattern, and most texts have none."""
    return any(word in text for word in words)


def _is_aim(line: str, start: int, aims: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    """Return whether a word before a score makes it an aim, and none after that an effect."""
    before = line[max(start - _AIM_REACH, 0) : start]
    aim, effect = aims
    return bool(aim.search(before)) and not effect.search(before)


@lru_cache(2)
def _patterns(
    score: tuple[str, ...],
    rise: tuple[str, ...],
    aim: tuple[str, ...],
    effect: tuple[str, ...],
    unit: tuple[str, ...],
    before: tuple[str, ...],
) -> tuple[re.Pattern[str], tuple[re.Pattern[str], re.Pattern[str]], re.Pattern[str]]:
    """Return the patterns of a claim, of the words that make it an aim or an effect, and of a figure."""
    claims = f"{_any(score)}[^\\n]{{0,{_REACH}}}?{_any(rise)}|{_any(rise)}[^\\n]{{0,10}}?{_any(score)}"
    figure = f"{_DECIMAL}|{_SMALL} ?(?:%|{_any(unit)})|{_any(before)} ?{_SMALL}"
    return _compiled(claims), (_compiled(_any(aim)), _compiled(_any(effect))), _compiled(figure)


def _any(words: tuple[str, ...]) -> str:
    """Return a pattern of any of these words; of none, one that matches nothing."""
    return f"(?:{'|'.join(map(re.escape, words))})" if words else "(?!)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


TESTS: dict[str, Test] = {"claim": claim}
