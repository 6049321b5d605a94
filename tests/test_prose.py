"""The prose of the package: plain English in docstrings and comments, measured by a few telltale words."""

import ast
import re
import tokenize
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.sources import PACKAGE_FILES, relative_name, tree

WORD = re.compile("[a-z]+(?:'[a-z]+)?")
CODE = re.compile("`[^`]*`")
DOCSTRING_LIMITS = {"what": 3.0, "one": 4.0, "who": 1.0, "anew": 0.2}
"""Occurrences per 1,000 words; 0 to 0.8 "what" and 0.7 to 2.6 "one" in httpx, structlog, click and sqlite-utils."""
COMMENT_LIMITS = {"what": 3.0}
WORST_SHOWN = 15


def docstrings(path: Path) -> Iterator[str]:
    """Yield the docstrings of a module, its classes, functions, constants and attributes."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield text


def comments(path: Path) -> Iterator[str]:
    """Yield the comments of a module, without instructions to linters."""
    with tokenize.open(path) as file:
        for token in tokenize.generate_tokens(file.readline):
            if token.type == tokenize.COMMENT and not token.string.startswith(("# noqa", "# type:")):
                yield token.string


def word_counts(texts: Iterator[str]) -> Counter[str]:
    """Count the words of these texts, without code in backticks."""
    return Counter(word for text in texts for word in WORD.findall(CODE.sub(" ", text).lower()))


def excess(texts_of: Callable[[Path], Iterator[str]], limits: dict[str, float]) -> str:
    """Return a line for each word above its limit per 1,000 words, with the files that use it most."""
    by_file = {relative_name(path): word_counts(texts_of(path)) for path in PACKAGE_FILES}
    total = sum(counts.total() for counts in by_file.values())
    lines = []
    for word, limit in limits.items():
        uses = Counter({name: counts[word] for name, counts in by_file.items() if counts[word]})
        rate = 1000 * uses.total() / total
        if rate > limit:
            worst = ", ".join(f"{name} {count}" for name, count in uses.most_common(WORST_SHOWN))
            lines.append(f'"{word}": {rate:.1f} in 1,000 words, at most {limit}; {worst}')
    return "\n".join(lines)


def test_docstrings_are_plain() -> None:
    assert not (lines := excess(docstrings, DOCSTRING_LIMITS)), lines


def test_comments_are_plain() -> None:
    assert not (lines := excess(comments, COMMENT_LIMITS)), lines


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("What one does is what it is.", {"what": 2, "one": 1}),
        ("Return `who` made the change, and someone's name.", {}),
        ("Redraw it anew: who asked?", {"anew": 1, "who": 1}),
    ],
)
def test_words_are_counted_outside_of_code(text: str, counts: dict[str, int]) -> None:
    found = word_counts(iter([text]))
    assert {word: found[word] for word in DOCSTRING_LIMITS if found[word]} == counts
