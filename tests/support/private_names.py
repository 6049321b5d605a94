"""Find the private names of Textual, Rich and argparse in our code."""

import ast
import importlib
import inspect
import re
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support.sources import PACKAGE_FILES, ROOT, Function, called_name, module_name, nodes, tree

LIBRARIES = ("textual", "rich", "argparse")
NAMED_TUPLE = {"_replace", "_asdict", "_fields", "_make"}
"""Public methods of every `NamedTuple`."""


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_" and name not in NAMED_TUPLE


def last(name: str) -> str:
    return name.rpartition(".")[2]


@cache
def private_names_of(cls: type) -> frozenset[str]:
    """Return the private names that a class inherits from the libraries, instance attributes included."""
    return frozenset[str]().union(*map(private_names_in, cls.__mro__))


@cache
def private_names_in(base: type) -> frozenset[str]:
    """Return the private names that a class of the libraries defines itself; of our own classes none."""
    if base.__module__.split(".")[0] not in LIBRARIES:
        return frozenset()
    names = {name for name in vars(base) if is_private(name)}
    source = ast.parse(textwrap.dedent(inspect.getsource(base)))
    return frozenset(names) | {
        node.attr
        for node in ast.walk(source)
        if isinstance(node, ast.Attribute) and is_private(node.attr) and is_self(node.value)
    }


@cache
def library_words() -> frozenset[str]:
    """Return every private name in the source of the imported modules of the libraries."""
    words: set[str] = set()
    for name, module in list(sys.modules.items()):
        path = getattr(module, "__file__", None) or ""
        if name.split(".")[0] in LIBRARIES and path.endswith(".py"):
            words.update(re.findall(r"\b_[a-z]\w*", Path(path).read_text("utf-8")))
    return frozenset(words)


@cache
def own_words() -> frozenset[str]:
    """Return every attribute and method that our own code defines."""
    words: set[str] = set()
    for node in (node for path in PACKAGE_FILES for node in nodes(path)):
        match node:
            case ast.Attribute(attr=name, ctx=ast.Store()) | ast.AnnAssign(target=ast.Name(id=name)):
                words.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                words.add(name)
    return frozenset(words)


@cache
def words_of_libraries_alone() -> frozenset[str]:
    """Return the private names of the libraries that our own code does not define too."""
    return library_words() - own_words()


def is_self(node: ast.expr) -> bool:
    match node:
        case ast.Name(id="self" | "cls") | ast.Call(func=ast.Name(id="super")):
            return True
    return False


def imported(path: Path) -> Iterator[str]:
    """Yield private names and modules that a module imports from the libraries."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in LIBRARIES:
            for alias in node.names:
                if any(map(is_private, (*node.module.split("."), alias.name))):
                    yield alias.name


def inherited(path: Path) -> Iterator[str]:
    """Yield private names that a module's classes use or override of their bases in the libraries."""
    module = importlib.import_module(module_name(path))
    for cls in tree(path).body:
        if isinstance(cls, ast.ClassDef):
            theirs = private_names_of(getattr(module, cls.name))
            for node in ast.walk(cls):
                if isinstance(node, Function) and node.name in theirs:
                    yield node.name
                if isinstance(node, ast.Attribute) and is_self(node.value) and node.attr in theirs:
                    yield node.attr


def reached(path: Path) -> Iterator[str]:
    """Yield private names of the libraries that a module uses of other objects than `self`."""
    for node in nodes(path):
        match node:
            case ast.Attribute(value=ast.Name(id="os" | "self" | "cls") | ast.Call(func=ast.Name(id="super"))):
                pass
            case ast.Attribute(attr=name) if is_private(name) and name in words_of_libraries_alone():
                yield name


def replaced(path: Path) -> Iterator[str]:
    """Yield names of the libraries that a module assigns, or hands to `line_breaker.replace`."""
    modules = {
        alias.asname or alias.name
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in LIBRARIES
        for alias in node.names
    }
    for node in nodes(path):
        match node:
            case ast.Call(args=[_, ast.Constant(value=str(name)), _]) if called_name(node) == "replace":
                yield name
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id=owner), attr=name)]) if owner in modules:
                yield name
            case ast.Call(args=[ast.Constant(value=str(name)), *_]) if called_name(node) == "ModuleType":
                yield last(name)


def private_uses() -> set[tuple[str, str]]:
    """Return each module below `itatui` with each private or replaced name of the libraries that it uses."""
    scans = (imported, inherited, reached, replaced)
    return {
        (module_name(path).removeprefix("itatui."), name)
        for path in PACKAGE_FILES
        if path.relative_to(ROOT).parts[1] in ("tui", "cli", "report")
        for scan in scans
        for name in scan(path)
    }
