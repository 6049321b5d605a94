"""The writers' lock: a blocking `flock` on a file beside the register, with a time limit.

Polling would starve while other writers take turns; waiting in the kernel's queue does not. A kernel wait cannot be
cancelled, so it runs in a thread, which releases the lock at once if it arrives after the time limit. The lock file is
never deleted: all processes must lock the same file.
"""

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ELOOP
from pathlib import Path

from itatui.locale import _
from itatui.store.errors import BusyError
from itatui.store.files.rights import Rights, give_rights, gives_to, rights_beside, rights_of
from itatui.store.files.side_names import side_path
from itatui.thai import safe


def lock_path(register: Path) -> Path:
    """Return the path of a register's lock file."""
    return side_path(register, ".lock")


@contextmanager
def locked(register: Path, who: str, seconds: float) -> Iterator[int]:
    """Hold the register's lock as the user `who`, and yield the device number of its mount.

    Raise `BusyError`, naming the holder, after `seconds` of waiting.
    """
    handle = _open(lock_path(register), register)
    if not _try_lock(handle) and not _LockWait(handle).acquired(seconds):
        holder = os.pread(handle, 200, 0).decode("utf-8", "replace").replace("\n", " ").strip()
        message = _("{path}: {holder} has been saving for over {seconds} seconds; nothing was changed; try again")
        raise BusyError(
            message.format(path=safe(str(register)), holder=safe(holder) or _("someone"), seconds=round(seconds))
        )
    try:
        owner = f"{who} ({os.getpid()})\n".encode()
        if os.pread(handle, len(owner) + 1, 0) != owner:  # skip the write if possible: truncation delays the next sync
            os.ftruncate(handle, 0)
            os.pwrite(handle, owner, 0)
        yield os.fstat(handle).st_dev
    finally:
        with suppress(OSError):  # the handle is closed even on error, and the data is saved
            os.close(handle)


def _open(path: Path, register: Path) -> int:
    """Open the lock file, creating it if missing. Raise `OSError` if the name belongs to another kind of file."""
    flags, created = os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK, False
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        handle, created = os.open(path, flags | os.O_CREAT, 0o600), True
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:  # never write to a file with another name
        os.close(handle)
        raise OSError(ELOOP, os.strerror(ELOOP), str(path))
    with suppress(OSError):  # only the owner of the lock file can share it
        _share(handle, rights_beside(register, folder=False), created=created)
    return handle


def _share(handle: int, wanted: Rights, *, created: bool) -> None:
    """Let everyone with write access to the register lock it. A lock of root's is given to the register's owner."""
    current = rights_of(handle)
    if not created and not (gives_to(wanted.uid) and current.uid == 0):
        wanted = wanted._replace(uid=current.uid, gid=wanted.gid if wanted.mode & 0o070 else current.gid)
    if current != wanted and current.uid in (os.geteuid(), wanted.uid):
        give_rights(handle, wanted)


def _try_lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class _LockWait:
    """A wait for the lock that can be given up."""

    def __init__(self, handle: int) -> None:
        import threading  # lazy: the lock is nearly always free

        self._handle = handle
        self._deciding = threading.Lock()
        self._got = False
        self._given_up = False
        self._answer = threading.Event()
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        fcntl.flock(self._handle, fcntl.LOCK_EX)
        with self._deciding:
            if self._given_up:
                os.close(self._handle)
            self._got = True
        self._answer.set()

    def acquired(self, seconds: float) -> bool:
        """Return True if the lock arrived in time. Otherwise the handle is closed as soon as the lock arrives."""
        self._answer.wait(seconds)
        with self._deciding:
            self._given_up = not self._got
            return self._got
