"""What stands beside a register, as private as the register is: folders of ours, never a link in their place.

What is in them is the business of those who make them; nothing here knows what a register is.
"""

import os
import stat
from errno import ENOTDIR
from pathlib import Path


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
