"""Everything that people read goes through the catalogue, and each message is given what it names."""

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
"""What shows its first words to people."""
TITLES = {"border_title", "border_subtitle", "placeholder"}


def plain(node: ast.expr | None) -> bool:
    """Whether it is a text as it stands in the code, with a word in it."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and any(map(str.isalpha, node.value))


def unsaid(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Call) and called_name(node) in SHOWN and plain(node.args[0] if node.args else None):
            yield location(path, node)
        if isinstance(node, ast.keyword) and node.arg in TITLES and plain(node.value):
            yield location(path, node.value)
        if isinstance(node, ast.Assign) and plain(node.value):
            named = {target.attr for target in node.targets if isinstance(target, ast.Attribute)}
            if named & TITLES:
                yield location(path, node)


def test_nothing_is_shown_but_through_the_catalogue() -> None:
    assert [where for path in PACKAGE_FILES for where in unsaid(path)] == []


def filled(node: ast.AST) -> tuple[set[str], set[str]] | None:
    """What a message names, and what it is given: of `_("…").format(…)` where both can be seen."""
    match node:
        case ast.Call(
            func=ast.Attribute(
                value=ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(message))]), attr="format"
            ),
            args=[],
            keywords=given,
        ) if name in KEYWORDS and all(keyword.arg for keyword in given):
            named = {field for _text, field, _form, _conversion in Formatter().parse(message) if field}
            return named, {keyword.arg for keyword in given if keyword.arg}
    return None


def test_each_message_is_given_what_it_names() -> None:
    found = [(location(path, node), filled(node)) for path in PACKAGE_FILES for node in nodes(path)]
    told = [(where, *both) for where, both in found if both is not None]
    assert len(told) > 50
    assert [where for where, named, given in told if named != given] == []


@pytest.mark.parametrize(
    ("code", "both"),
    [
        ("_('a {b}').format(b=1)", ({"b"}, {"b"})),
        ("_('a {b}').format(c=1)", ({"b"}, {"c"})),
        ("_('a {b}').format(**c)", None),
        ("'a {b}'.format(b=1)", None),
    ],
)
def test_the_check_sees(code: str, both: tuple[set[str], set[str]] | None) -> None:
    assert filled(ast.parse(code, mode="eval").body) == both
