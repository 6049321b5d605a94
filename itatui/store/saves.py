"""The saves of a register file: durable transactions under the lock. Reading needs nothing of this module."""

import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from itatui.locale import _
from itatui.store import backups
from itatui.store.errors import ChangedError, StoreError, keeps_changing, os_failure
from itatui.store.files import atomic
from itatui.store.files.claim import Claim, Claimant, remove_unused
from itatui.store.files.lock import locked
from itatui.store.files.sidecar import set_aside, share_sidecars
from itatui.store.format.bounded_read import read_whole, too_large
from itatui.store.format.json_reader import MAX_BYTES, NotARegisterError, Tables, too_many_parts
from itatui.store.format.json_writer import Writer
from itatui.store.storage import RegisterStorage, checksum_of, signature_of
from itatui.thai import safe

MAX_ENTRIES = 1000
"""Entries of the history beyond which the oldest are archived."""

MAX_HISTORY_BYTES = 256_000
"""Bytes of the history beyond which the oldest entries are archived."""

_CLAIM_PAUSE_S = 0.003
"""Seconds between attempts to claim the register while a writer on another mount is saving."""


class Saves:
    """Saves of a register file, which is read through its storage."""

    def __init__(self, storage: RegisterStorage) -> None:
        self._storage = storage
        self._path = storage.path
        self._claim = Claim(None)
        self._discarded = False
        self._typed = 0
        """Number of the last change in the file before a transaction if it is a run of typing, else 0."""
        self._writer = Writer()

    @contextmanager
    def transaction(self, who: str, seconds: float) -> Iterator[Tables]:
        """Hold the lock as the user `who`, yield the tables for editing in place, then save them durably.

        Nothing is written after an exception or `discard`. Raise `StoreError` on failure, `BusyError` after `seconds`
        of waiting for the lock, `ChangedError` if the file changed in spite of the lock.
        """
        saved = False
        try:
            self._check_writable()
            with locked(self._path, who, seconds) as device, self._claimed(device, seconds) as tables:
                self._storage.is_held = True
                self._typed = _last_typed(tables)
                yield tables
                if self._discarded:
                    atomic.sync_folder(self._path.parent)  # an earlier save may not have reached the disk yet
                else:
                    self._commit(tables)
            saved = True
        except OSError as error:
            raise os_failure(self._path, error, writing=True) from None
        except NotARegisterError as error:  # replaced while it was being claimed
            raise self._storage.damaged(error) from None
        finally:
            self._storage.is_held = self._discarded = False
            if not saved:  # the tables may differ from the file
                self._storage.tables = None

    @contextmanager
    def _claimed(self, device: int, seconds: float) -> Iterator[Tables]:
        """Keep writers on other mounts away, and yield the tables. Raise `StoreError` after `seconds` of waiting."""
        claimant, end = Claimant(self._path, device), time.monotonic() + seconds
        while (tables := self._claimed_tables(claimant)) is None:
            if time.monotonic() > end:
                raise keeps_changing(self._path)
            time.sleep(_CLAIM_PAUSE_S)
        try:
            yield tables
        finally:
            self._claim.release()

    def _claimed_tables(self, claimant: Claimant) -> Tables | None:
        """Claim the file and return its tables; None if another writer has it."""
        if self._storage.shared_kind():  # the signature may be that of an old file
            self._storage.tables, self._storage.trusts_cache = None, False
        tables = self._storage.read()
        data = b""
        if self._storage.checksum is None:  # of another file than the one read, if the signature is another by now
            self._storage.checksum = checksum_of(data := read_whole(self._path))
        claim = claimant.claim(self._storage.checksum)
        if claim is None:
            return None
        self._claim = claim
        if self._is_as_read():
            if data and self._writer.is_new and self._storage.old_schema is None:
                self._writer.take(data, tables, self._storage.parts)
            return tables
        claim.release()
        return None

    def _is_as_read(self) -> bool:
        """Return whether the file is the one that was read, as far as its file system tells."""
        if not self._storage.shared_kind():
            return self._storage.signature() == self._storage.known_signature
        try:
            return checksum_of(read_whole(self._path, cached=False)) == self._storage.checksum
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
            with locked(self._path, who, seconds):
                if readable():
                    return False, None
                atomic.remove_strays(self._path)
                replaced = stat.S_ISREG(self._path.lstat().st_mode) if os.path.lexists(self._path) else False
                atomic.replace(self._path, data, keep_unreadable, self._path if replaced else like)
        except OSError as error:
            raise os_failure(self._path, error, writing=True) from None
        except ChangedError:
            raise keeps_changing(self._path) from None
        self._storage.tables = None
        return True, aside

    def _check_writable(self) -> None:
        """Raise `OSError` if the file itself is write-protected: replacing it needs write access only to the folder."""
        if self._path.is_file():
            os.close(os.open(self._path, os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC))

    def discard(self) -> None:
        """End the current transaction without writing: the tables are unchanged."""
        self._discarded = True

    def _commit(self, tables: Tables) -> None:
        data = self._encode(tables)
        entries = len(tables.get("history", ()))
        if entries > MAX_ENTRIES or (entries > 1 and self._writer.size("history") > MAX_HISTORY_BYTES):
            from itatui.store.history.archive import archive_oldest  # lazy: needed once in some hundred saves

            archive_oldest(self._path, tables, MAX_HISTORY_BYTES // 2)
            data = self._encode(tables)
        if too_many_parts(data, self._writer.parts):
            raise self._unwritten(_("the new file could not be read back"))
        if len(data) > MAX_BYTES:
            raise self._unwritten(too_large())
        atomic.remove_strays(self._path)
        remove_unused(self._path, self._claim)
        if self._storage.old_schema is not None:  # backups expire; keep the last file of the older schema for good
            set_aside(self._path, f"version-{self._storage.old_schema}")
        written = atomic.replace(self._path, data, self._keep_backup)
        backups.remove_expired(self._path, self._typed)
        share_sidecars(self._path)
        self._storage.old_schema = None
        self._storage.known_signature, self._storage.checksum = signature_of(written), checksum_of(data)

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
        return StoreError(message.format(path=safe(str(self._path)), reason=reason))


def _last_typed(tables: Tables) -> int:
    """Return the number of the last change if it is a run of typing, else 0."""
    history = tables.get("history", {})
    last = max(history, key=int, default="0")
    return int(last) if history.get(last, {}).get("run") else 0
