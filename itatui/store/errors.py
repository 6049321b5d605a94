"""Errors in reading and writing a register file, each with a message for the user."""

import errno
from pathlib import Path

from itatui.errors import ItatuiError
from itatui.locale import N_, _
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
}


class StoreError(ItatuiError):
    """A register file could not be read or written; nothing was changed."""


class DamagedError(StoreError):
    """The file is missing or is not a register that this version can read; a backup may replace it."""

    def __init__(self, path: Path, reason: str, cure: str) -> None:
        message = _("{path}: {reason}; nothing was changed. {cure}")
        super().__init__(message.format(path=_one_line(str(path)), reason=_one_line(reason), cure=_one_line(cure)))
        self.reason = reason


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
    why = reason_of(error)
    if isinstance(error, FileNotFoundError) and not writing:
        cure = _("check the name, or create a register with: itatui new YEAR --register FILE")
    elif isinstance(error, UnsureError):
        cure = _("it was written, but a power cut could lose it; save again")
    elif isinstance(error, PermissionError):
        cure = _("ask its owner for permission")
    elif writing:
        cure = _("nothing was changed; try again when the disk and the folder are available")
    else:
        cure = _("check that you can read this file")
    return StoreError(_("{path}: {why}; {cure}").format(path=_one_line(str(path)), why=why, cure=cure))
