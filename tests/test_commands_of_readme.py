"""What README.md and CONTRIBUTING.md tell people to type: the two commands that come first, and every other one."""

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


def test_the_first_opens_the_register_and_the_second_runs_the_tests() -> None:
    opens, tests = blocks(PAGES[0])[:2]
    assert [opens.count("\n"), tests.count("\n")] == [1, 1]
    assert opens.endswith(".venv/bin/itatui\n")
    assert tests.endswith(".venv/bin/pytest\n")
    start = opens.partition(" && .venv/")[0]
    assert "-m venv .venv" in start
    assert tests.startswith(start)


@pytest.mark.parametrize("number", [1, 2])
def test_the_checks_take_them_from_the_page(number: int) -> None:
    found = re.search(r"^block\(\) \{.*?^\}$", SCRIPT.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    ran = subprocess.run(["bash", "-c", f"{found[0]}\nblock {number}"], cwd=ROOT, capture_output=True, check=True)
    assert ran.stdout.decode() == blocks(PAGES[0])[number - 1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_is_shell(page: Path) -> None:
    for block in blocks(page):
        ran = subprocess.run(["sh", "-n"], input=block.encode(), capture_output=True, check=False)
        assert (ran.returncode, ran.stderr) == (0, b""), block


def told(page: Path) -> Iterator[list[str]]:
    """The words after `itatui` in each line of the page's blocks that calls it, up to a pipe or another command."""
    for line in "".join(blocks(page)).splitlines():
        words = list(shlex.shlex(line, posix=True, punctuation_chars=True))
        for at, word in enumerate(words):
            before = words[at - 1] if at else ";"
            if word.rpartition("/")[2] == "itatui" and set(before) <= set(";&|"):
                rest = words[at + 1 :]
                end = next((i for i, each in enumerate(rest) if set(each) <= set(";&|<>()")), len(rest))
                yield rest[:end]


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Someone without a configuration, whose language nobody keeps."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    before = language()
    yield
    speak(before)


@pytest.mark.usefixtures("nobody")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_told_is_one_that_there_is(page: Path) -> None:
    for words in told(page):
        if not {"--help", "--version"} & {*words}:
            parse(words)
