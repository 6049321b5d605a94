"""A process that is killed at one of its steps: `python -m tests.support.killed_save PATH STEP`."""

import os
import signal
import sys
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.register_edits import write
from tests.support.save_steps import RegisterStorage


class Deadly(RegisterStorage):
    """The system, with the power going at one step."""

    def _step(self, step: str, on: object) -> None:
        if step == self.broken:
            os.kill(os.getpid(), signal.SIGKILL)


def main(path: str, step: str) -> None:
    """Writes once, and does not live to see it."""
    with pytest.MonkeyPatch.context() as patch:
        Deadly(patch, step)
        write(RegisterFile(Path(path)), "ใหม่")


if __name__ == "__main__":
    main(*sys.argv[1:])
