"""The generations of a register as registers: read strictly, compared with the one of today, and offered as a cure."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from itatui.domain.backup import Backup
from itatui.domain.change import Change
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


class Kept(NamedTuple):
    """What is in a good generation."""

    data: bytes
    register: Register
    last: Change | None
    """The last change in it; None when there is none."""


def kept(generation: Path) -> Kept:
    """What is in a generation; `StoreError` says why it cannot be had."""
    try:
        return _kept(generation)
    except OSError as error:
        raise os_failure(generation, error, writing=False) from None
    except NotARegisterError as error:
        message = _("this generation is damaged as well ({reason}); choose another: itatui restore")
        raise StoreError(message.format(reason=error)) from None


def _kept(generation: Path) -> Kept:
    data = read_whole(generation, link=False)
    tables = loads(data)
    migrate(tables)
    changes = [change_of(int(number), row) for number, row in tables.get("history", {}).items()]
    return Kept(data, register_of(tables), max(changes, key=lambda change: change.number, default=None))


def nth(register: Path, number: int) -> Path:
    """The file of a register's generation, counted from 1, the newest. `ItatuiError` when there is none."""
    found = backup_paths(register)
    if not 1 <= number <= len(found):
        message = _("there is no generation {number}: there are {count}; see: itatui restore")
        raise ItatuiError(message.format(number=number, count=len(found)))
    return found[number - 1]


def all_of(register: Path, now: Callable[[], Register | None]) -> list[Backup]:
    """A register's generations, newest first, compared with the register of today, which is asked for if need be."""
    paths = backup_paths(register)
    today = now() if paths else None
    return [described(number, path, today) for number, path in enumerate(paths, 1)]


def change_to(now: Register, found: Kept, path: Path) -> Change:
    """The change that makes a register as it was in a generation. `OutOfReachError` names the file to look into."""
    try:
        return Change(difference(now, found.register), restores=moment_of(found, path))
    except OutOfReachError as error:
        message = _("{reason}; the generation is the file {path}")
        raise OutOfReachError(message.format(reason=error, path=path)) from None


def described(number: int, path: Path, now: Register | None) -> Backup:
    """A generation in a few facts, compared with the register of today when there is one to be read."""
    try:
        found = _kept(path)
    except (OSError, NotARegisterError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        return Backup(number, path, _written(path), damaged=why or type(error).__name__)
    last = found.last
    facts = Backup(number, path, moment_of(found, path), last.who if last else "", len(found.register.measures))
    if now is None:
        return facts._replace(apart=_("the register of today cannot be read"))
    try:
        return facts._replace(edits=difference(now, found.register))
    except OutOfReachError as error:
        return facts._replace(apart=str(error))


def moment_of(found: Kept, path: Path) -> str:
    """When a generation came to be as it is: its last change's moment, else the file's own."""
    return found.last.when if found.last else _written(path)


def _written(path: Path) -> str:
    try:
        seconds = path.lstat().st_mtime
    except OSError:
        return ""
    return datetime.fromtimestamp(seconds).astimezone().isoformat(timespec="seconds")


def cure(register: Path) -> str:
    """What to do about a register that cannot be read: the command that puts its newest good generation back."""
    for number, generation in enumerate(backup_paths(register), 1):
        try:
            found = _kept(generation)
        except (OSError, NotARegisterError):
            continue
        import shlex  # here, because it is said rarely

        from itatui.locale.dates import moment

        message = _("To put back the newest good copy, of {when}: itatui restore {number} --register {path}")
        when = moment(moment_of(found, generation))
        return message.format(number=number, when=when, path=shlex.quote(str(register)))
    if os.path.lexists(register):
        return _("Put a good copy in its place, or make a register with: itatui new YEAR --register FILE")
    return _("Check the name, or make a register with: itatui new YEAR --register FILE")
