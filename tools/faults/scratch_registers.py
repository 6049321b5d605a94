"""Registers to do harm to, each in a folder of its own, and what is found in a file afterwards."""

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
from itatui.store.backups import LATEST
from tests import reference
from tests.support.register_edits import write

NAME = "register.json"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for one part of the suite, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="itatui-faults-") as folder:
        yield Path(folder)


def new_register(folder: Path) -> Path:
    """A new register, the reference one, alone in a new folder."""
    path = folder / NAME
    create(path, reference.register())
    return path


def used_register(folder: Path) -> Path:
    """One that has been written in: with its lock, all its generations, and what a killed writer left beside."""
    path = new_register(folder)
    file = RegisterFile(path)
    for number in range(LATEST + 1):
        write(file, f"ครั้งที่ {number}")
    (folder / f".{NAME}.{'0' * 12}.new").write_bytes(b"{")
    return path


def copy_register(template: Path, folder: Path) -> Path:
    """A copy of a register with all that stands beside it, in place of what was in the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template.parent, folder, copy_function=_copy)
    return folder / template.name


def _copy(source: str, to: str) -> None:
    """A copy; of a generation, which nobody ever writes in, the same file."""
    if ".past" in source:
        with suppress(OSError):  # on another disk
            os.link(source, to)
            return
    shutil.copy2(source, to)


class Contents(NamedTuple):
    """What a fresh reader finds in a register."""

    register: Register
    history: list[Change]


def read_register(path: Path) -> Contents | str:
    """The register and its whole history; when they cannot be read, the line that says why."""
    file = RegisterFile(path)
    try:
        while True:
            found = Contents(file.load(), file.history())
            if file.load() is found.register:  # nobody has written between the two
                return found
    except ItatuiError as error:
        return str(error)
