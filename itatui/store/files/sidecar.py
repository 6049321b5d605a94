"""What stands beside a register, as private as it is: folders of ours, never a link; files put aside, never lost.

What is in them is the business of those who make them; nothing here knows what a register is.
"""

import os
import stat
from datetime import datetime
from errno import EEXIST, ENOTDIR
from pathlib import Path

from itatui.store.files.atomic import keep_copy, names_in


def make_folder(folder: Path, register: Path) -> None:
    """Makes a folder for its owner alone, or for the group that may write the register; `OSError` when it cannot be.

    What stands there already must be a folder: a link to one is refused.
    """
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if not stat.S_ISDIR(folder.lstat().st_mode):
            raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)) from None
        return
    of = register.stat()
    shared = bool(of.st_mode & 0o020)  # its members save, and so keep what stands beside, too
    if shared:
        try:
            os.chown(folder, -1, of.st_gid, follow_symlinks=False)
        except PermissionError:  # not one of that group: then it is this person's alone
            shared = False
    folder.chmod(0o770 if shared else 0o700)


def stamp() -> str:
    """This moment as it stands in a file's name; later ones sort after it."""
    return datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")


def set_aside(path: Path, why: str) -> Path | None:
    """Keeps what stands in a register's place beside it, under a name that says why; None when nothing does.

    Nothing is ever overwritten. An ordinary file stays in its place too, until another is put there. `OSError`.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    target = path.with_name(f"{path.name}.{why}-{stamp()}")
    if stat.S_ISREG(found.st_mode):
        for name in names_in(path.parent):
            if name.startswith(f"{path.name}.{why}-"):
                other = path.with_name(name)
                if (it := other.lstat()).st_size == found.st_size and it.st_mtime_ns == found.st_mtime_ns:
                    return other  # kept already, by a try that came no further
        keep_copy(path, target)
    elif os.path.lexists(target):
        raise FileExistsError(EEXIST, os.strerror(EEXIST))
    else:
        path.rename(target)
    return target
