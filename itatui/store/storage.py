"""Storage of a register file: cached reads. Its saves are in `itatui.store.saves`."""

import os
import time
from pathlib import Path

from itatui.store.errors import DamagedError, os_failure, reason_of
from itatui.store.format.bounded_read import read_whole
from itatui.store.format.documents import SCHEMA
from itatui.store.format.json_reader import NotARegisterError, Tables, count_parts, loads
from itatui.store.format.migrations import migrate

TRIES = 5
"""Attempts to read or save a file that others change at the same moment."""

SETTLE_TRIES = 20
"""Attempts to read a file on another mount of the same files, which may show part of a new file for a second."""

_PAUSE_S = 0.1
"""Seconds between these attempts."""

Signature = tuple[int, int, int]
"""Version of a file: inode, modification time (ns), size (bytes)."""


def signature_of(status: os.stat_result) -> Signature:
    """Return the signature of a file with this status."""
    return status.st_ino, status.st_mtime_ns, status.st_size


class RegisterStorage:
    """The tables of a register file, read again only if the file has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tables: Tables | None = None
        """Tables of the file as last read or written; None: they are to be read again."""
        self.known_signature: Signature | None = None
        """Signature of the file as last read or written."""
        self.checksum: int | None = None
        """CRC-32 of the file as last read or written, if it was needed."""
        self.parts: int | None = None
        """Number of JSON values in the file as last read, at most, if it is large."""
        self.trusts_cache = True
        """Whether this machine's memory of the file is what other mounts see."""
        self.is_held = False
        """Whether a transaction holds the file: its tables may differ from it."""
        self.old_schema: int | None = None
        """Version of the format of the file as last read, if it is not the current one."""
        self._shared_kind: str | None = None

    @property
    def schema(self) -> int:
        """Version of the format of the file that was read last; the next save writes the current one."""
        return SCHEMA if self.old_schema is None else self.old_schema

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
        if self.tables is None or (signature != self.known_signature and not self.is_held):
            self.tables = self._load()
            self.known_signature = signature
        return self.tables

    def _load(self) -> Tables:
        try:
            tables = self._read_settled()
            self.old_schema = migrate(tables)
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
                data = read_whole(self.path, cached=self.trusts_cache)
                self.parts = None
                tables = loads(data, self._count)
            except (OSError, NotARegisterError) as error:
                tries += 1
                if tries < TRIES and signature != self.signature():
                    continue
                if tries == SETTLE_TRIES or isinstance(error, OSError) or not self.shared_kind():
                    raise
                time.sleep(_PAUSE_S)
                continue
            self.checksum = None if self.trusts_cache else checksum_of(data)
            return tables

    def _count(self, data: bytes) -> int:
        self.parts = count_parts(data)
        return self.parts

    def shared_kind(self) -> str:
        """Return the type of the file system if its other mounts and machines may not see locks; else an empty text."""
        if self._shared_kind is None:
            from itatui.store.files.mounts import file_system, is_shared  # lazy: sound reads need no mount table

            kind = file_system(self.path.parent)
            self._shared_kind = kind if is_shared(kind) else ""
        return self._shared_kind

    def damaged(self, reason: str | NotARegisterError) -> DamagedError:
        """Return the error for an unreadable register: the cure of its cause, then how to restore the newest backup."""
        from itatui.store.restore import restore_advice  # lazy: needed only for a damaged register

        cure, sound = (reason.cure, reason.sound) if isinstance(reason, NotARegisterError) else ("", False)
        advice = "" if sound else restore_advice(self.path)
        return DamagedError(self.path, str(reason), " ".join(filter(None, (cure, advice))), sound=sound)


def checksum_of(data: bytes) -> int:
    """Return the CRC-32 of the bytes of a file."""
    import zlib  # lazy: only saves need it

    return zlib.crc32(data)
