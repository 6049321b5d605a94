"""The commands, links and pictures in the documentation."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from itatui.cli.parser import parse
from tests.support.fixtures import language_restored as language_restored
from tests.support.sources import ROOT

README = ROOT / "README.md"
PAGES = [
    README,
    *(ROOT / name for name in ("README.th.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
PROGRAMS = {"itatui", "run"}
MAX_README_WORDS = 1_200
MAX_SCRIPT_LINES = 40
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)(#[^)]*)?\)")
PLACEHOLDER = "<this repository>"

COMMANDS = [page for page in PAGES if BLOCK.search(page.read_text(encoding="utf-8"))]
"""Pages with blocks of shell commands."""

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def shell_blocks(page: Path) -> list[str]:
    return [block.replace(PLACEHOLDER, "REPOSITORY") for block in BLOCK.findall(page.read_text(encoding="utf-8"))]


def test_readme_starts_with_the_scripts() -> None:
    first, second = shell_blocks(README)[:2]
    assert first.splitlines() == ["git clone REPOSITORY", "cd itatui", "scripts/run"]
    assert second.splitlines() == ["scripts/test"]


def test_readme_is_short() -> None:
    assert len(README.read_text(encoding="utf-8").split()) <= MAX_README_WORDS


@pages
def test_blocks_are_valid_shell(page: Path) -> None:
    for block in shell_blocks(page):
        checked = subprocess.run(["sh", "-n"], input=block.encode(), capture_output=True, check=False)
        assert (checked.returncode, checked.stderr) == (0, b""), block


@pages
def test_links_lead_to_files(page: Path) -> None:
    targets = [path for path, _anchor in LINK.findall(page.read_text(encoding="utf-8"))]
    assert [path for path in targets if not (page.parent / path).exists()] == []


def arguments_of(page: Path) -> Iterator[list[str]]:
    """Yield the arguments of each call of itatui in the shell blocks, up to a pipe, redirection or another command."""
    for line in "".join(shell_blocks(page)).splitlines():
        words = list(shlex.shlex(line, posix=True, punctuation_chars=True))
        for index, word in enumerate(words):
            previous = words[index - 1] if index else ";"
            if word.rpartition("/")[2] in PROGRAMS and set(previous) <= set(";&|"):
                rest = words[index + 1 :]
                end = next((i for i, other in enumerate(rest) if set(other) <= set(";&|<>()")), len(rest))
                yield rest[:end]


@pytest.mark.parametrize("page", COMMANDS, ids=lambda page: page.name)
def test_documented_commands_are_accepted(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    commands = list(arguments_of(page))
    assert commands
    for arguments in commands:
        if not {"--help", "--version"} & {*arguments}:
            parse(arguments)


@pytest.mark.parametrize("script", ["install", "run", "test"])
def test_scripts_are_short_executable_shell(script: str) -> None:
    path = ROOT / "scripts" / script
    assert path.stat().st_mode & 0o111 == 0o111
    text = path.read_text(encoding="utf-8")
    assert text.startswith("#!/bin/sh\n")
    assert len(text.splitlines()) < MAX_SCRIPT_LINES
    assert subprocess.run(["sh", "-n", str(path)], check=False).returncode == 0
