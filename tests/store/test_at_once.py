"""Processes that write at once: none of what was acknowledged is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.store.desk import beside, measure

TIMES = 25


@pytest.mark.parametrize(
    ("here", "there"), [(("IIT-2", "result"), ("IIT-2", "outcome")), (("IIT-1", "result"), ("OIT-3", "result"))]
)
def test_two_that_write_in_different_fields(path: Path, here: tuple[str, str], there: tuple[str, str]) -> None:
    words = [sys.executable, "-m", "tests.store.writer", str(path)]
    writers = [
        subprocess.Popen([*words, *where, str(TIMES)], stdout=subprocess.PIPE, text=True) for where in (here, there)
    ]
    for writer in writers:
        with writer:
            assert writer.communicate(timeout=60)[0].split() == [str(number) for number in range(1, TIMES + 1)]
        assert writer.returncode == 0
    file = RegisterFile(path)
    for ref, field in (here, there):
        thing = measure(file.load(), ref)
        assert getattr(thing, field) == str(TIMES)
        edits = [made for change in file.history() for made in change.edits]
        own = [made.after for made in edits if (made.id, made.field) == (thing.id, field)]
        assert own == [str(number) for number in range(1, TIMES + 1)]
    assert [change.number for change in file.history()] == list(range(1, 2 * TIMES + 1))
    assert beside(path) == []
