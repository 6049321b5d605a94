"""Errors in reading and writing a register file, each with a message for the user."""

import errno
import os
import stat
from pathlib import Path

from itatui.errors import ItatuiError
from itatui.locale import N_, _
from itatui.store.files.side_names import side_name
from itatui.thai import safe

_REASONS = {
    errno.ENOENT: N_("no such file or folder"),
    errno.EACCES: N_("no permission to read or write it"),
    errno.EPERM: N_("no permission to change it"),
    errno.EROFS: N_("the disk is read-only"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("disk quota exceeded"),
    errno.EIO: N_("disk error"),
    errno.EISDIR: N_("it is a folder, not a file"),
    errno.ENOTDIR: N_("part of the path is not a folder"),
    errno.ELOOP: N_("it is a link, not a file"),
    errno.EBUSY: N_("it is mounted or in use, so it cannot be replaced"),
    errno.ENOLCK: N_("its file system offers no locks"),
    errno.ENAMETOOLONG: N_("the name is too long"),
}


_CURES = {
    errno.EBUSY: N_("nothing was changed; mount the folder of the register, not the register alone"),
    errno.ENOLCK: N_("nothing was changed; keep the register on a disk of this machine"),
    errno.ENAMETOOLONG: N_("choose a shorter name"),
    errno.ENOTDIR: N_("nothing was changed; check the path"),
}


class StoreError(ItatuiError):
    """A register file could not be read or written; nothing was changed."""


class DamagedError(StoreError):
    """The file is missing or is not a register that this version can read; a backup may replace it unless `sound`."""

    def __init__(self, path: Path, reason: str, cure: str, *, sound: bool = False) -> None:
        message = _("{path}: {reason}; nothing was changed. {cure}")
        line = message.format(path=_one_line(str(path)), reason=_one_line(reason), cure=_one_line(cure))
        super().__init__(line.rstrip())
        self.reason = reason
        self.sound = sound
        """True for the undamaged register of a newer version."""


class ChangedError(Exception):
    """The file changed since it was read under the lock: another machine or program does not see the lock."""


def keeps_changing(path: Path) -> StoreError:
    """Return the error for a register that others write at each attempt to save."""
    message = _("{path}: another program keeps changing it; nothing was changed; try again")
    return StoreError(message.format(path=safe(str(path))))


class BusyError(StoreError):
    """Another process held the register's lock beyond the time limit."""


class UnsureError(OSError):
    """The new file is in place, but a power cut may still undo that: the folder could not be synced."""


def _one_line(text: str) -> str:
    """Return text from a file, or a file name, safe to print on a single line."""
    return safe(text).replace("\n", "␊").replace("\t", "␉")


def reason_of(error: OSError) -> str:
    """Return the reason for an operating-system error, in the user's language where known."""
    return (_(_REASONS[error.errno]) if error.errno in _REASONS else "") or error.strerror or type(error).__name__


def os_failure(path: Path, error: OSError, *, writing: bool) -> StoreError:
    """Return the `StoreError` for an operating-system error while reading or writing `path`."""
    why, blamed = reason_of(error), _blamed(path, error)
    if isinstance(error, FileNotFoundError) and not writing:
        cure = _("check the name, or create a register with: itatui new YEAR --register FILE")
    elif isinstance(error, UnsureError):
        cure = _("it was written, but a power cut could lose it; save again")
    elif isinstance(error, PermissionError):
        cure = _permission_cure(path, blamed, error)
    elif blamed != path and isinstance(error, NotADirectoryError):
        why, cure = _("it is not a folder"), _("rename or delete it: only itatui should create it")
    elif error.errno in _CURES:
        cure = _(_CURES[error.errno])
    elif error.errno == errno.ELOOP:
        cure = _("rename or delete it: only itatui should create it")
    elif writing:
        cure = _("nothing was changed; try again when the disk and the folder are available")
    else:
        cure = _("check that you can read this file")
    if blamed != path:
        why = f"{_one_line(str(blamed))}: {why}"
    return StoreError(_("{path}: {why}; {cure}").format(path=_one_line(str(path)), why=why, cure=_one_line(cure)))


def _blamed(path: Path, error: OSError) -> Path:
    """Return the file or folder that refused, for errors that depend on it: a folder if a file cannot be created."""
    if not isinstance(error, PermissionError | NotADirectoryError) and error.errno != errno.ELOOP:
        return path
    name = error.filename2 or error.filename
    if not isinstance(name, str | bytes | os.PathLike):
        return path
    named = Path(os.fsdecode(name))
    if named.parent not in (path.parent, *(path.parent / each for each in _names_beside(path))):
        return path
    return named if os.path.lexists(named) else named.parent


def _names_beside(path: Path) -> list[str]:
    return [side_name(path.name, suffix) for suffix in (".past", ".open", ".history")]


def _permission_cure(path: Path, blamed: Path, error: OSError) -> str:
    """Return the remedy for a refused permission: some can be given by the user."""
    try:
        status, folder = blamed.lstat(), blamed.parent.stat()
    except OSError:
        return _("ask its owner for permission")
    own, user = status.st_uid == os.geteuid(), os.geteuid()
    if error.filename2 and folder.st_mode & stat.S_ISVTX and user not in (0, status.st_uid, folder.st_uid):
        message = _("in this folder only its owner may replace it; the folder's owner can type: chmod -t {folder}")
        return message.format(folder=blamed.parent)
    if error.errno == errno.EPERM and blamed == path and not error.filename2:
        return _("it is set as immutable; root can type: chattr -ia {path}").format(path=blamed)
    if own and not status.st_mode & 0o200:
        return _("it is write-protected; type: chmod u+w {path}").format(path=blamed)
    return _("ask its owner for permission")
