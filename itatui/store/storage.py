"""Storage of a register file: cached reads, and durable transactions under the lock."""

import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from itatui.locale import _
from itatui.store import backups
from itatui.store.errors import ChangedError, DamagedError, StoreError, keeps_changing, os_failure, reason_of
from itatui.store.files import atomic
from itatui.store.files.claim import Claim, Claimant, remove_unused
from itatui.store.files.lock import locked
from itatui.store.files.mounts import file_system, is_shared
from itatui.store.files.sidecar import set_aside, share_sidecars
from itatui.store.format.bounded_read import read_whole, too_large
from itatui.store.format.documents import SCHEMA
from itatui.store.format.json_reader import MAX_BYTES, NotARegisterError, Tables, count_parts, loads, too_many_parts
from itatui.store.format.json_writer import Writer
from itatui.store.format.migrations import migrate
from itatui.thai import safe

MAX_ENTRIES = 1000
"""Entries of the history beyond which the oldest are archived."""

MAX_HISTORY_BYTES = 256_000
"""Bytes of the history beyond which the oldest entries are archived."""

TRIES = 5
"""Attempts to read or save a file that others change at the same moment."""

SETTLE_TRIES = 20
"""Attempts to read a file on another mount of the same files, which may show part of a new file for a second."""

_PAUSE_S = 0.1
"""Seconds between these attempts."""

_CLAIM_PAUSE_S = 0.003
"""Seconds between attempts to claim the register while a writer on another mount is saving."""

Signature = tuple[int, int, int]
"""Version of a file: inode, modification time (ns), size (bytes)."""


def signature_of(status: os.stat_result) -> Signature:
    """Return the signature of a file with this status."""
    return status.st_ino, status.st_mtime_ns, status.st_size


class RegisterStorage:
    """The tables of a register file, read again only if the file has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._tables: Tables | None = None
        self._signature: Signature | None = None
        self._checksum: int | None = None
        """CRC-32 of the file as last read or written, if it was needed."""
        self._parts: int | None = None
        """Number of JSON values in the file as last read, at most, if it is large."""
        self._claim = Claim(None)
        self._shared_kind: str | None = None
        self._trusts_cache = True
        self._in_transaction = False
        self._discarded = False
        self._old_schema: int | None = None
        self._typed = 0
        """Number of the last change in the file before a transaction if it is a run of typing, else 0."""
        self._writer = Writer()

    @property
    def schema(self) -> int:
        """Version of the format of the file that was read last; the next save writes the current one."""
        return SCHEMA if self._old_schema is None else self._old_schema

    @property
    def known_signature(self) -> Signature | None:
        """Signature of the file when this object last read or wrote it."""
        return self._signature

    def signature(self) -> Signature | None:
        """Return the current signature of the file; None if it is missing or inaccessible."""
        try:
            status = self.path.stat()
        except OSError:
            return None
        return signature_of(status)

    def read(self) -> Tables:
        """Return the tables of the file. Raise `StoreError` if they cannot be read."""
        signature = self.signature()
        if self._tables is None or (signature != self._signature and not self._in_transaction):
            self._tables = self._load()
            self._signature = signature
        return self._tables

    def _load(self) -> Tables:
        try:
            tables = self._read_settled()
            self._old_schema = migrate(tables)
        except (FileNotFoundError, IsADirectoryError) as error:
            raise self.damaged(reason_of(error)) from None
        except OSError as error:
            raise os_failure(self.path, error, writing=False) from None
        except NotARegisterError as error:
            raise self.damaged(error) from None
        return tables

    def _read_settled(self) -> Tables:
        """Return the tables; read again a file that cannot be read but was changed meanwhile, or may look cut off."""
        tries = 0
        while True:
            signature = self.signature()
            try:
                data = read_whole(self.path, cached=self._trusts_cache)
                self._parts = None
                tables = loads(data, self._count)
            except (OSError, NotARegisterError) as error:
                tries += 1
                if tries < TRIES and signature != self.signature():
                    continue
                if tries == SETTLE_TRIES or isinstance(error, OSError) or not self.shared_kind():
                    raise
                time.sleep(_PAUSE_S)
                continue
            self._checksum = None if self._trusts_cache else _checksum(data)
            return tables

    def _count(self, data: bytes) -> int:
        self._parts = count_parts(data)
        return self._parts

    def shared_kind(self) -> str:
        """Return the type of the file system if its other mounts and machines may not see locks; else an empty text."""
        if self._shared_kind is None:
            kind = file_system(self.path.parent)
            self._shared_kind = kind if is_shared(kind) else ""
        return self._shared_kind

    def damaged(self, reason: str | NotARegisterError) -> DamagedError:
        """Return the error for an unreadable register: the cure of its cause, then how to restore the newest backup."""
        from itatui.store.restore import restore_advice  # lazy: needed only for a damaged register

        cure, sound = (reason.cure, reason.sound) if isinstance(reason, NotARegisterError) else ("", False)
        advice = "" if sound else restore_advice(self.path)
        return DamagedError(self.path, str(reason), " ".join(filter(None, (cure, advice))), sound=sound)

    @contextmanager
    def transaction(self, who: str, seconds: float) -> Iterator[Tables]:
        """Hold the lock as the user `who`, yield the tables for editing in place, then save them durably.

        Nothing is written after an exception or `discard`. Raise `StoreError` on failure, `BusyError` after `seconds`
        of waiting for the lock, `ChangedError` if the file changed in spite of the lock.
        """
        saved = False
        try:
            self._check_writable()
            with locked(self.path, who, seconds) as device, self._claimed(device, seconds) as tables:
                self._in_transaction = True
                self._typed = _last_typed(tables)
                yield tables
                if self._discarded:
                    atomic.sync_folder(self.path.parent)  # an earlier save may not have reached the disk yet
                else:
                    self._commit(tables)
            saved = True
        except OSError as error:
            raise os_failure(self.path, error, writing=True) from None
        except NotARegisterError as error:  # replaced while it was being claimed
            raise self.damaged(error) from None
        finally:
            self._in_transaction = self._discarded = False
            if not saved:  # the tables may differ from the file
                self._tables = None

    @contextmanager
    def _claimed(self, device: int, seconds: float) -> Iterator[Tables]:
        """Keep writers on other mounts away, and yield the tables. Raise `StoreError` after `seconds` of waiting."""
        claimant, end = Claimant(self.path, device), time.monotonic() + seconds
        while (tables := self._claimed_tables(claimant)) is None:
            if time.monotonic() > end:
                raise keeps_changing(self.path)
            time.sleep(_CLAIM_PAUSE_S)
        try:
            yield tables
        finally:
            self._claim.release()

    def _claimed_tables(self, claimant: Claimant) -> Tables | None:
        """Claim the file and return its tables; None if another writer has it."""
        if self.shared_kind():  # the signature may be that of an old file
            self._tables, self._trusts_cache = None, False
        tables = self.read()
        data = b""
        if self._checksum is None:  # of another file than the one that was read, if the signature is another by now
            self._checksum = _checksum(data := read_whole(self.path))
        claim = claimant.claim(self._checksum)
        if claim is None:
            return None
        self._claim = claim
        if self._is_as_read():
            if data and self._writer.is_new and self._old_schema is None:
                self._writer.take(data, tables, self._parts)
            return tables
        claim.release()
        return None

    def _is_as_read(self) -> bool:
        """Return whether the file is the one that was read, as far as its file system tells."""
        if not self.shared_kind():
            return self.signature() == self._signature
        try:
            return _checksum(read_whole(self.path, cached=False)) == self._checksum
        except (OSError, NotARegisterError):
            return False

    def put_back(
        self, data: bytes, like: Path, who: str, seconds: float, readable: Callable[[], bool]
    ) -> tuple[bool, Path | None]:
        """Replace an unreadable register by the bytes of the backup `like`, durably, under the lock.

        The new file has the rights of the file that it replaces; of the backup if there is none.

        Return `(True, path of the preserved unreadable file or None)`; `(False, None)`, changing nothing, if the
        register became `readable` before the lock was acquired. Raise `StoreError` on failure.
        """
        aside: Path | None = None

        def keep_unreadable(path: Path) -> Callable[[], object]:
            nonlocal aside
            aside = set_aside(path, "damaged")
            return lambda: None  # a file put aside is never deleted, and the next attempt finds it

        try:
            self._check_writable()
            with locked(self.path, who, seconds):
                if readable():
                    return False, None
                atomic.remove_strays(self.path)
                replaced = stat.S_ISREG(self.path.lstat().st_mode) if os.path.lexists(self.path) else False
                atomic.replace(self.path, data, keep_unreadable, self.path if replaced else like)
        except OSError as error:
            raise os_failure(self.path, error, writing=True) from None
        except ChangedError:
            raise keeps_changing(self.path) from None
        self._tables = None
        return True, aside

    def _check_writable(self) -> None:
        """Raise `OSError` if the file itself is write-protected: replacing it needs write access only to the folder."""
        if self.path.is_file():
            os.close(os.open(self.path, os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC))

    def discard(self) -> None:
        """End the current transaction without writing: the tables are unchanged."""
        self._discarded = True

    def _commit(self, tables: Tables) -> None:
        data = self._encode(tables)
        entries = len(tables.get("history", ()))
        if entries > MAX_ENTRIES or (entries > 1 and self._writer.size("history") > MAX_HISTORY_BYTES):
            from itatui.store.history.archive import archive_oldest  # lazy: needed once in some hundred saves

            archive_oldest(self.path, tables, MAX_HISTORY_BYTES // 2)
            data = self._encode(tables)
        if too_many_parts(data, self._writer.parts):
            raise self._unwritten(_("the new file could not be read back"))
        if len(data) > MAX_BYTES:
            raise self._unwritten(too_large())
        atomic.remove_strays(self.path)
        remove_unused(self.path, self._claim)
        if self._old_schema is not None:  # backups expire; keep the last file of the older schema for good
            set_aside(self.path, f"version-{self._old_schema}")
        written = atomic.replace(self.path, data, self._keep_backup)
        backups.remove_expired(self.path, self._typed)
        share_sidecars(self.path)
        self._old_schema = None
        self._signature, self._checksum = signature_of(written), _checksum(data)

    def _keep_backup(self, path: Path) -> Callable[[], None]:
        """Back up the file that is about to be replaced. Raise `ChangedError` if it is not the file that was read.

        An editor heeds no lock, and a writer that was suspended may have lost its claim.
        """
        take_back = backups.keep_backup(path)
        if not (self._claim.holds() and self._is_as_read()):
            with suppress(OSError):
                take_back()
            raise ChangedError
        return take_back

    def _encode(self, tables: Tables) -> bytes:
        try:
            return self._writer.dumps(tables)
        except (ValueError, RecursionError):
            raise self._unwritten(_("the new file could not be read back")) from None

    def _unwritten(self, reason: str) -> StoreError:
        message = _("{path}: {reason}; nothing was changed")
        return StoreError(message.format(path=safe(str(self.path)), reason=reason))


def _last_typed(tables: Tables) -> int:
    """Return the number of the last change if it is a run of typing, else 0."""
    history = tables.get("history", {})
    last = max(history, key=int, default="0")
    return int(last) if history.get(last, {}).get("run") else 0


def _checksum(data: bytes) -> int:
    import zlib  # lazy: only saves need it

    return zlib.crc32(data)
