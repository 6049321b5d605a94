"""Creation of register files; an existing file is never overwritten."""

import os
from errno import ENOTDIR
from pathlib import Path

from itatui.domain.register import Register
from itatui.locale import _
from itatui.resources import resource
from itatui.store.errors import StoreError, os_failure
from itatui.store.register_file import RegisterFile
from itatui.thai import safe

SAMPLE = "register_2567.json"
"""File name of the shipped sample: the reference report of fiscal year 2567."""


def sample() -> Register:
    """Return the shipped sample register."""
    return RegisterFile(resource("data", SAMPLE)).load()


def create(path: Path, register: Register, source: RegisterFile | None = None) -> None:
    """Create a register file and its parent folders. Raise `StoreError` if the file exists or cannot be created.

    Fields and tables of the file `source`, from which the register was made, are kept if itatui does not know them.
    """
    from itatui.store.files import atomic  # lazy, here and below: most commands create nothing
    from itatui.store.format.documents import carry_unknown, tables_of
    from itatui.store.format.json_writer import dumps

    tables = tables_of(register)
    if source:
        carry_unknown(tables, source.tables())
    try:
        _make_folder(path.parent)
        atomic.create(path, dumps(tables))
    except FileExistsError:
        message = _("{path} already exists and was not changed; choose another name with --register FILE")
        raise StoreError(message.format(path=safe(str(path)))) from None
    except OSError as error:
        raise os_failure(path, error, writing=True) from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:  # the path of the folder is a file
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)) from None
