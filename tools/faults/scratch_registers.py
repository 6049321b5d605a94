"""Registers to damage, each in its own temporary folder, and the contents read back from them."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from itatui.domain.change import Change
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.store import RegisterFile, create
from itatui.store.backups import LATEST_KEPT
from tests import reference
from tests.support.register_edits import write

NAME = "register.json"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Provide a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="itatui-faults-") as folder:
        yield Path(folder)


def new_register(folder: Path) -> Path:
    """Create the reference register in a new folder."""
    path = folder / NAME
    create(path, reference.register())
    return path


def own_register(folder: Path, changes: int, uid: int = -1, gid: int = -1, mode: int = 0o600) -> Path:
    """Create a register with some changes, of a user, in a new folder of that user and group."""
    path = new_register(folder)
    path.chmod(mode)
    for each in (folder, path):
        os.chown(each, uid, gid)
    folder.chmod(0o2775 if mode & 0o060 else 0o700)
    file = RegisterFile(path)
    for number in range(changes):
        write(file, f"ครั้งที่ {number}")
    return path


def used_register(folder: Path) -> Path:
    """Create a register with a lock, all backups and the leftover of a killed writer."""
    path = new_register(folder)
    file = RegisterFile(path)
    for number in range(LATEST_KEPT + 1):
        write(file, f"ครั้งที่ {number}")
    (folder / f".{NAME}.{'0' * 12}.new").write_bytes(b"{")
    return path


def copy_register(template: Path, folder: Path) -> Path:
    """Copy a register and its neighbour files, replacing the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template.parent, folder, copy_function=_copy)
    return folder / template.name


def _copy(source: str, to: str) -> None:
    """Copy a file; hard-link backups, which are never written."""
    if ".past" in source:
        with suppress(OSError):  # another file system
            os.link(source, to)
            return
    shutil.copy2(source, to)


class Contents(NamedTuple):
    """Contents of a register as read by a new reader."""

    register: Register
    history: list[Change]


def read_register(path: Path) -> Contents | str:
    """Return the register and its whole history, or the error message if it cannot be read."""
    file = RegisterFile(path)
    try:
        while True:
            found = Contents(file.load(), file.history())
            if file.load() is found.register:  # unchanged between the two reads
                return found
    except ItatuiError as error:
        return str(error)
