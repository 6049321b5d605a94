"""The lock that one writer at a time holds: a blocking `flock` on a file beside the register, with a time limit.

A lock that is polled for starves while others take it in turns; one that waits in the kernel's queue does not. A
wait in the kernel cannot be given up, so it is done in a thread of its own, which lets go at once when it gets
the lock after nobody wants it any more. The file beside is never deleted: two processes must lock the same one.
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
from itatui.thai import safe


def lock_path(register: Path) -> Path:
    """The file beside a register that its writers lock."""
    return register.with_name(register.name + ".lock")


@contextmanager
def locked(register: Path, who: str, seconds: float) -> Iterator[None]:
    """Holds the register's lock. `BusyError` names the holder when it is not free within so many seconds."""
    handle = _opened(lock_path(register))
    _share(register, handle)
    if not _taken_at_once(handle) and not _Wait(handle).taken(seconds):
        holder = os.pread(handle, 200, 0).decode("utf-8", "replace").replace("\n", " ").strip()
        message = _("{path}: {holder} has been saving for over {seconds} seconds; nothing was changed, try again")
        raise BusyError(
            message.format(path=safe(str(register)), holder=safe(holder) or _("someone"), seconds=round(seconds))
        )
    try:
        holder_is = f"{who} ({os.getpid()})\n".encode()
        if os.pread(handle, len(holder_is) + 1, 0) != holder_is:  # a file cut short is written out before all others
            os.ftruncate(handle, 0)
            os.pwrite(handle, holder_is, 0)
        yield
    finally:
        with suppress(OSError):  # it is closed whatever is said of it; what was saved is not to be denied for that
            os.close(handle)


def _opened(path: Path) -> int:
    """The lock's file, made if need be; `OSError` when something else stands there under that name, which is left."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:  # it would be written in, and lent to the group
        os.close(handle)
        raise OSError(ELOOP, os.strerror(ELOOP))
    return handle


def _share(register: Path, handle: int) -> None:
    """Whoever may write the register may lock it: only the owner of the lock's file can see to that."""
    with suppress(OSError):
        of = register.stat()
        if (mode := 0o600 | of.st_mode & 0o060) != stat.S_IMODE(os.fstat(handle).st_mode):
            os.fchown(handle, -1, of.st_gid)
            os.fchmod(handle, mode)


def _taken_at_once(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class _Wait:
    """One wait for the lock, which its owner may give up."""

    def __init__(self, handle: int) -> None:
        import threading  # here, because the lock is nearly always free

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

    def taken(self, seconds: float) -> bool:
        """Whether the lock came in time. If not, the handle is closed as soon as the kernel gives it."""
        self._answer.wait(seconds)
        with self._deciding:
            self._given_up = not self._got
            return self._got
