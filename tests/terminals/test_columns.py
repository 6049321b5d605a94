"""Every border at one column, by the terminal's own word: the whole report and the open screen, in five terminals."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from itatui.store import create
from tests import reference
from tests.support.command_line import ROOT
from tests.terminals.kinds import KINDS, Kind

SIZE = (120, 36)
"""Columns and rows, as itatui has them."""
AROUND = (130, 40)
"""Those of the terminal."""
WORDS = {"report": ["report", "--width", "120"], "screen": [], "card": ["doctor"]}
LEAST = {"report": 300, "screen": 150, "card": 16}
"""More borders than so many."""


class Seen(NamedTuple):
    """What was seen in a terminal."""

    borders: dict[tuple[int, int], int]
    """By row and column as itatui counts, the column behind a border as the terminal has it."""
    wrote: str
    """All that itatui wrote."""

    @property
    def crooked(self) -> dict[tuple[int, int], int]:
        """The borders that stand elsewhere than they should."""
        return {place: column for place, column in self.borders.items() if place[1] != column}


class Table:
    """A table with a register on it, at which one sits in any terminal."""

    def __init__(self, folder: Path, sockets: str) -> None:
        self._folder = folder
        create(folder / "register.json", reference.register())
        self._environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "HOME": str(folder),
            "ITATUI_REGISTER": str(folder / "register.json"),
            "TMUX_TMPDIR": sockets,
            "TERM": "xterm-256color",
        }

    def look(self, kind: Kind, what: str, sara_am: str = "auto") -> Seen:
        """What is seen of `report` or `screen`."""
        if missing := kind.missing():
            pytest.skip(f"there is no {missing}")
        config = self._folder / ".config" / "itatui" / "config.toml"
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text(f'sara_am = "{sara_am}"\n', "utf-8")
        note = self._folder / "seen.json"
        words = [sys.executable, "-m", "tests.terminals.inside", str(note), what, *map(str, SIZE), *WORDS[what]]
        kind.run(words, AROUND, self._environment)
        found = json.loads(note.read_text("utf-8"))
        return Seen({(row, column): there for row, column, there in found["borders"]}, found["wrote"])


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    with tempfile.TemporaryDirectory(prefix="itatui-") as sockets:  # a socket's path may not be long
        yield Table(tmp_path, sockets)


@pytest.mark.parametrize("what", WORDS)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_border_stands_where_it_should(table: Table, kind: Kind, what: str) -> None:
    seen = table.look(kind, what)
    assert len(seen.borders) > LEAST[what]
    assert seen.crooked == {}
    assert ("\u0e4d\u0e32" in seen.wrote) == kind.splits


@pytest.mark.parametrize("what", WORDS)
def test_without_the_other_spelling_they_would_not(table: Table, what: str) -> None:
    (kind,) = (kind for kind in KINDS if kind.splits)
    assert table.look(kind, what, "whole").crooked
