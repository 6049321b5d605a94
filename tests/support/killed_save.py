"""A process that is killed at a step of a save: `python -m tests.support.killed_save PATH STEP`."""

import os
import signal
import sys
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.register_edits import write
from tests.support.save_steps import RecordedDisk


class KillingDisk(RecordedDisk):
    """System calls that kill the process at a step."""

    def _step(self, step: str, on: object) -> None:
        if step == self.broken:
            os.kill(os.getpid(), signal.SIGKILL)


def main(path: str, step: str) -> None:
    """Save a change, and be killed at a step."""
    with pytest.MonkeyPatch.context() as patch:
        KillingDisk(patch, step)
        write(RegisterFile(Path(path)), "ใหม่")


if __name__ == "__main__":
    main(*sys.argv[1:])
