"""Compiled patterns are kept between starts, and only the time of a start depends on them."""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.kept.patterns import KeptPatterns

SOURCE = r"""
import re
WORDS = re.compile(r"(?P<first>[ก-ฮ]+)-(\d{2,})|x*?$", re.IGNORECASE)
BYTES = re.compile(rb"a(?=b)[^c]")
"""
"""A module with patterns."""
PATTERNS = (
    *(r"a+", r"[ก-๙]{2,3}", r"(?i:x|y)*", r"(?P<a>.)(?P=a)", r"(?<!a)b", r"(?=c)\w", r"\d+?", r"^\s*$"),
    *(r"(a)(b)?(?(2)c|d)", r"[^\]a-z]+", r"\bword\b"),
)


@pytest.fixture(autouse=True)
def compiler() -> Iterator[Any]:
    """Give the compiler of this process back."""
    module: Any = import_module("re._compiler")
    before = module.compile
    yield module
    module.compile = before


def imported(folder: Path, name: str, kept: KeptPatterns) -> Any:
    """Import a module with patterns, compiled or kept."""
    (folder / f"{name}.py").write_text(SOURCE, encoding="utf-8")
    re.purge()
    kept.install()
    sys.path.insert(0, str(folder))
    try:
        return import_module(name)
    finally:
        sys.path.remove(str(folder))
        sys.modules.pop(name, None)


def refuse(*_pattern: object) -> None:
    raise AssertionError("compiled again")


def test_the_second_start_compiles_nothing(tmp_path: Path, compiler: Any) -> None:
    first = KeptPatterns({})
    compiled = imported(tmp_path, "first_module", first)
    assert first.has_new()
    compiler.compile = refuse
    second = KeptPatterns(first.all())
    kept = imported(tmp_path, "second_module", second)
    assert not second.has_new()
    assert (kept.WORDS, kept.BYTES) == (compiled.WORDS, compiled.BYTES)
    assert kept.WORDS.match("กข-12")["first"] == "กข"


@given(st.sampled_from(PATTERNS), st.sampled_from(PATTERNS), st.sampled_from((0, re.I, re.M | re.S, re.A | re.X)))
def test_a_kept_pattern_is_the_compiled_one(one: str, other: str, flags: int) -> None:
    pattern = one if "(" in one and "(" in other else one + other
    kept = KeptPatterns({})
    made = import_module("_sre").compile(pattern, *kept._code(pattern, int(flags)))
    assert made == re.compile(pattern, flags)
    assert (made.groups, made.groupindex) == (re.compile(pattern, flags).groups, re.compile(pattern, flags).groupindex)


def test_texts_that_users_search_for_are_not_kept(tmp_path: Path) -> None:
    kept = KeptPatterns({})
    imported(tmp_path, "module_of_patterns", kept)
    re.compile("a secret of the user")
    assert any("first" in str(pattern) for pattern, _flags in kept.all())
    assert not any("secret" in str(pattern) for pattern, _flags in kept.all())
