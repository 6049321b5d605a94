"""Python files as text and syntax trees, for the tests that read the code."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE_FILES = sorted((ROOT / "itatui").rglob("*.py"))
"""The files that ship."""
ALL_FILES = [*PACKAGE_FILES, *sorted(path for folder in ("tests", "tools") for path in (ROOT / folder).rglob("*.py"))]

Function = ast.FunctionDef | ast.AsyncFunctionDef
Node = ast.stmt | ast.expr | ast.ExceptHandler
"""Syntax nodes with a line number."""


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def relative_name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> list[Node]:
    """Return all nodes of a module that have a line number."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, Node)]


def location(path: Path, node: Node, name: str = "") -> str:
    return f"{relative_name(path)}:{node.lineno} {name}".rstrip()


def called_name(node: ast.Call) -> str:
    """Return the last part of the name of the called function, or ""."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
