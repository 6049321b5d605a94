"""The file itself: read when it is another than the one last read, replaced durably and whole under the lock."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from itatui.locale import _
from itatui.store import durable, generations
from itatui.store.failures import DamagedError, StoreError, os_failure
from itatui.store.lock import locked
from itatui.store.serial import MAX_BYTES, NotARegisterError, Tables, loads, too_many_parts
from itatui.store.writing import Writer
from itatui.thai import safe

Signature = tuple[int, int, int]
"""What tells one version of the file from another: inode, time of change (ns), size (bytes)."""


class Disk:
    """The tables of one register file. They are read again only when the file is another than the one read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._tables: Tables | None = None
        self._signature: Signature | None = None
        self._in_transaction = False
        self._discarded = False
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
            with self.path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size or MAX_BYTES  # room for more than there is takes longer to get
                data = file.read(min(size, MAX_BYTES) + 1)
        except OSError as error:
            raise os_failure(self.path, error, writing=False) from None
        if len(data) > MAX_BYTES:
            raise self.damaged(_too_large())
        try:
            return loads(data)
        except NotARegisterError as error:
            raise self.damaged(str(error)) from None

    def damaged(self, reason: str) -> DamagedError:
        """The error for this file being no register, with the newest good generation as the way out."""
        return DamagedError(self.path, reason, _cure(self.path))

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
                    durable.sync_folder(self.path.parent)  # it is so already: on the disk too, before anyone says so
                else:
                    self._commit(tables)
            whole = True
        except OSError as error:
            raise os_failure(self.path, error, writing=True) from None
        finally:
            self._in_transaction = self._discarded = False
            if not whole:  # the tables were changed in place: what did not reach the disk must not be believed
                self._tables = None

    def discard(self) -> None:
        """Says, within a transaction, that the tables were left as they were."""
        self._discarded = True

    def _commit(self, tables: Tables) -> None:
        try:
            data = self._writer.dumps(tables)
            if too_many_parts(data):
                raise ValueError
        except ValueError:
            raise self._unwritten(_("what would be written does not read back")) from None
        if len(data) > MAX_BYTES:
            raise self._unwritten(_too_large())
        durable.sweep(self.path)
        durable.replace(self.path, data, generations.keep)
        self._signature = self.signature()

    def _unwritten(self, reason: str) -> StoreError:
        message = _("{path}: {reason}; nothing was changed")
        return StoreError(message.format(path=safe(str(self.path)), reason=reason))


def _too_large() -> str:
    return _("it is larger than {limit} MB").format(limit=MAX_BYTES // 1024 // 1024)


def _cure(path: Path) -> str:
    for generation in generations.generations(path):
        try:
            if generation.stat().st_size > MAX_BYTES:
                continue
            loads(generation.read_bytes())
        except (OSError, NotARegisterError):
            continue
        return _("The newest good copy is {path}: put it in its place").format(path=safe(str(generation)))
    return _("Put a good copy in its place, or make a register with: itatui new YEAR --register FILE")
