"""Rules on letters and words: damaged Thai, and texts that must not stand in a register."""

from collections.abc import Iterator
from functools import lru_cache

from itatui.domain.check.facts import Extract, Facts, Found, Test
from itatui.domain.check.rules import Rule
from itatui.thai import repair_text


@lru_cache(4096)
def repaired(text: str) -> tuple[str, int]:
    """Return a text with its damage repaired, and the number of damaged letters; several rules ask for it."""
    return repair_text(text)


@lru_cache(64)
def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words by `casefold`, as they are looked for in any case."""
    return tuple(word.casefold() for word in words)


def damaged(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield fields with letters that are damaged beyond doubt."""
    for passage in () if facts.is_sound else facts.passages:
        if count := repaired(passage.text)[1]:
            yield Found(passage.record, passage.field, (("count", str(count)),))


def unwanted_words(facts: Facts, rule: Rule) -> Iterator[Found]:
    """Yield fields with a text of the rule, in any case, with the first of them."""
    words = folded(rule.words)
    for passage in facts.passages_with(words):
        text = passage.text.casefold()
        word = next(word for word in words if word in text)
        at = text.index(word)
        yield Found(passage.record, passage.field, (("text", Extract(passage.text, at, at + len(word))),))


TESTS: dict[str, Test] = {"damaged": damaged}
