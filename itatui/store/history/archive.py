"""Archive of the oldest history entries, in read-only files beside the register; a table of the register lists them.

An archive file is saved durably before the register that drops its entries. After a crash in between, or after
restoring an earlier backup, a file that no table lists is ignored. Archive files are never changed or removed.
"""

from collections.abc import Iterator
from pathlib import Path

from itatui.locale import _
from itatui.store.errors import StoreError, reason_of
from itatui.store.files import atomic
from itatui.store.files.side_names import side_path
from itatui.store.files.sidecar import make_folder
from itatui.store.format.bounded_read import read_whole
from itatui.store.format.json_reader import Document, NotARegisterError, Tables, loads
from itatui.store.format.json_writer import dumps
from itatui.thai import safe

ENTRIES_KEPT = 500
"""Number of latest entries that stay in the register itself."""
TABLE = "sealed"
"""Table of the register with a document for each archive file: `first` and `last` number, `file`, `checksum`."""


def archive_folder(register: Path) -> Path:
    """Return the folder of a register's archive files."""
    return side_path(register, ".history")


def archive_oldest(register: Path, tables: Tables, bytes_kept: int) -> None:
    """Move the oldest entries of the history into an archive file. Requires the lock.

    The latest stay: up to `ENTRIES_KEPT` of up to `bytes_kept` bytes together, but always the last one, from which
    entries are numbered. On failure the entries stay in `tables`, and the next save tries again.
    """
    rows = tables["history"]
    numbers = sorted(rows, key=int)
    kept = _count_kept([rows[number] for number in reversed(numbers[-ENTRIES_KEPT:])], bytes_kept)
    old, new = numbers[:-kept], numbers[-kept:]
    if not old:
        return
    data = dumps({"history": {number: rows[number] for number in old}})
    checksum = _checksum(data)
    name = f"{int(old[0]):08}-{int(old[-1]):08}-{checksum}.json"
    try:
        _write(register, archive_folder(register) / name, data)
    except (OSError, NotARegisterError):
        return
    archived = tables.setdefault(TABLE, {})
    place = str(max(map(int, archived), default=0) + 1)
    archived[place] = {"first": int(old[0]), "last": int(old[-1]), "file": name, "checksum": checksum}
    tables["history"] = {number: rows[number] for number in new}


def _count_kept(rows: list[Document], bytes_kept: int) -> int:
    """Return how many of these entries, latest first, stay in the register."""
    count = size = 0
    for row in rows:
        size += len(dumps({"history": {"1": row}}))
        if count and size > bytes_kept:
            break
        count += 1
    return count


def _write(register: Path, path: Path, data: bytes) -> None:
    make_folder(path.parent, register)
    try:
        atomic.create(path, data, like=register, mask=0o440)
    except FileExistsError:  # fine if a writer was killed just after writing the same data
        if read_whole(path, link=False) != data:
            raise
    atomic.sync_folder(register.parent)


def archived_rows(register: Path, tables: Tables) -> Iterator[tuple[int, Document]]:
    """Yield the archived entries with their numbers, oldest first. Raise `StoreError`, naming an unreadable file."""
    for number in sorted(tables.get(TABLE, {}), key=int):
        for at, row in rows_of(register, tables[TABLE][number]).items():
            yield int(at), row


def rows_of(register: Path, archived: Document) -> dict[str, Document]:
    """Return the entries of the archive file that a document of the table describes. Raise `StoreError`."""
    name = str(archived.get("file"))
    path = archive_folder(register) / Path(name).name
    try:
        data = read_whole(path, link=False)
        if _checksum(data) != archived.get("checksum"):
            raise NotARegisterError(_("it was altered"))
        return loads(data).get("history", {})
    except (OSError, NotARegisterError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        message = _("{path}: {reason}; it holds the older history of this register: replace it with a good copy")
        raise StoreError(message.format(path=safe(str(path)), reason=safe(reason))) from None


def _checksum(data: bytes) -> str:
    import zlib  # lazy: only long histories are archived

    return f"{zlib.crc32(data):08x}"
