"""kill -9 at any moment: the file is always whole, and every change that was acknowledged is in it."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests import reference
from tests.store.desk import beside, result, write
from tests.store.steps import STEPS

KILLS = 20


def killed_writer(path: Path, chance: random.Random) -> int:
    """The last number that a writer acknowledged before it was killed."""
    words = [sys.executable, "-m", "tests.store.writer", str(path), "IIT-2", "result", "100000"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _line in range(chance.randrange(1, 8))]
        for _turn in range(chance.randrange(50_000)):  # so that it is not always just after a save
            pass
        writer.kill()
        said += writer.stdout.readlines()
    return int([line for line in said if line.endswith("\n")][-1])


def test_killed_at_any_moment(path: Path) -> None:
    chance = random.Random(2567)
    entries = 0
    for _kill in range(KILLS):
        acknowledged = killed_writer(path, chance)
        file = RegisterFile(path)
        numbers = [change.edits[0].after for change in file.history()[entries:]]
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
        assert acknowledged <= len(numbers) <= acknowledged + 1  # the last may be saved and not yet said to be
        assert result(file) == numbers[-1]
        write(file, "")
        entries = len(file.history())
    assert beside(path) == []


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_each_step(path: Path, step: str) -> None:
    words = [sys.executable, "-m", "tests.store.dying", str(path), step]
    died = subprocess.run(words, check=False)
    assert died.returncode == -signal.SIGKILL
    file = RegisterFile(path)
    new = step == "fsync folder"  # all that comes after is to force what can be read already
    assert result(file) == ("ใหม่" if new else reference.register().measures[1].result)
    assert len(file.history()) == new
    write(file, "อีก")
    assert result(RegisterFile(path)) == "อีก" and beside(path) == []
