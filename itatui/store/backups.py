"""Backups: copies of earlier register files in a folder beside it, the latest, and the last of each day."""

from itertools import groupby
from pathlib import Path

from itatui.store.files.atomic import PREFIX, SUFFIX, link_or_copy, list_names
from itatui.store.files.sidecar import make_folder, stamp

LATEST_KEPT = 20
"""Number of latest backups that are kept."""
DAYS_KEPT = 30
"""Number of latest days with changes whose last backup is kept."""


def backup_folder(register: Path) -> Path:
    """Return the folder of a register's backups."""
    return register.with_name(register.name + ".past")


def backup_paths(register: Path) -> list[Path]:
    """Return the files of a register's backups, newest first."""
    folder = backup_folder(register)
    return [folder / name for name in _names(folder)]


def _names(folder: Path) -> list[str]:
    return sorted((name for name in list_names(folder) if name.endswith(".json")), reverse=True)


def keep_backup(register: Path) -> None:
    """Back up the current file (as a hard link where supported) and remove expired backups. Requires the lock."""
    folder = backup_folder(register)
    make_folder(folder, register)
    link_or_copy(register, folder / f"{stamp()}.json")
    for stray in list_names(folder):
        if stray.startswith(PREFIX) and stray.endswith(SUFFIX):  # left by a killed process
            (folder / stray).unlink(missing_ok=True)
    for old in expired_names(_names(folder)):
        (folder / old).unlink(missing_ok=True)


def expired_names(names: list[str]) -> list[str]:
    """Return the backups to remove. `names` are file names, newest first, that start with the day (8 digits)."""
    kept = set(names[:LATEST_KEPT])
    days = [next(group) for _day, group in groupby(names, key=lambda name: name[:8])]
    kept.update(days[:DAYS_KEPT])
    return [name for name in names if name not in kept]
