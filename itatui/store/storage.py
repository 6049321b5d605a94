"""TinyDB's storage for a register: what TinyDB reads and writes between a lock and a durable replace.

TinyDB's own writes in place, so that a kill leaves half a file, and two processes tear each other's writes. Here
TinyDB works on the tables in memory, and one `transaction` makes all of its writes one replace of the file.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from itatui.locale import _
from itatui.store import durable, generations
from itatui.store.failures import DamagedError, StoreError, os_failure
from itatui.store.lock import locked
from itatui.store.serial import MAX_BYTES, NotARegisterError, Tables, dumps, loads

Signature = tuple[int, int, int]
"""What tells one version of the file from another: inode, time of change (ns), size (bytes)."""


class RegisterStorage(Storage):
    """The tables of one register file. They are read again only when the file is another than the one read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._tables: Tables | None = None
        self._signature: Signature | None = None
        self._in_transaction = False
        self._written = False

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
                data = file.read(MAX_BYTES + 1)
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

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Takes TinyDB's tables; they reach the disk when the transaction ends."""
        if not self._in_transaction:
            raise StoreError("a register is written in a transaction only")
        self._tables = data
        self._written = True

    @contextmanager
    def transaction(self, who: str, seconds: float) -> Iterator[None]:
        """Holds the lock, and makes what TinyDB writes meanwhile one durable replace. An error changes nothing."""
        whole = False
        try:
            with locked(self.path, who, seconds):
                self.read()
                self._in_transaction = True
                yield
                if self._written:
                    self._commit()
            whole = True
        except OSError as error:
            raise os_failure(self.path, error, writing=True) from None
        finally:
            self._in_transaction = self._written = False
            if not whole:  # TinyDB changes the tables in place: what did not reach the disk must not be believed
                self._tables = None

    def _commit(self) -> None:
        assert self._tables is not None
        data = dumps(self._tables)
        if len(data) > MAX_BYTES:
            raise StoreError(f"{self.path}: {_too_large()}")
        if loads(data) != self._tables:
            raise StoreError(f"{self.path}: what would be written does not read back; nothing was changed")
        durable.sweep(self.path)
        durable.replace(self.path, data, generations.keep)
        self._signature = self.signature()


def _too_large() -> str:
    return _("it is larger than {limit} MB").format(limit=MAX_BYTES // 1024 // 1024)


def _cure(path: Path) -> str:
    for generation in generations.generations(path):
        try:
            loads(generation.read_bytes())
        except (OSError, NotARegisterError):
            continue
        return _("The newest good copy is {path}: put it in its place").format(path=generation)
    return _("Put a good copy in its place, or make a register with: itatui new YEAR --register FILE")
