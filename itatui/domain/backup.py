"""Backups: copies of the register from before its latest changes."""

from pathlib import Path

from itatui.domain.change import Change, Edit
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register


class Backup(NamedTuple):
    """Summary of a backup."""

    number: int
    """1 is the newest; the number of a backup grows with every change."""
    path: Path
    """Its file, readable like any register."""
    when: str
    """Time of the latest change in it: ISO 8601."""
    who: str = ""
    """Login name of the user who made that change; empty if it has none."""
    measures: int = 0
    """Number of its measures."""
    edits: tuple[Edit, ...] = ()
    """Edits that would turn the current register into it; none if they are equal, or if `apart`."""
    apart: str = ""
    """Reason why no edits can: no readable register to compare it with, other tracks, or a newer version."""
    followed: Change | None = None
    """Change that came next, by which it is named; None: that is not known, or it is as the register is now."""
    damaged: str = ""
    """Reason why it cannot be restored; empty if it is good."""


class Restored(NamedTuple):
    """Result of restoring a backup."""

    register: Register
    when: str
    """Time of the latest change in the backup: ISO 8601."""
    changed: bool
    """False if the register was already equal to the backup."""
    replaced: bool = False
    """Whether the backup replaced an unreadable file: then there is no change to undo."""
    aside: Path | None = None
    """Path at which the unreadable file is kept; None if there was none."""
