"""Compiled patterns are kept between starts, and only the time of a start depends on them."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.kept_patterns import NAME, KeptPatterns, location

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
    path = tmp_path / "cache" / NAME
    first = KeptPatterns(str(path))
    compiled = imported(tmp_path, "first_module", first)
    first.save()
    compiler.compile = refuse
    kept = imported(tmp_path, "second_module", KeptPatterns(str(path)))
    assert (kept.WORDS, kept.BYTES) == (compiled.WORDS, compiled.BYTES)
    assert kept.WORDS.match("กข-12")["first"] == "กข"


@given(st.sampled_from(PATTERNS), st.sampled_from(PATTERNS), st.sampled_from((0, re.I, re.M | re.S, re.A | re.X)))
def test_a_kept_pattern_is_the_compiled_one(one: str, other: str, flags: int) -> None:
    pattern = one if "(" in one and "(" in other else one + other
    kept = KeptPatterns("")
    made = import_module("_sre").compile(pattern, *kept._code(pattern, int(flags)))
    assert made == re.compile(pattern, flags)
    assert (made.groups, made.groupindex) == (re.compile(pattern, flags).groups, re.compile(pattern, flags).groupindex)


def test_texts_that_users_search_for_are_not_kept(tmp_path: Path) -> None:
    path = tmp_path / NAME
    kept = KeptPatterns(str(path))
    imported(tmp_path, "module_of_patterns", kept)
    re.compile("a secret of the user")
    kept.save()
    assert b"first" in path.read_bytes()
    assert b"secret" not in path.read_bytes()


@pytest.mark.parametrize("damage", ["cut", "letter", "python", "empty", "rights"])
def test_a_file_that_is_damaged_or_of_another_python_or_open_to_others_is_ignored(tmp_path: Path, damage: str) -> None:
    path = tmp_path / NAME
    kept = KeptPatterns(str(path))
    imported(tmp_path, f"module_{damage}", kept)
    kept.save()
    data = path.read_bytes()
    changed = {
        "cut": data[:-9],
        "letter": data[:-1] + bytes([data[-1] ^ 1]),
        "python": data.replace(sys.version.encode(), b"2" + sys.version.encode()[1:]),
        "empty": b"",
        "rights": data,
    }
    path.write_bytes(changed[damage])
    path.chmod(0o666 if damage == "rights" else 0o600)
    again = KeptPatterns(str(path))
    assert imported(tmp_path, f"again_{damage}", again).WORDS.match("กข-12")
    again.save()
    assert path.read_bytes() == data
    assert path.stat().st_mode & 0o777 == 0o600


def test_without_a_folder_that_can_be_written_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    kept = KeptPatterns(str(tmp_path / "file" / NAME))
    assert imported(tmp_path, "module_nowhere", kept).WORDS.match("กข-12")
    kept.save()
    KeptPatterns("").save()
    assert sorted(each.name for each in tmp_path.iterdir() if each.suffix != ".py" and each.is_file()) == ["file"]


def test_place_is_the_cache_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/of")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert location() == "/home/of/.cache/itatui/patterns"
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    assert location() == "/cache/itatui/patterns"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("HOME")
    assert location() == ""


def test_commands_do_not_write_it(tmp_path: Path) -> None:
    own = {"PYTHONPATH": os.pathsep.join(sys.path), "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "itatui", "--version"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **own})
    assert not (tmp_path / "cache").exists()
