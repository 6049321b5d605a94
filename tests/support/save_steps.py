"""System calls of a save, recorded, with an optional failure at a step."""

import errno
import io
import os
from pathlib import Path
from typing import Any

import pytest

STEPS = ("open", "write", "fsync file", "link", "replace", "fsync folder")


class RecordedDisk:
    """System calls of the store: recorded in `seen`; the step `broken` fails, writes take up to `chunk` bytes."""

    def __init__(self, patch: pytest.MonkeyPatch, broken: str = "", *, chunk: int = 0) -> None:
        self.seen: list[tuple[str, str]] = []
        self.flags: list[tuple[int, int]] = []
        self.broken = broken
        self._chunk = chunk
        self._real = {name: getattr(os, name) for name in ("fsync", "link", "replace", "open", "fdopen")}
        for name in self._real:
            patch.setattr(os, name, getattr(self, name))

    def _step(self, step: str, on: object) -> None:
        self.seen.append((step, Path(os.fspath(on)).name))  # type: ignore[call-overload]
        if step == self.broken:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def fsync(self, handle: int) -> None:
        """Record and sync a file or a folder."""
        on = Path(f"/proc/self/fd/{handle}").resolve()
        self._step("fsync folder" if on.is_dir() else "fsync file", on)
        self._real["fsync"](handle)

    def link(self, source: Any, to: Any, **more: Any) -> None:
        """Record and make a hard link."""
        self._step("link", to)
        self._real["link"](source, to, **more)

    def replace(self, source: Any, to: Any) -> None:
        """Record and rename a file."""
        self._step("replace", to)
        self._real["replace"](source, to)

    def open(self, name: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
        """Open a file; record temporary files."""
        if str(name).endswith(".new"):
            self._step("open", name)
            self.flags.append((flags, mode))
        handle: int = self._real["open"](name, flags, mode, **more)
        return handle

    def fdopen(self, handle: int, *words: Any, **more: Any) -> io.FileIO:
        """Wrap a file so that its writes are short, or fail after the first bytes."""
        disk = self

        class File(io.FileIO):
            def write(self, data: Any) -> int:
                half = bytes(data)[: disk._chunk or len(data) // 2 + 1]
                if disk.broken == "write":
                    super().write(half)
                    disk._step("write", "")
                return super().write(half if disk._chunk else data)

        return File(handle, "wb")
