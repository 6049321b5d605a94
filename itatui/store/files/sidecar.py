"""Files and folders beside a register, with access rights that match the register's."""

import os
import stat
from contextlib import suppress
from datetime import UTC, datetime
from errno import EEXIST, ENOTDIR
from pathlib import Path

from itatui.store.files.atomic import link_or_copy, list_names
from itatui.store.files.rights import give_rights, rights_beside, share
from itatui.store.files.side_names import side_path, side_start


def make_folder(folder: Path, register: Path) -> None:
    """Create a folder beside a register, for its owner and for all who may write the register.

    The user's own existing folder follows the rights of the register; another user's is left alone. Raise `OSError` on
    failure, also if the path is a link or another kind of file.
    """
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if not stat.S_ISDIR(folder.lstat().st_mode):
            raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(folder)) from None
        with suppress(OSError):  # the folder may be good enough for this user
            share(folder, register)
        return
    rights = rights_beside(register, folder=True)
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        if not rights.mode & 0o070 and os.geteuid():  # the group has no rights there: it may stay the user's own
            rights = rights._replace(gid=os.fstat(handle).st_gid)
        give_rights(handle, rights)
    finally:
        os.close(handle)


def share_sidecars(register: Path) -> None:
    """Let the user's own folders beside a register follow its rights, as `make_folder` does."""
    for suffix in (".open", ".history"):
        with suppress(OSError):  # missing, or good enough
            share(side_path(register, suffix), register)


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
    moment = stamp()
    target = side_path(path, f".{why}-{moment}")
    start = side_start(path.name, f".{why}-", len(moment))
    if stat.S_ISREG(status.st_mode):
        for name in list_names(path.parent):
            if name.startswith(start):
                other = path.with_name(name)
                if (it := other.lstat()).st_size == status.st_size and it.st_mtime_ns == status.st_mtime_ns:
                    return other  # preserved by an earlier, incomplete attempt
        link_or_copy(path, target)
    elif os.path.lexists(target):
        raise FileExistsError(EEXIST, os.strerror(EEXIST))
    else:
        path.rename(target)
    return target
