"""Every border is in its column, by the terminal's own measure: report, screen and test card in six terminals."""

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
"""Columns and rows given to itatui."""
TERMINAL_SIZE = (130, 40)
"""Columns and rows of the terminal."""
COMMANDS = {"report": ["report", "--width", "120"], "screen": [], "card": ["doctor"]}
MIN_BORDERS = {"report": 300, "screen": 150, "card": 16}
"""Minimum number of borders of each picture."""


class Measurement(NamedTuple):
    """The borders in a terminal."""

    borders: dict[tuple[int, int], int]
    """Row and expected column of each border, with the actual column."""
    output: str
    """The output of itatui."""

    @property
    def misplaced(self) -> dict[tuple[int, int], int]:
        """The borders whose actual column differs."""
        return {place: column for place, column in self.borders.items() if place[1] != column}


class Office:
    """A register and an environment for runs in any terminal."""

    def __init__(self, folder: Path, sockets: str) -> None:
        self._folder = folder
        create(folder / "register.json", reference.register())
        self._environment = {
            "PAGER": "cat",
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "HOME": str(folder),
            "ITATUI_REGISTER": str(folder / "register.json"),
            "TMUX_TMPDIR": sockets,
            "TERM": "xterm-256color",
        }

    def measure(self, kind: Kind, picture: str, sara_am: str = "auto") -> Measurement:
        """Measure the borders of `report`, `screen` or `card`."""
        if missing := kind.missing():
            pytest.skip(f"there is no {missing}")
        config = self._folder / ".config" / "itatui" / "config.toml"
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text(f'sara_am = "{sara_am}"\n', "utf-8")
        note = self._folder / "seen.json"
        words = [
            sys.executable,
            "-m",
            "tests.terminals.inside",
            str(note),
            picture,
            *map(str, SIZE),
            *COMMANDS[picture],
        ]
        kind.run(words, TERMINAL_SIZE, self._environment)
        found = json.loads(note.read_text("utf-8"))
        return Measurement(
            {(row, column): terminal_column for row, column, terminal_column in found["borders"]}, found["output"]
        )


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with tempfile.TemporaryDirectory(prefix="itatui-") as sockets:  # a socket's path may not be long
        yield Office(tmp_path, sockets)


@pytest.mark.parametrize("picture", COMMANDS)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_border_is_in_its_column(office: Office, kind: Kind, picture: str) -> None:
    measurement = office.measure(kind, picture)
    assert len(measurement.borders) > MIN_BORDERS[picture]
    assert measurement.misplaced == {}
    assert ("\u0e4d\u0e32" in measurement.output) == kind.needs_split


@pytest.mark.parametrize("picture", sorted(COMMANDS.keys() - {"screen"}))
def test_borders_are_misplaced_without_the_split_spelling(office: Office, picture: str) -> None:
    (kind,) = (kind for kind in KINDS if kind.needs_split)
    assert office.measure(kind, picture, "whole").misplaced
