"""What can go wrong with a register file, each with its one line for a person."""

from pathlib import Path

from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import safe


class StoreError(ItatuiError):
    """The register file could not be read or written; nothing was changed."""


class DamagedError(StoreError):
    """The file is there, but is no register that this itatui can read."""

    def __init__(self, path: Path, reason: str, cure: str) -> None:
        super().__init__(f"{safe(str(path))}: {reason}; {_('nothing was changed')}. {cure}")
        self.reason = reason


class BusyError(StoreError):
    """Somebody else has held the register's lock for too long."""


def os_failure(path: Path, error: OSError, *, writing: bool) -> StoreError:
    """The line for an error of the operating system while reading or writing this file."""
    why = error.strerror or type(error).__name__
    if isinstance(error, FileNotFoundError) and not writing:
        cure = _("check the name, or make a register with: itatui new YEAR --register FILE")
    elif isinstance(error, PermissionError):
        cure = _("ask its owner for the right to it")
    elif writing:
        cure = _("nothing was changed; try again when the disk and the folder allow it")
    else:
        cure = _("check that it is a file that you can read")
    return StoreError(f"{safe(str(path))}: {why}; {cure}")
