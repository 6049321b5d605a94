"""The old files, kept beside the register: the latest ones, and one a day."""

from itertools import groupby
from pathlib import Path

from itatui.store.files.atomic import PREFIX, SUFFIX, keep_copy, names_in
from itatui.store.files.sidecar import make_folder, stamp

LATEST = 20
"""How many of the latest generations are kept."""
DAYS = 30
"""For how many days, of those on which there was a change, the day's last generation is kept."""


def folder_of(register: Path) -> Path:
    """Where a register's generations stand."""
    return register.with_name(register.name + ".past")


def backup_paths(register: Path) -> list[Path]:
    """A register's generations, newest first."""
    folder = folder_of(register)
    return [folder / name for name in _names(folder)]


def _names(folder: Path) -> list[str]:
    return sorted((name for name in names_in(folder) if name.endswith(".json")), reverse=True)


def keep(register: Path) -> None:
    """Keeps the file as it is now as a generation (a hard link where the disk has them), and lets the oldest go."""
    folder = folder_of(register)
    make_folder(folder, register)
    keep_copy(register, folder / f"{stamp()}.json")
    for stray in names_in(folder):
        if stray.startswith(PREFIX) and stray.endswith(SUFFIX):  # of a killed writer: whoever keeps one has the lock
            (folder / stray).unlink(missing_ok=True)
    for old in spare(_names(folder)):
        (folder / old).unlink(missing_ok=True)


def spare(names: list[str]) -> list[str]:
    """Which of the generations, newest first, need not be kept. A name begins with its day."""
    kept = set(names[:LATEST])
    days = [next(group) for _day, group in groupby(names, key=lambda name: name[:8])]
    kept.update(days[:DAYS])
    return [name for name in names if name not in kept]
