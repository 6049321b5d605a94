"""Backups: copies of earlier register files in a folder beside it, the latest, and the last of each day.

A run of typing is saved each second. Its backups are as good as one change: only the latest of a day is kept, and the
backup from before the run stays. Otherwise twenty seconds of typing would expire all others.

A backup is named by the time in UTC when it was made, and never below the newest name there: names sort in the order of
saves, whatever the clock did and whichever zones users have. Earlier versions of itatui named backups by local time,
without the final `Z`; those are older than all others, and sorted by the number of the last change inside.
"""

import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from itatui.store.files.atomic import PREFIX, SUFFIX, link_or_copy, list_names
from itatui.store.files.side_names import side_path
from itatui.store.files.sidecar import make_folder

FOLDER_SUFFIX = ".past"
"""End of the name of a folder of backups."""
LATEST_KEPT = 20
"""Number of latest backups that are kept."""
DAYS_KEPT = 30
"""Number of latest days with changes whose last backup is kept."""

_STAMP = "%Y%m%d-%H%M%S-%f"
_STAMPED = r"\d{8}-\d{6}-\d{6}"
_STAMP_LENGTH = len("20261127-153000-000000")
_NAME = rf"{_STAMPED}Z(?:-(\d{{8}}))?\.json"
"""Name of a backup; the last part is the day when the clock was behind the newest backup."""


def backup_folder(register: Path) -> Path:
    """Return the folder of a register's backups."""
    return side_path(register, FOLDER_SUFFIX)


def backup_paths(register: Path) -> list[Path]:
    """Return the files of a register's backups, newest first, without those that an unrelated user put there."""
    folder = backup_folder(register)
    names = _trusted(register, folder, _names(folder))
    local = [name for name in names if not re.fullmatch(_NAME, name)]
    if len(local) > 1:
        local.sort(key=lambda name: _last_number(folder / name), reverse=True)  # stable: by name if equal
    return [folder / name for name in [*(name for name in names if re.fullmatch(_NAME, name)), *local]]


def _names(folder: Path) -> list[str]:
    return sorted((name for name in list_names(folder) if name.endswith(".json")), reverse=True)


def _trusted(register: Path, folder: Path, names: list[str]) -> list[str]:
    """Return the names of files by users who may write the register, by the user, or by root; none behind a link."""
    try:
        own = folder.lstat()
        rights = register.stat() if os.path.lexists(register) else own
    except OSError:
        return []
    if not stat.S_ISDIR(own.st_mode) or rights.st_mode & 0o002:
        return names if stat.S_ISDIR(own.st_mode) else []
    owners = {0, os.geteuid(), rights.st_uid}
    if rights.st_mode & 0o020:
        owners |= {own.st_uid}
    trusted = []
    for name in names:
        with suppress(OSError):
            status = _status(folder, name)
            if status.st_uid in owners or (rights.st_mode & 0o020 and status.st_gid == rights.st_gid):
                trusted.append(name)
    return trusted


def _status(folder: Path, name: str) -> os.stat_result:
    return os.lstat(f"{folder}/{name}")  # three times as fast as path objects: each save asks for every backup


def keep_backup(register: Path) -> Callable[[], None]:
    """Back up the current file, as a hard link where supported. Return the function that takes it back.

    A backup with the same content is moved to the newest name instead: no content is kept twice. Requires the lock.
    """
    folder = backup_folder(register)
    make_folder(folder, register)
    names = _trusted(register, folder, _names(folder))
    same = _same_content(register, folder, names)
    if names and same == names[0]:
        return lambda: None
    target = folder / _next_name(names, datetime.now(UTC))
    if same is not None:
        os.rename(folder / same, target)  # noqa: PTH104 (`os.replace` is a step of the save itself)
        return lambda: os.rename(target, folder / same)  # noqa: PTH104
    link_or_copy(register, target)
    return lambda: target.unlink(missing_ok=True)


def _same_content(register: Path, folder: Path, names: list[str]) -> str | None:
    """Return the name of the backup that holds the current content of the register, if any."""
    try:
        current = register.stat()
    except FileNotFoundError:
        return None
    for name in names:
        try:
            status = _status(folder, name)
            if status.st_size != current.st_size or not stat.S_ISREG(status.st_mode):
                continue
            if os.path.samestat(status, current) or (folder / name).read_bytes() == register.read_bytes():
                return name
        except OSError:
            continue
    return None


def _next_name(names: list[str], now: datetime) -> str:
    """Return the name of a new backup: after all `names`, which are newest first."""
    stamp = now.strftime(_STAMP)
    newest = max((name[:_STAMP_LENGTH] for name in names if re.match(_STAMPED, name)), default="")
    if stamp > newest:
        return f"{stamp}Z.json"
    try:
        after = _moment(newest) + timedelta(microseconds=1)
    except (ValueError, OverflowError):  # not named by itatui
        return f"{stamp}Z.json"
    return f"{after.strftime(_STAMP)}Z-{stamp[:8]}.json"


def _moment(stamp: str) -> datetime:
    """Return the moment of a stamp; `strptime` would take 5 ms to import."""
    year, month, day, hour, minute, second, fraction = map(
        int, (stamp[:4], stamp[4:6], stamp[6:8], stamp[9:11], stamp[11:13], stamp[13:15], stamp[16:])
    )
    return datetime(year, month, day, hour, minute, second, fraction, tzinfo=UTC)


def remove_expired(register: Path, typed: int) -> None:
    """Remove expired backups and unfinished copies, as far as the folder allows it. Requires the lock.

    `typed` is the number of the last change in the newest backup if that is a run of typing, else 0.
    """
    folder = backup_folder(register)
    if typed and (earlier := _earlier_of_run(register, folder, typed)):
        with suppress(OSError):
            earlier.unlink()
    names = list_names(folder)
    strays = [name for name in names if name.startswith(PREFIX) and name.endswith(SUFFIX)]  # of killed processes
    backups = sorted((name for name in names if name.endswith(".json")), reverse=True)
    for old in [*strays, *expired_names(backups)]:
        with suppress(OSError):  # the save is done; the next one tries again
            (folder / old).unlink()


def _earlier_of_run(register: Path, folder: Path, typed: int) -> Path | None:
    """Return the backup before the newest if both end in the same run of typing on the same day."""
    newest, *older = _trusted(register, folder, _names(folder))[:2] or [""]
    if not older or _day(older[0]) != _day(newest):
        return None
    return folder / older[0] if _last_number(folder / older[0]) == typed else None


def _last_number(backup: Path) -> int:
    """Return the number of the last change in a backup; -1 if it is unreadable."""
    from itatui.store.format.bounded_read import read_whole  # lazy: only typing and old backups need it
    from itatui.store.format.json_reader import NotARegisterError, loads

    try:
        return max(map(int, loads(read_whole(backup, link=False)).get("history", {})), default=0)
    except (OSError, NotARegisterError):
        return -1


def expired_names(names: list[str]) -> list[str]:
    """Return the backups to remove. `names` are file names, newest first, that start with the day (8 digits)."""
    kept = set(names[:LATEST_KEPT])
    last_of_day: dict[str, str] = {}
    for name in names:
        last_of_day.setdefault(_day(name), name)
    kept.update(list(last_of_day.values())[:DAYS_KEPT])
    return [name for name in names if name not in kept]


def _day(name: str) -> str:
    """Return the day of a backup, as 8 digits: by the clock, even if that was behind the newest backup."""
    match = re.fullmatch(_NAME, name)
    return (match and match[1]) or name[:8]
