"""The commands in README.md and CONTRIBUTING.md: the first two run in CI, and every other parses."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from itatui.cli.parser import parse
from itatui.locale import language, speak
from tests.support.sources import ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCRIPT = ROOT / ".ci" / "run"


def blocks(page: Path) -> list[str]:
    return BLOCK.findall(page.read_text(encoding="utf-8"))


def test_first_block_opens_the_register_and_second_runs_the_tests() -> None:
    opens, tests = blocks(PAGES[0])[:2]
    assert [opens.count("\n"), tests.count("\n")] == [1, 1]
    assert opens.endswith(".venv/bin/itatui\n")
    assert tests.endswith(".venv/bin/pytest\n")
    start = opens.partition(" && .venv/")[0]
    assert "-m venv .venv" in start
    assert tests.startswith(start)


@pytest.mark.parametrize("number", [1, 2])
def test_ci_reads_the_blocks_from_the_readme(number: int) -> None:
    found = re.search(r"^block\(\) \{.*?^\}$", SCRIPT.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    result = subprocess.run(["bash", "-c", f"{found[0]}\nblock {number}"], cwd=ROOT, capture_output=True, check=True)
    assert result.stdout.decode() == blocks(PAGES[0])[number - 1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_is_valid_shell(page: Path) -> None:
    for block in blocks(page):
        result = subprocess.run(["sh", "-n"], input=block.encode(), capture_output=True, check=False)
        assert (result.returncode, result.stderr) == (0, b""), block


def itatui_calls(page: Path) -> Iterator[list[str]]:
    """Yield the arguments of each call of `itatui` in the page's blocks, up to a pipe or another command."""
    for line in "".join(blocks(page)).splitlines():
        words = list(shlex.shlex(line, posix=True, punctuation_chars=True))
        for at, word in enumerate(words):
            before = words[at - 1] if at else ";"
            if word.rpartition("/")[2] == "itatui" and set(before) <= set(";&|"):
                rest = words[at + 1 :]
                end = next((i for i, each in enumerate(rest) if set(each) <= set(";&|<>()")), len(rest))
                yield rest[:end]


@pytest.fixture
def empty_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Set an empty configuration, and restore the language."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    previous = language()
    yield
    speak(previous)


@pytest.mark.usefixtures("empty_configuration")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_parses(page: Path) -> None:
    for words in itatui_calls(page):
        if not {"--help", "--version"} & {*words}:
            parse(words)
