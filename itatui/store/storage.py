"""The file itself: read when it is another than the one last read, replaced durably and whole under the lock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from itatui.locale import _
from itatui.store import backups
from itatui.store.errors import DamagedError, StoreError, os_failure, reason_of
from itatui.store.files import atomic
from itatui.store.files.lock import locked
from itatui.store.files.sidecar import set_aside
from itatui.store.format.bounded_read import read_whole, too_large
from itatui.store.format.json_reader import MAX_BYTES, NotARegisterError, Tables, loads, too_many_parts
from itatui.store.format.json_writer import Writer
from itatui.store.format.migrations import migrate
from itatui.thai import safe

LONGEST = 1000
"""Entries of the history beyond which the oldest are sealed."""

Signature = tuple[int, int, int]
"""What tells one version of the file from another: inode, time of change (ns), size (bytes)."""


class RegisterStorage:
    """The tables of one register file. They are read again only when the file is another than the one read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._tables: Tables | None = None
        self._signature: Signature | None = None
        self._in_transaction = False
        self._discarded = False
        self._older: int | None = None
        self._writer = Writer()

    @property
    def seen(self) -> Signature | None:
        """What the file was when it was last read or written here."""
        return self._signature

    def signature(self) -> Signature | None:
        """What the file is at this moment; None when there is none to be seen."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def read(self) -> Tables:
        """The tables of the file. `StoreError` says why they cannot be had."""
        signature = self.signature()
        if self._tables is None or (signature != self._signature and not self._in_transaction):
            self._tables = self._load()
            self._signature = signature
        return self._tables

    def _load(self) -> Tables:
        try:
            tables = loads(read_whole(self.path))
        except (FileNotFoundError, IsADirectoryError) as error:
            raise self.damaged(reason_of(error)) from None
        except OSError as error:
            raise os_failure(self.path, error, writing=False) from None
        except NotARegisterError as error:
            raise self.damaged(str(error)) from None
        self._older = migrate(tables)
        return tables

    def damaged(self, reason: str) -> DamagedError:
        """The error for this file being no register, with the newest good generation as the way out."""
        from itatui.store.restore import cure  # here, because a good register needs none

        return DamagedError(self.path, reason, cure(self.path))

    @contextmanager
    def transaction(self, who: str, seconds: float) -> Iterator[Tables]:
        """Holds the lock, lends the tables, and makes what was done to them one durable replace.

        On an error, and when `discard` was called, nothing is written. `StoreError`.
        """
        whole = False
        try:
            with locked(self.path, who, seconds):
                tables = self.read()
                self._in_transaction = True
                yield tables
                if self._discarded:
                    atomic.sync_folder(self.path.parent)  # it is so already: on the disk too, before anyone says so
                else:
                    self._commit(tables)
            whole = True
        except OSError as error:
            raise os_failure(self.path, error, writing=True) from None
        finally:
            self._in_transaction = self._discarded = False
            if not whole:  # the tables were changed in place: what did not reach the disk must not be believed
                self._tables = None

    def put_back(self, data: bytes, like: Path, who: str, seconds: float, mended: Callable[[], bool]) -> list[Path]:
        """Puts a generation's bytes in the place of what cannot be read, durably, under the lock. `StoreError`.

        What was there is kept beside: the first of the two files that are told; one when nothing was there, none when
        it was `mended` before the lock came.
        """
        aside: list[Path | None] = []
        try:
            with locked(self.path, who, seconds):
                if mended():
                    return []
                atomic.sweep(self.path)
                atomic.replace(self.path, data, lambda path: aside.append(set_aside(path, "damaged")), like)
        except OSError as error:
            raise os_failure(self.path, error, writing=True) from None
        self._tables = None
        return [path for path in (*aside, self.path) if path is not None]

    def discard(self) -> None:
        """Says, within a transaction, that the tables were left as they were."""
        self._discarded = True

    def _commit(self, tables: Tables) -> None:
        if len(tables.get("history", ())) > LONGEST:
            from itatui.store.history.archive import seal  # here, because it is done once in some hundred saves

            seal(self.path, tables)
        try:
            data = self._writer.dumps(tables)
            if too_many_parts(data):
                raise ValueError
        except (ValueError, RecursionError):
            raise self._unwritten(_("what would be written does not read back")) from None
        if len(data) > MAX_BYTES:
            raise self._unwritten(too_large())
        atomic.sweep(self.path)
        if self._older is not None:  # the newer shape's file pushes it out of the generations some day
            set_aside(self.path, f"version-{self._older}")
        atomic.replace(self.path, data, backups.keep)
        self._older = None
        self._signature = self.signature()

    def _unwritten(self, reason: str) -> StoreError:
        message = _("{path}: {reason}; nothing was changed")
        return StoreError(message.format(path=safe(str(self.path)), reason=reason))
