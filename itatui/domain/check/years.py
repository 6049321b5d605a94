"""The rule on years: a text that tells another year than the register's, and not as a law, a range or a comparison."""

import re
from collections.abc import Iterator
from functools import lru_cache

from itatui.domain.check.facts import Extract, Facts, Found, Passage, Test
from itatui.domain.check.rules import Rule
from itatui.domain.fiscal_year import YEAR
from itatui.locale.dates import month_named
from itatui.thai import arabic_digits

_TOLD_REACH = 14
"""Code points between a word such as `ประจำปี` and the year."""
_LAW_REACH = 80
"""Code points between a law or a plan and its year."""
_COMPARED_REACH = 24
"""Code points between a word of comparison and the year."""
_RANGE = r"^\s*(?:[-–—/]|ถึง|to)\s*[2๒]?[5๕6๖]?[0-9๐-๙]{2}"
_RANGE_BEFORE = r"[0-9๐-๙]{2}\s*(?:[-–—/]|ถึง|to)\s*(?:พ\.ศ\.\s*|ปี\s*)?$"


def other_year(facts: Facts, rule: Rule) -> Iterator[Found]:
    """Yield the fields that tell another year, with the first such year."""
    patterns = tuple(_pattern(rule.terms.get(role, ())) for role in ("law", "compared", "own", "told"))
    told: Passage | None = None
    for passage, start, end in facts.places_of(YEAR):
        if passage is not told and _is_wrong(passage.text, start, end, facts.register.fiscal_year, patterns):
            told = passage
            yield _found(facts, passage, start, end)


def _found(facts: Facts, passage: Passage, start: int, end: int) -> Found:
    details = (
        ("year", arabic_digits(passage.text[start:end])),
        ("own", str(facts.register.fiscal_year)),
        ("text", Extract(passage.text, start, end)),
    )
    return Found(passage.record, passage.field, details)


def _is_wrong(text: str, start: int, end: int, own: int, patterns: tuple[re.Pattern[str], ...]) -> bool:
    law, compared, of_work, told = patterns
    before, after = text[max(start - _LAW_REACH, 0) : start], text[end : end + 12]
    month = _month_before(before)
    if int(text[start:end]) + (month >= 10) == own:  # the usual case
        return False
    is_of_work = bool(of_work.search(before[-_TOLD_REACH:]))
    if (law.search(before) and not is_of_work) or re.search(_RANGE, after) or re.search(_RANGE_BEFORE, before):
        return False
    if month:
        return True
    return not compared.search(before[-_COMPARED_REACH:]) and (is_of_work or bool(told.search(before[-_TOLD_REACH:])))


def _month_before(before: str) -> int:
    """Return the month (1-12) whose name ends a text, with or without พ.ศ.; 0 if none does."""
    words = before.replace("พ.ศ.", " ").replace("ปี", " ").split()
    last = words[-1].rpartition("เดือน")[2].lstrip("0123456789๐๑๒๓๔๕๖๗๘๙") if words else ""
    return month_named(last.replace(".", "")) if last else 0


@lru_cache(8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)) or "(?!)", re.IGNORECASE)


TESTS: dict[str, Test] = {"other-year": other_year}
