"""Errors in reading and writing a register file, each with a message for the user."""

import errno
from pathlib import Path

from itatui.errors import ItatuiError
from itatui.locale import N_, _
from itatui.thai import safe

_REASONS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("it may not be read or written by you"),
    errno.EPERM: N_("it may not be changed by you"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("your share of the disk is used up"),
    errno.EIO: N_("the disk does not work as it should"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of its path is no folder"),
    errno.ELOOP: N_("it is a link where a file must be"),
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
        cure = _("check the name, or make a register with: itatui new YEAR --register FILE")
    elif isinstance(error, UnsureError):
        cure = _("it is written, but may not outlive a power cut; save it again")
    elif isinstance(error, PermissionError):
        cure = _("ask its owner for the right to it")
    elif writing:
        cure = _("nothing was changed; try again when the disk and the folder allow it")
    else:
        cure = _("check that it is a file that you can read")
    return StoreError(_("{path}: {why}; {cure}").format(path=_one_line(str(path)), why=why, cure=cure))
