"""Keepers of a register that are slow, or that fail, as disks do."""

import threading
from pathlib import Path

from itatui.domain.change import Change, Edit
from itatui.domain.register import Register
from itatui.store import RegisterFile
from itatui.store.errors import StoreError


class Slow(RegisterFile):
    """Writes only when it is let."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.began = threading.Event()
        self.let = threading.Event()

    def apply(self, *edits: Edit, run: str = "") -> Register:
        self.began.set()
        assert self.let.wait(30)
        return super().apply(*edits, run=run)


class Remembering(RegisterFile):
    """Tells its history only when it is let."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.let = threading.Event()

    def history(self) -> list[Change]:
        assert self.let.wait(30)
        return super().history()


class Failing(RegisterFile):
    """Has a full disk, until there is room again."""

    full = True
    tries = 0

    def apply(self, *edits: Edit, run: str = "") -> Register:
        self.tries += 1
        if self.full:
            raise StoreError("the disk is full [/] today")
        return super().apply(*edits, run=run)
