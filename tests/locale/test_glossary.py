"""One word for one thing: the messages use the terms of `glossary.toml`, and none of their synonyms."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tools.locale.catalogue import messages, stored

TERMS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("glossary.toml").read_text("utf-8"))["term"]
MESSAGES = {english: str(message.string) for english, message in messages(stored()).items()}
every_term = pytest.mark.parametrize("term", TERMS, ids=[term["name"] for term in TERMS])


def _words(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(text)}\b", re.IGNORECASE)


@pytest.mark.parametrize("language", ["en", "th"])
def test_no_word_stands_for_two_terms(language: str) -> None:
    counted = Counter(term[language].casefold() for term in TERMS if language in term)
    assert [word for word, count in counted.items() if count > 1] == []


@every_term
def test_term_is_used_in_both_languages(term: dict[str, Any]) -> None:
    if "en" in term:
        assert any(_words(term["en"]).search(english) for english in MESSAGES)
        assert any(term["th"] in thai for thai in MESSAGES.values())


@every_term
def test_synonyms_are_not_used(term: dict[str, Any]) -> None:
    english = [_words(word) for word in term.get("not_en", ())]
    assert [text for text in MESSAGES if any(word.search(text) for word in english)] == []
    thai = term.get("not_th", ())
    assert [text for text in MESSAGES.values() if any(word in text for word in thai)] == []
