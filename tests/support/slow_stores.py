"""Stores of a register that are slow or fail, as disks do."""

import threading
from pathlib import Path

from itatui.domain.change import Change, Edit
from itatui.domain.register import Register
from itatui.store import RegisterFile
from itatui.store.errors import StoreError

WAIT_LIMIT_S = 30


class SlowStore(RegisterFile):
    """A store that writes only when it is released."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.started = threading.Event()
        self.release = threading.Event()

    def apply(self, *edits: Edit, run: str = "") -> Register:
        self.started.set()
        assert self.release.wait(WAIT_LIMIT_S)
        return super().apply(*edits, run=run)


class SlowHistoryStore(RegisterFile):
    """A store that reads its history only when it is released."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.release = threading.Event()

    def history(self) -> list[Change]:
        assert self.release.wait(WAIT_LIMIT_S)
        return super().history()


class FailingStore(RegisterFile):
    """A store on a full disk; with `full = False` there is room again."""

    full = True
    attempts = 0

    def apply(self, *edits: Edit, run: str = "") -> Register:
        self.attempts += 1
        if self.full:
            raise StoreError("the disk is full [/] today")
        return super().apply(*edits, run=run)
