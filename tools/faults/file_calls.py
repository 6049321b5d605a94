"""Every call by which a save asks the system for something of a file, counted, each of which may be harmed.

It stands between itatui and Python's own modules, so it works everywhere; what those do inside is left to `system`.
"""

import fcntl
import io
import os
from collections.abc import Callable
from typing import Any

import pytest

_OF_OS = (
    *("open", "close", "stat", "lstat", "fstat", "readlink", "scandir", "listdir", "access"),
    *("fsync", "ftruncate", "truncate", "pread", "pwrite", "read", "write", "lseek", "sendfile", "copy_file_range"),
    *("link", "unlink", "remove", "rename", "replace", "mkdir", "rmdir", "symlink", "utime"),
    *("chmod", "fchmod", "chown", "fchown"),
)
WRITES = ("write", "pwrite")
Harm = Callable[[int, str], bool]
"""What is done at a call, by its number from 1 and its name: raises, kills, or has a write take only a part (True)."""


class Calls:
    """The system, seen through, while `patch` lasts."""

    def __init__(self, patch: pytest.MonkeyPatch, harm: Harm) -> None:
        self._harm = harm
        self._count = 0
        for name in _OF_OS:
            patch.setattr(os, name, self._watched(name, getattr(os, name)))
        patch.setattr(fcntl, "flock", self._watched("flock", fcntl.flock))
        self._open = io.open
        patch.setattr(io, "open", self._file)

    def meets(self, name: str) -> bool:
        """One call more; raises what befalls it, and is True when only a part of it is to be done."""
        self._count += 1
        return self._harm(self._count, name)

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **more: Any) -> Any:
            if name == "close":  # whatever the system says of it, the handle is gone
                real(*words)
                self.meets(name)
                return None
            if self.meets(name) and name in WRITES:
                words = (words[0], words[1][: len(words[1]) // 2 + 1], *words[2:])
            return real(*words, **more)

        return call

    def _file(self, file: Any, mode: str = "r", *words: Any, **more: Any) -> Any:
        """`open`: of bytes, a file that is watched itself."""
        if not isinstance(file, int):
            self.meets("open")
        if "b" not in mode:
            return self._open(file, mode, *words, **more)
        raw = _watched_file(self, file, mode.replace("b", ""))
        return raw if more.get("buffering", words[0] if words else -1) == 0 else io.BufferedReader(raw)


def _watched_file(calls: Calls, file: Any, mode: str) -> io.FileIO:
    class File(io.FileIO):
        def readinto(self, buffer: Any) -> int:
            calls.meets("read")
            return super().readinto(buffer)

        def readall(self) -> bytes:
            calls.meets("read")
            return super().readall()

        def write(self, data: Any) -> int:
            part = calls.meets("write")
            return super().write(bytes(data)[: len(data) // 2 + 1] if part else data)

        def close(self) -> None:
            if not self.closed:
                super().close()
                calls.meets("close")

    return File(file, mode)
