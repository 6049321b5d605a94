"""House rules that a program can check: lengths, names, docstrings, encodings, and the README."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sources import (
    ALL_FILES,
    PACKAGE_FILES,
    Function,
    called_name,
    location,
    module_name,
    nodes,
    relative_name,
    tree,
)

MAX_FILE = 400
"""Lines of a file."""
MAX_FUNCTION = 40
"""Lines of a function."""
FORBIDDEN_NAMES = ("utils", "helper", "manager")
NOUNS = {"meeting", "spelling", "styling", "wording"}
"""Nouns in -ing that name things of the field or the interface: an event, an orthography, colours, texts."""


def test_files_are_short() -> None:
    lengths = {relative_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in ALL_FILES}
    assert {name: length for name, length in lengths.items() if length > MAX_FILE} == {}


def test_functions_are_short() -> None:
    assert [
        location(path, node, node.name)
        for path in ALL_FILES
        for node in nodes(path)
        if isinstance(node, Function) and (node.end_lineno or 0) - node.lineno + 1 > MAX_FUNCTION
    ] == []


def test_no_exception_is_caught_blindly() -> None:
    assert [
        location(path, node)
        for path in ALL_FILES
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler) and not caught_names(node).isdisjoint({"", "Exception", "BaseException"})
    ] == []


def caught_names(handler: ast.ExceptHandler) -> set[str]:
    """Return the names of the caught exceptions; "" for a bare `except`."""
    if handler.type is None:
        return {""}
    return {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}


def test_no_name_is_vague() -> None:
    files = [relative_name(path) for path in ALL_FILES if is_vague(relative_name(path))]
    classes = [
        location(path, node, node.name)
        for path in ALL_FILES
        for node in nodes(path)
        if isinstance(node, ast.ClassDef) and is_vague(node.name)
    ]
    assert files + classes == []


def is_vague(name: str) -> bool:
    return any(word in name.lower() for word in FORBIDDEN_NAMES)


def test_no_module_is_named_by_a_gerund_or_participle() -> None:
    names = {part for path in PACKAGE_FILES for part in module_name(path).split(".")}
    assert {name for name in names if name.endswith(("ing", "ed")) and name.rpartition("_")[2] not in NOUNS} == set()


def test_public_definitions_have_docstrings() -> None:
    assert [definition for path in PACKAGE_FILES for definition in undocumented(path)] == []


def undocumented(path: Path) -> Iterator[str]:
    """Yield the public definitions without a docstring, the module included."""
    module = tree(path)
    if not ast.get_docstring(module):
        yield f"{relative_name(path)}:1"
    for node in public(module):
        if not ast.get_docstring(node):
            yield location(path, node, node.name)


def public(owner: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | Function]:
    """Yield the public classes and functions of a module or class, and of its public classes."""
    for node in owner.body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


OPENERS = {"open": 1, "fdopen": 1, "read_text": 0, "write_text": 1}
"""Functions that open text files, with the number of positional arguments before the encoding."""


def test_text_files_are_opened_with_an_encoding() -> None:
    assert [location(path, node) for path in PACKAGE_FILES for node in nodes(path) if guesses_encoding(node)] == []


def guesses_encoding(node: ast.AST) -> bool:
    """Return whether a call opens a text file with the encoding of the locale."""
    if not isinstance(node, ast.Call) or called_name(node) not in OPENERS or opens_bytes(node.func):
        return False
    if any(keyword.arg == "encoding" for keyword in node.keywords):
        return False
    if called_name(node) in {"read_text", "write_text"}:
        return len(node.args) <= OPENERS[called_name(node)]
    modes = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "mode")]
    return not any(isinstance(mode, ast.Constant) and "b" in str(mode.value) for mode in modes)


def opens_bytes(function: ast.expr) -> bool:
    """Return whether a function is `os.open`, which returns a descriptor, or the `open` of a zip file's parts."""
    if not isinstance(function, ast.Attribute) or function.attr != "open":
        return False
    owner = function.value
    return (isinstance(owner, ast.Name) and owner.id == "os") or (
        isinstance(owner, ast.Attribute) and owner.attr == "archive"
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
        ("self.archive.open(part)", False),
        ("path.read_text()", True),
        ("path.read_text('utf-8')", False),
        ("path.write_text(text)", True),
        ("path.write_text(text, encoding='utf-8')", False),
    ],
)
def test_encoding_check_recognizes_calls(code: str, guesses: bool) -> None:
    assert any(map(guesses_encoding, ast.walk(ast.parse(code)))) is guesses
