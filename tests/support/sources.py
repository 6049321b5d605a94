"""The code as text and as syntax trees, for the tests that read it."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = sorted((ROOT / "itatui").rglob("*.py"))
"""What ships."""
ALL = [*OURS, *sorted(path for room in ("tests", "tools") for path in (ROOT / room).rglob("*.py"))]

Function = ast.FunctionDef | ast.AsyncFunctionDef
Node = ast.stmt | ast.expr | ast.ExceptHandler
"""What has a place in a file."""


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> list[Node]:
    """All of a module that has a place in it."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, Node)]


def place(path: Path, node: Node, what: str = "") -> str:
    return f"{named(path)}:{node.lineno} {what}".rstrip()


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
