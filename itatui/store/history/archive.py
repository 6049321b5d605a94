"""Long histories: the oldest entries go into read-only files beside the register, and a table in it names these.

A file is written, durably, before the register that drops its entries is put in place: after a crash in between, it is
named by nobody and counts for nothing. So does one that a register which was gone back to does not know. Such a file
is never changed and never removed by itatui.
"""

from collections.abc import Iterator
from pathlib import Path

from itatui.locale import _
from itatui.store.errors import StoreError, reason_of
from itatui.store.files import atomic
from itatui.store.files.sidecar import make_folder
from itatui.store.format.bounded_read import read_whole
from itatui.store.format.json_reader import Document, NotARegisterError, Tables, loads
from itatui.store.format.json_writer import dumps
from itatui.thai import safe

KEPT = 500
"""Entries, the latest, that stay in the register itself."""
TABLE = "sealed"
"""The table of the register that names the files, a document each: `first` and `last` number, `file`, `checksum`."""


def folder_of(register: Path) -> Path:
    """Where the sealed parts of a register's history stand."""
    return register.with_name(register.name + ".history")


def seal(register: Path, tables: Tables) -> None:
    """Moves all but the latest entries of a history into a file of their own; for the holder of the lock.

    Where that cannot be done they stay where they are: it is tried again with the next save.
    """
    rows = tables["history"]
    numbers = sorted(rows, key=int)
    old, new = numbers[:-KEPT], numbers[-KEPT:]
    data = dumps({"history": {number: rows[number] for number in old}})
    checksum = _checksum(data)
    name = f"{int(old[0]):08}-{int(old[-1]):08}-{checksum}.json"
    try:
        _write(register, folder_of(register) / name, data)
    except (OSError, NotARegisterError):
        return
    sealed = tables.setdefault(TABLE, {})
    place = str(max(map(int, sealed), default=0) + 1)
    sealed[place] = {"first": int(old[0]), "last": int(old[-1]), "file": name, "checksum": checksum}
    tables["history"] = {number: rows[number] for number in new}


def _write(register: Path, path: Path, data: bytes) -> None:
    make_folder(path.parent, register)
    try:
        atomic.create(path, data, like=register, mask=0o440)
    except FileExistsError:  # of a writer that was killed just after: it is the very same, or it is not ours
        if read_whole(path, link=False) != data:
            raise
    atomic.sync_folder(register.parent)


def sealed_rows(register: Path, tables: Tables) -> Iterator[tuple[int, Document]]:
    """The sealed entries by their numbers, oldest first. `StoreError` names the file that cannot be had."""
    for number in sorted(tables.get(TABLE, {}), key=int):
        for at, row in rows_of(register, tables[TABLE][number]).items():
            yield int(at), row


def rows_of(register: Path, sealed: Document) -> dict[str, Document]:
    """The entries in one sealed file, which a document of the table names. `StoreError`."""
    name = str(sealed.get("file"))
    path = folder_of(register) / Path(name).name
    try:
        data = read_whole(path, link=False)
        if _checksum(data) != sealed.get("checksum"):
            raise NotARegisterError(_("it was changed"))
        return loads(data).get("history", {})
    except (OSError, NotARegisterError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        message = _("{path}: {reason}; it holds the older history of this register: put a good copy back")
        raise StoreError(message.format(path=safe(str(path)), reason=safe(reason))) from None


def _checksum(data: bytes) -> str:
    import zlib  # here, because a history is long only after years

    return f"{zlib.crc32(data):08x}"
