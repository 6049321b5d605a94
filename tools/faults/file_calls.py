"""File operations of a save, counted, each with a hook for faults.

The hooks stand between itatui and the modules of Python, so they work everywhere; `strace` covers the calls inside.
"""

import fcntl
import io
import os
from collections.abc import Callable
from typing import Any

import pytest

_OS_FUNCTIONS = (
    *("open", "close", "stat", "lstat", "fstat", "readlink", "scandir", "listdir", "access"),
    *("fsync", "ftruncate", "truncate", "pread", "pwrite", "read", "write", "lseek", "sendfile", "copy_file_range"),
    *("link", "unlink", "remove", "rename", "replace", "mkdir", "rmdir", "symlink", "utime"),
    *("chmod", "fchmod", "chown", "fchown"),
)
WRITES = ("write", "pwrite")
Hook = Callable[[int, str], bool]
"""Hook called with number (from 1) and name of a call: raises, kills, or returns True to write only a part."""


class Calls:
    """Hooks in the file operations while `patch` lasts."""

    def __init__(self, patch: pytest.MonkeyPatch, hook: Hook) -> None:
        self._hook = hook
        self._number = 0
        for name in _OS_FUNCTIONS:
            patch.setattr(os, name, self._hooked(name, getattr(os, name)))
        patch.setattr(fcntl, "flock", self._hooked("flock", fcntl.flock))
        self._open = io.open
        patch.setattr(io, "open", self._file)

    def count(self, name: str) -> bool:
        """Count a call and run the hook. Return True if only a part is to be written."""
        self._number += 1
        return self._hook(self._number, name)

    def _hooked(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if name == "close":  # the handle is closed even if close fails
                real(*args)
                self.count(name)
                return None
            if self.count(name) and name in WRITES:
                args = (args[0], args[1][: len(args[1]) // 2 + 1], *args[2:])
            return real(*args, **kwargs)

        return call

    def _file(self, file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        """Replace `open`: binary files are hooked themselves."""
        if not isinstance(file, int):
            self.count("open")
        if "b" not in mode:
            return self._open(file, mode, *args, **kwargs)
        raw = _hooked_file(self, file, mode.replace("b", ""))
        return raw if kwargs.get("buffering", args[0] if args else -1) == 0 else io.BufferedReader(raw)


def _hooked_file(calls: Calls, file: Any, mode: str) -> io.FileIO:
    class File(io.FileIO):
        def readinto(self, buffer: Any) -> int:
            calls.count("read")
            return super().readinto(buffer)

        def readall(self) -> bytes:
            calls.count("read")
            return super().readall()

        def write(self, data: Any) -> int:
            part = calls.count("write")
            return super().write(bytes(data)[: len(data) // 2 + 1] if part else data)

        def close(self) -> None:
            if not self.closed:
                super().close()
                calls.count("close")

    return File(file, mode)
