"""New register files. None is ever made over another."""

import os
from errno import ENOTDIR
from pathlib import Path

from itatui.domain.register import Register
from itatui.locale import _
from itatui.resources import resource
from itatui.store.errors import StoreError, os_failure
from itatui.store.files import atomic
from itatui.store.format.documents import tables_of
from itatui.store.format.json_writer import dumps
from itatui.store.register_file import RegisterFile
from itatui.thai import safe

SAMPLE = "register_2567.json"
"""The shipped register: the reference report of fiscal year 2567."""


def sample() -> Register:
    """The shipped register."""
    return RegisterFile(resource("data", SAMPLE)).load()


def create(path: Path, register: Register) -> None:
    """Makes a register file, and the folders above it. `StoreError` when there is one, or it cannot be made."""
    try:
        _make_folder(path.parent)
        atomic.create(path, dumps(tables_of(register)))
    except FileExistsError:
        message = _("{path} is there already, and is left as it is; choose another name with --register FILE")
        raise StoreError(message.format(path=safe(str(path)))) from None
    except OSError as error:
        raise os_failure(path, error, writing=True) from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:  # a file stands where the folder should
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)) from None
