"""Displayed texts are translated, and messages get exactly their placeholders."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from tests.support.sources import PACKAGE_FILES, called_name, location, nodes
from tools.locale.catalogue import KEYWORDS

SHOWN = {
    "notify",
    "tell",
    "entitle",
    "print_note",
    "print_answer",
    "Static",
    "Button",
    "Content",
    "Ask",
    "SystemCommand",
}
"""Functions and classes that display their first argument."""
TITLES = {"border_title", "border_subtitle", "placeholder"}


def plain(node: ast.expr | None) -> bool:
    """Return True for a string literal with a letter in it."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and any(map(str.isalpha, node.value))


def untranslated(path: Path) -> Iterator[str]:
    """Yield the places of displayed string literals in a source file."""
    for node in nodes(path):
        if isinstance(node, ast.Call) and called_name(node) in SHOWN and plain(node.args[0] if node.args else None):
            yield location(path, node)
        if isinstance(node, ast.keyword) and node.arg in TITLES and plain(node.value):
            yield location(path, node.value)
        if isinstance(node, ast.Assign) and plain(node.value):
            names = {target.attr for target in node.targets if isinstance(target, ast.Attribute)}
            if names & TITLES:
                yield location(path, node)


def test_displayed_texts_are_translated() -> None:
    assert [where for path in PACKAGE_FILES for where in untranslated(path)] == []


def placeholders(node: ast.AST) -> tuple[set[str], set[str]] | None:
    """Return the placeholders and the arguments of `_("…").format(…)`; None for another node, or unknown arguments."""
    match node:
        case ast.Call(
            func=ast.Attribute(
                value=ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(message))]), attr="format"
            ),
            args=[],
            keywords=given,
        ) if name in KEYWORDS and all(keyword.arg for keyword in given):
            wanted = {field for _text, field, _form, _conversion in Formatter().parse(message) if field}
            return wanted, {keyword.arg for keyword in given if keyword.arg}
    return None


def test_messages_get_exactly_their_placeholders() -> None:
    pairs = [(location(path, node), placeholders(node)) for path in PACKAGE_FILES for node in nodes(path)]
    known = [(where, *both) for where, both in pairs if both is not None]
    assert len(known) > 50
    assert [where for where, wanted, given in known if wanted != given] == []


@pytest.mark.parametrize(
    ("code", "both"),
    [
        ("_('a {b}').format(b=1)", ({"b"}, {"b"})),
        ("_('a {b}').format(c=1)", ({"b"}, {"c"})),
        ("_('a {b}').format(**c)", None),
        ("'a {b}'.format(b=1)", None),
    ],
)
def test_placeholder_check(code: str, both: tuple[set[str], set[str]] | None) -> None:
    assert placeholders(ast.parse(code, mode="eval").body) == both
