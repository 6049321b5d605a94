"""Files and folders beside a register, with access rights that match the register's."""

import os
import stat
from datetime import UTC, datetime
from errno import EEXIST, ENOTDIR
from pathlib import Path

from itatui.store.files.atomic import link_or_copy, list_names


def make_folder(folder: Path, register: Path) -> None:
    """Create a folder for the owner, and for the register's group if that may write the register.

    An existing folder is left alone. Raise `OSError` on failure, also if the path is a link or another kind of file.
    """
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if not stat.S_ISDIR(folder.lstat().st_mode):
            raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)) from None
        return
    status = register.stat()
    shared = bool(status.st_mode & 0o020)  # group members who save the register also write to this folder
    if shared:
        try:
            os.chown(folder, -1, status.st_gid, follow_symlinks=False)
        except PermissionError:  # the user is not in that group
            shared = False
    folder.chmod(0o770 if shared else 0o700)


def stamp() -> str:
    """Return the current time in UTC for a file name: sortable, to the microsecond."""
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%fZ")


def set_aside(path: Path, why: str) -> Path | None:
    """Preserve the file at `path` under a name with `why` in it. Return the new path, or None if there is no file.

    A regular file also stays at `path` until something replaces it; other kinds are moved. Nothing is overwritten.
    Raise `OSError` on failure.
    """
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    target = path.with_name(f"{path.name}.{why}-{stamp()}")
    if stat.S_ISREG(status.st_mode):
        for name in list_names(path.parent):
            if name.startswith(f"{path.name}.{why}-"):
                other = path.with_name(name)
                if (it := other.lstat()).st_size == status.st_size and it.st_mtime_ns == status.st_mtime_ns:
                    return other  # preserved by an earlier, incomplete attempt
        link_or_copy(path, target)
    elif os.path.lexists(target):
        raise FileExistsError(EEXIST, os.strerror(EEXIST))
    else:
        path.rename(target)
    return target
