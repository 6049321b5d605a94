"""One word for one thing: messages and pages for users have the terms of `glossary.toml`, and no other words."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.sources import ROOT
from tools.locale.catalogue import messages, stored, thai_of

TERMS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("glossary.toml").read_text("utf-8"))["term"]
MESSAGES = {english: thai_of(message) for english, message in messages(stored()).items()}
PAGES = (
    "README.md",
    "README.th.md",
    *(f"docs/{name}.md" for name in ("guide", "guide.th", "keys", "meeting", "command-line", "terminals", "documents")),
    *(f"docs/{name}.md" for name in ("forms", "forms.th", "year", "year.th")),
)
"""Pages that users read; the others speak of files and code."""
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`|\]\([^)]*\)|itatui \w+", re.MULTILINE | re.DOTALL)
"""What a page quotes: blocks and words of code, the targets of links, names of commands."""
every_term = pytest.mark.parametrize("term", TERMS, ids=[term["name"] for term in TERMS])


def _word(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)


def _texts() -> dict[str, str]:
    """Return all texts for users, by the name of their place."""
    texts = {f"message {english!r}": f"{english}\n{thai}" for english, thai in MESSAGES.items()}
    return texts | {page: _CODE.sub(" ", (ROOT / page).read_text("utf-8")) for page in PAGES}


TEXTS = _texts()


def misused(term: Mapping[str, Any], texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the places that have another word for a term, with that word."""
    english = [(word, _word(word)) for word in term.get("not_en", ())]
    found = [(place, word) for place, text in texts.items() for word, pattern in english if pattern.search(text)]
    return found + [(place, word) for place, text in texts.items() for word in term.get("not_th", ()) if word in text]


@pytest.mark.parametrize("language", ["en", "th"])
def test_no_word_stands_for_two_terms(language: str) -> None:
    counted = Counter(term[language].casefold() for term in TERMS if language in term)
    assert [word for word, count in counted.items() if count > 1] == []


@every_term
def test_term_is_used_in_both_languages(term: dict[str, Any]) -> None:
    if "en" in term:
        assert any(_word(term["en"]).search(english) for english in MESSAGES)
        assert any(term["th"] in thai for thai in MESSAGES.values())


@every_term
def test_other_words_are_not_used(term: dict[str, Any]) -> None:
    assert misused(term, TEXTS) == []


@every_term
def test_a_planted_word_is_found(term: dict[str, Any]) -> None:
    for word in (*term.get("not_en", ()), *term.get("not_th", ())):
        assert ("page", word) in misused(term, {"page": f"Here {word.capitalize()}, there."})


def test_no_other_word_is_a_term() -> None:
    terms = {term[language].casefold() for term in TERMS for language in ("en", "th") if language in term}
    others = {word.casefold() for term in TERMS for word in (*term.get("not_en", ()), *term.get("not_th", ()))}
    assert terms & others == set()
