"""Write a document that was exported: durably and whole, and never over a file that is not meant."""

import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from itatui.locale import _
from itatui.store.errors import StoreError, os_failure
from itatui.store.files import atomic
from itatui.thai import safe

_STRAY_AGE_S = 3600
"""Seconds after which the temporary file of a killed export is removed by the next of the same name."""


def check_target(path: Path, register: Path | None, *, force: bool) -> Path:
    """Return the file to be written, links followed. Raise `StoreError` if it must not be.

    That is the register (None: there is none), a folder or a device, a file whose folder does not exist, and, unless
    `force`, any file that exists.
    """
    target = Path(os.path.realpath(path))
    shown = safe(str(path))
    try:
        found = target.lstat()
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise _no_folder(target.parent) from None
        return target
    except OSError as error:
        raise os_failure(path, error, writing=True) from None
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(_("{path}: not a regular file; choose another name").format(path=shown))
    with suppress(OSError):  # a missing register is no hindrance here
        if register and target.samefile(register):
            raise StoreError(_("{path} is the register itself; choose another name").format(path=shown))
    if not force:
        raise StoreError(_("{path} already exists; replace it with --force, or choose another name").format(path=shown))
    return target


def write_export(target: Path, data: bytes, *, force: bool) -> None:
    """Write a document that `check_target` allowed. A kill at any moment leaves the old file or the new one.

    Raise `StoreError`, also if another program has created the file meanwhile and `force` is not given.
    """
    try:
        _remove_strays(target)
        if force and target.exists():
            os.close(os.open(target, os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC))  # refused if it is write-protected
            atomic.replace(target, data)
        else:
            _create(target, data)
    except FileExistsError:
        message = _("{path} already exists; replace it with --force, or choose another name")
        raise StoreError(message.format(path=safe(str(target)))) from None
    except FileNotFoundError:
        raise _no_folder(target.parent) from None
    except OSError as error:
        raise os_failure(target, error, writing=True) from None


def _no_folder(folder: Path) -> StoreError:
    return StoreError(_("{folder}: no such folder; create it first").format(folder=safe(str(folder))))


def _create(target: Path, data: bytes) -> None:
    """Create a file with the rights that the user's mask allows: it is made to be given away."""
    atomic.create(target, data, mode=0o666 & ~_umask())


def _umask() -> int:
    """Return the mask of new files. Asking the system by setting it would change it for other threads."""
    with suppress(OSError, ValueError):
        for line in Path("/proc/self/status").read_text("ascii", "replace").splitlines():
            if line.startswith("Umask:"):
                return int(line.split()[1], 8)
    return 0o077


def _remove_strays(target: Path) -> None:
    now = time.time()
    for stray in atomic.stray_files(target):
        with suppress(OSError):
            if now - stray.lstat().st_mtime > _STRAY_AGE_S:
                stray.unlink()
