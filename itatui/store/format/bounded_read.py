"""Read an untrusted file: refuse non-regular files and files over `MAX_BYTES`, and never wait for a device."""

import os
import stat
from errno import EISDIR
from pathlib import Path

from itatui.locale import _
from itatui.store.format.json_reader import MAX_BYTES, NotARegisterError


def read_whole(path: Path, *, link: bool = True, cached: bool = True) -> bytes:
    """Return the bytes of a file, following a symbolic link only if `link`.

    Unless `cached`, drop first what this machine remembers of it: sshfs, whose times are whole seconds, takes a file
    of the same size and second for unchanged.

    `NotARegisterError` if it is no regular file or too large; `OSError`.
    """
    _check(path.stat() if link else path.lstat())  # before opening: opening a device can have side effects
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if link else os.O_NOFOLLOW))
    try:
        found = os.fstat(handle)
        _check(found)
        if not cached:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        parts, left = [], MAX_BYTES + 1
        while left and (part := os.read(handle, min(left, max(found.st_size + 1, 65536)))):
            parts.append(part)
            left -= len(part)
    finally:
        os.close(handle)
    if not left:
        raise NotARegisterError(too_large())
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _check(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise NotARegisterError(_("not a regular file"))
    if found.st_size > MAX_BYTES:
        raise NotARegisterError(too_large())


def too_large() -> str:
    """Return the reason why a large file is refused."""
    return _("larger than {limit} MB").format(limit=MAX_BYTES // 1024 // 1024)
