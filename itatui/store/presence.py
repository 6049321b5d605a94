"""Who has a register open: each keeps a small file beside it under a lock for as long as they have.

The kernel drops the lock of whoever is gone, killed too: a file whose lock can be had is nobody's, and is removed.
Where the folder cannot be made or read, nothing is known of anybody, and nothing is said.
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
from itatui.store.files.atomic import keep_mode
from itatui.store.files.sidecar import make_folder
from itatui.store.identity import Identity, now

LOOK_AGAIN = 3.0
"""Seconds after which the locks are looked at although the folder is as it was: a killed program does not change it."""
_TRIES = 5
"""Entering is tried again when somebody takes the new file for one that nobody holds, or the folder goes."""
_LONGEST = 4096
_MOST = 200
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_MAKE = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def folder_of(register: Path) -> Path:
    """Where those who have a register open are written down."""
    return register.with_name(register.name + ".open")


class Presence:
    """One opener of a register, among others. Its own state only: usable while another thread reads or saves."""

    def __init__(self, register: Path, person: Identity) -> None:
        self._register = register
        self._folder = folder_of(register)
        self._person = person
        self._own: tuple[Path, int] | None = None
        self._changed = -1
        self._next_look = 0.0
        self._others: tuple[Person, ...] = ()

    def enter(self) -> None:
        """Has others see that this person has the register open. Where that cannot be, they do not."""
        if self._own is None:
            line = Person(*self._person, since=now(), process=os.getpid())._asdict()
            with suppress(OSError):
                for _try in range(_TRIES):
                    if self._entered(json.dumps(line).encode() + b"\n"):
                        return

    def _entered(self, line: bytes) -> bool:
        make_folder(self._folder, self._register)
        name = self._folder / f"{os.urandom(6).hex()}.json"
        try:
            handle = os.open(name, _MAKE, 0o600)
        except FileNotFoundError:  # the last to leave took the folder away just now
            return False
        try:
            keep_mode(self._register, handle, 0o640)
            os.write(handle, line)
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not os.fstat(handle).st_nlink:
                os.close(handle)
                return False
        except BlockingIOError:  # somebody looks at it just now, and takes it for one that is left
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
        """Has others see that this person is gone; of no effect for one who is not there."""
        if self._own is not None:
            (name, handle), self._own = self._own, None
            with suppress(OSError):
                name.unlink(missing_ok=True)
            os.close(handle)
            with suppress(OSError):
                self._folder.rmdir()  # when it is empty

    def others(self) -> tuple[Person, ...]:
        """Who else has it open, first come first; one `stat` when nobody came or went. Empty where it is not known."""
        try:
            found = self._folder.lstat()
            if found.st_mtime_ns != self._changed or time.monotonic() >= self._next_look:
                self._changed, self._next_look = found.st_mtime_ns, time.monotonic() + LOOK_AGAIN
                self._others = tuple(sorted(self._look(), key=lambda person: (person.since, person)))
        except OSError:
            self._changed, self._others = -1, ()
        return self._others

    def _look(self) -> Iterator[Person]:
        with _opened(self._folder, _READ | os.O_DIRECTORY) as folder:
            own = self._own[0].name if self._own else ""
            found = os.listdir(folder)  # noqa: PTH208 (by its handle, so that it is the folder that was looked at)
            for name in [name for name in found if name.endswith(".json") and name != own][:_MOST]:
                with suppress(OSError, ValueError, TypeError, RecursionError):  # what others put there is theirs
                    if (person := _holder(name, folder)) is not None:
                        yield person


def _holder(name: str, folder: int) -> Person | None:
    """Who holds a file of the folder; None when nobody does any more, and then it is removed."""
    with _opened(name, _READ, folder) as file:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            return None
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _person(os.read(file, _LONGEST))
        os.unlink(name, dir_fd=folder)
        return None


def _person(line: bytes) -> Person:
    """The person in a line; `ValueError`, `TypeError` or `RecursionError` when it is of nobody."""
    person = Person(**json.loads(line))
    if [type(part) for part in person] != [str, str, str, int]:
        raise TypeError
    return person


@contextmanager
def _opened(name: str | Path, flags: int, folder: int | None = None) -> Iterator[int]:
    handle = os.open(name, flags, dir_fd=folder)
    try:
        yield handle
    finally:
        os.close(handle)
