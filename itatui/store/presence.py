"""Presence: the users who have a register open, each with a locked file in a folder beside it.

The kernel releases the lock when a process ends, even if killed, so a file without a lock is stale and is removed. If
the folder cannot be created or read, no users are reported.
"""

import fcntl
import json
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from itatui.domain.person import Person
from itatui.store.files.rights import copy_rights
from itatui.store.files.side_names import side_path
from itatui.store.files.sidecar import make_folder
from itatui.store.identity import Identity, now

RECHECK_S = 3.0
"""Seconds between checks of the locks while the folder is unchanged: a killed process does not change it."""
_TRIES = 5
"""Attempts to enter: another process may remove the new file as stale, or the folder."""
_MAX_BYTES = 4096
_MAX_USERS = 200
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_CREATE = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def presence_folder(register: Path) -> Path:
    """Return the folder of a register's presence files."""
    return side_path(register, ".open")


class Presence:
    """This process's presence file, and those of others. Usable while another thread reads or saves the register."""

    def __init__(self, register: Path, user: Identity) -> None:
        self._register = register
        self._folder = presence_folder(register)
        self._user = user
        self._own: tuple[Path, int] | None = None
        self._folder_mtime_ns = -1
        self._next_check = 0.0
        self._others: tuple[Person, ...] = ()

    def enter(self) -> None:
        """Create and lock the presence file; do nothing if that fails."""
        if self._own is None:
            line = Person(*self._user, since=now(), process=os.getpid())._asdict()
            with suppress(OSError):
                for _try in range(_TRIES):
                    if self._create_file(json.dumps(line).encode() + b"\n"):
                        return

    def _create_file(self, line: bytes) -> bool:
        """Create and lock the presence file. Return False if another process interfered."""
        make_folder(self._folder, self._register)
        name = self._folder / f"{os.urandom(6).hex()}.json"
        try:
            handle = os.open(name, _CREATE, 0o600)
        except FileNotFoundError:  # the last user to leave has just removed the folder
            return False
        try:
            copy_rights(self._register, handle, 0o640)
            os.write(handle, line)
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not os.fstat(handle).st_nlink:
                os.close(handle)
                return False
        except BlockingIOError:  # another process is checking the file, and considers it stale
            name.unlink(missing_ok=True)
            os.close(handle)
            return False
        except OSError:
            name.unlink(missing_ok=True)
            os.close(handle)
            raise
        self._own = name, handle
        return True

    def leave(self) -> None:
        """Remove the presence file, if any."""
        if self._own is not None:
            (name, handle), self._own = self._own, None
            with suppress(OSError):
                name.unlink(missing_ok=True)
            os.close(handle)
            with suppress(OSError):
                self._folder.rmdir()  # fails unless empty

    def others(self) -> tuple[Person, ...]:
        """Return the other users, longest present first; empty if unknown. A single `stat` call if nothing changed."""
        try:
            status = self._folder.lstat()
            if status.st_mtime_ns != self._folder_mtime_ns or time.monotonic() >= self._next_check:
                self._folder_mtime_ns, self._next_check = status.st_mtime_ns, time.monotonic() + RECHECK_S
                self._others = tuple(sorted(self._read_others(), key=lambda person: (person.since, person)))
        except OSError:
            self._folder_mtime_ns, self._others = -1, ()
        return self._others

    def _read_others(self) -> Iterator[Person]:
        with _open(self._folder, _READ | os.O_DIRECTORY) as folder:
            own = self._own[0].name if self._own else ""
            names = os.listdir(folder)  # noqa: PTH208 (by handle, since the path may come to name another folder)
            for name in [name for name in names if name.endswith(".json") and name != own][:_MAX_USERS]:
                with suppress(OSError, ValueError, TypeError, RecursionError):  # ignore malformed files
                    if (person := _holder(name, folder)) is not None:
                        yield person


def _holder(name: str, folder: int) -> Person | None:
    """Return the user who holds a presence file. If nobody does, remove the file and return None."""
    with _open(name, _READ, folder) as file:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            return None
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _parse_user(os.read(file, _MAX_BYTES))
        os.unlink(name, dir_fd=folder)
        return None


def _parse_user(line: bytes) -> Person:
    """Parse a presence file. Raise `ValueError`, `TypeError` or `RecursionError` if malformed."""
    person = Person(**json.loads(line))
    if [type(part) for part in person] != [str, str, str, int]:
        raise TypeError
    return person


@contextmanager
def _open(name: str | Path, flags: int, folder: int | None = None) -> Iterator[int]:
    handle = os.open(name, flags, dir_fd=folder)
    try:
        yield handle
    finally:
        os.close(handle)
