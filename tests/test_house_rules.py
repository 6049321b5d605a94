"""The rules that the code is written by, as far as a program can see them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sources import ALL, OURS, Function, called, named, nodes, place, tree

MAX_FILE = 400
MAX_FUNCTION = 40
FORBIDDEN_NAMES = ("utils", "helper", "manager")


def test_no_file_is_long() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in ALL}
    assert {name: length for name, length in lengths.items() if length > MAX_FILE} == {}


def test_no_function_is_long() -> None:
    assert [
        place(path, node, node.name)
        for path in ALL
        for node in nodes(path)
        if isinstance(node, Function) and (node.end_lineno or 0) - node.lineno + 1 > MAX_FUNCTION
    ] == []


def test_nothing_is_caught_blindly() -> None:
    assert [
        place(path, node)
        for path in ALL
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler) and not caught(node).isdisjoint({"", "Exception", "BaseException"})
    ] == []


def caught(handler: ast.ExceptHandler) -> set[str]:
    """The names of what it catches; the empty one when it says none."""
    if handler.type is None:
        return {""}
    return {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}


def test_every_name_says_what_it_is() -> None:
    files = [named(path) for path in ALL if forbidden(named(path))]
    classes = [
        place(path, node, node.name)
        for path in ALL
        for node in nodes(path)
        if isinstance(node, ast.ClassDef) and forbidden(node.name)
    ]
    assert files + classes == []


def forbidden(name: str) -> bool:
    return any(word in name.lower() for word in FORBIDDEN_NAMES)


def test_every_public_thing_has_a_docstring() -> None:
    assert [place_and_name for path in OURS for place_and_name in undocumented(path)] == []


def undocumented(path: Path) -> Iterator[str]:
    """What is public in a module and says nothing of itself, the module included."""
    module = tree(path)
    if not ast.get_docstring(module):
        yield f"{named(path)}:1"
    for node in public(module):
        if not ast.get_docstring(node):
            yield place(path, node, node.name)


def public(owner: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | Function]:
    """The public classes and functions of a module or class, and those of its classes."""
    for node in owner.body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


OPENERS = {"open": 1, "fdopen": 1, "read_text": 0, "write_text": 1}
"""What opens a file as text, and at most how many words it is given before the encoding."""


def test_every_text_file_is_opened_with_its_encoding() -> None:
    assert [place(path, node) for path in OURS for node in nodes(path) if guesses_encoding(node)] == []


def guesses_encoding(node: ast.AST) -> bool:
    """Whether it opens a file as text and leaves the encoding to the locale."""
    if not isinstance(node, ast.Call) or called(node) not in OPENERS or of_another_kind(node.func):
        return False
    if any(keyword.arg == "encoding" for keyword in node.keywords):
        return False
    if called(node) in {"read_text", "write_text"}:
        return len(node.args) <= OPENERS[called(node)]
    modes = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "mode")]
    return not any(isinstance(mode, ast.Constant) and "b" in str(mode.value) for mode in modes)


def of_another_kind(function: ast.expr) -> bool:
    """`os.open` gives a number, not a file."""
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "os"
        and function.attr == "open"
    )


@pytest.mark.parametrize(
    ("code", "guesses"),
    [
        ("open(path)", True),
        ("path.open('w')", True),
        ("open(path, mode='rb')", False),
        ("os.fdopen(number, 'w')", True),
        ("os.fdopen(number, 'wb')", False),
        ("os.open(path, flags)", False),
        ("path.read_text()", True),
        ("path.read_text('utf-8')", False),
        ("path.write_text(text)", True),
        ("path.write_text(text, encoding='utf-8')", False),
    ],
)
def test_the_check_of_encodings_sees(code: str, guesses: bool) -> None:
    assert any(map(guesses_encoding, ast.walk(ast.parse(code)))) is guesses
