"""Reading backups, comparing them with the current register, and restoring them."""

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from itatui.domain.backup import Backup
from itatui.domain.change import Change
from itatui.domain.history import change_after
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.domain.register_diff import OutOfReachError, difference
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.store.backups import backup_paths
from itatui.store.errors import StoreError, os_failure
from itatui.store.format.bounded_read import read_whole
from itatui.store.format.documents import change_of, register_of
from itatui.store.format.json_reader import NotARegisterError, loads
from itatui.store.format.migrations import migrate
from itatui.thai import quote, safe


class BackupContents(NamedTuple):
    """A readable backup."""

    data: bytes
    register: Register
    changes: Sequence[Change]
    """Its history, without the archive."""

    @property
    def last(self) -> Change | None:
        """Its last change; None if its history is empty."""
        return max(self.changes, key=lambda change: change.number, default=None)


class Current(NamedTuple):
    """The readable register with which backups are compared."""

    register: Register
    changes: Sequence[Change]
    """Its history, without the archive."""


def read_backup(path: Path) -> BackupContents:
    """Read a backup. Raise `StoreError` if it is inaccessible, damaged or of a newer version."""
    try:
        return _read(path)
    except OSError as error:
        raise os_failure(path, error, writing=False) from None
    except NotARegisterError as error:
        if error.sound:
            message = _("{path}: {reason}; nothing was changed")
            raise StoreError(message.format(path=safe(str(path)), reason=error)) from None
        message = _("this version is damaged too ({reason}); choose another: itatui restore")
        raise StoreError(message.format(reason=error)) from None


def _read(path: Path) -> BackupContents:
    data = read_whole(path, link=False)
    tables = loads(data)
    migrate(tables)
    changes = [change_of(int(number), row) for number, row in tables.get("history", {}).items()]
    return BackupContents(data, register_of(tables), changes)


def backup_path(register: Path, number: int) -> Path:
    """Return the file of a backup; 1 is the newest. Raise `ItatuiError` if there is none of this number."""
    paths = backup_paths(register)
    if not 1 <= number <= len(paths):
        message = _("there is no version {number}; versions kept: {count}; see: itatui restore")
        raise ItatuiError(message.format(number=quote(str(number)), count=len(paths)))
    return paths[number - 1]


def list_backups(register: Path, load_current: Callable[[], Current | None]) -> list[Backup]:
    """Return a register's backups, newest first, compared with the current register.

    `load_current` is called only if there are backups; it returns None if the current register is unreadable.
    """
    paths = backup_paths(register)
    current = load_current() if paths else None
    backups = []
    newer: Sequence[Change] = ()
    for number, path in enumerate(paths, 1):
        backup, changes = _summarize(number, path, current, newer)
        backups.append(backup)
        newer = changes or newer
    return backups


def restoring_change(current: Register, contents: BackupContents, path: Path) -> Change:
    """Return the change from the current register to a backup. Raise `OutOfReachError`, naming the backup's file."""
    try:
        return Change(difference(current, contents.register), restores=backup_moment(contents, path))
    except OutOfReachError as error:
        message = _("{reason}; that version is the file {path}")
        raise OutOfReachError(message.format(reason=error, path=path)) from None


def summarize(number: int, path: Path, current: Current | None) -> Backup:
    """Describe a backup, compared with the current register unless that is None."""
    return _summarize(number, path, current, ())[0]


def _summarize(
    number: int, path: Path, current: Current | None, newer: Sequence[Change]
) -> tuple[Backup, Sequence[Change]]:
    """Describe a backup, and return its history; `newer` is the history of the next newer backup."""
    try:
        contents = _read(path)
    except (OSError, NotARegisterError) as error:
        if isinstance(error, NotARegisterError) and error.sound:
            return Backup(number, path, _file_moment(path), apart=str(error)), ()
        why = error.strerror if isinstance(error, OSError) else str(error)
        return Backup(number, path, _file_moment(path), damaged=why or type(error).__name__), ()
    last = contents.last
    followed = (change_after(current.changes, last) if current else None) or change_after(newer, last)
    who, count = last.who if last else "", len(contents.register.measures)
    backup = Backup(number, path, backup_moment(contents, path), who, count, followed=followed)
    if current is None:
        return backup._replace(apart=_("the current register cannot be read")), contents.changes
    try:
        return backup._replace(edits=difference(current.register, contents.register)), contents.changes
    except OutOfReachError as error:
        return backup._replace(apart=str(error)), contents.changes


def backup_moment(contents: BackupContents, path: Path) -> str:
    """Return the moment (ISO 8601) of a backup's last change, or of its file if there is no change."""
    return contents.last.when if contents.last else _file_moment(path)


def _file_moment(path: Path) -> str:
    try:
        seconds = path.lstat().st_mtime
    except OSError:
        return ""
    return datetime.fromtimestamp(seconds).astimezone().isoformat(timespec="seconds")


def restore_advice(register: Path) -> str:
    """Return advice on an unreadable register: the command that restores its newest good backup, if any."""
    for number, path in enumerate(backup_paths(register), 1):
        try:
            contents = _read(path)
        except (OSError, NotARegisterError):
            continue
        import shlex  # lazy: rarely needed

        from itatui.locale.dates import moment

        message = _("To restore the newest good version, of {when}: itatui restore {number} --register {path}")
        when = moment(backup_moment(contents, path))
        return message.format(number=number, when=when, path=shlex.quote(str(register)))
    if os.path.lexists(register):
        return _("Replace it with a good copy, or create a register with: itatui new YEAR --register FILE")
    return _("Check the name, or create a register with: itatui new YEAR --register FILE")
