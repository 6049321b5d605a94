"""Refused saves: they cost no backup, whatever refuses them."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from itatui.errors import ItatuiError
from itatui.store import RegisterFile
from itatui.store.backups import backup_paths
from tests.support.people import GROUP, OTHER_USER, USER, acting_as, is_root
from tests.support.register_edits import write
from tools.faults.findings import Finding, Log, Tally, not_run
from tools.faults.plan import Plan
from tools.faults.processes import import_commands
from tools.faults.scratch_registers import own_register, scratch_folder

COST, ACCEPTED, AFTER = "backups lost", "saves accepted", "next saves refused"
KEPT = 5
"""Backups before the refused saves."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    import_commands()
    count = plan.refused
    yield _row("refused by an immutable file (chattr +i)", log, immutable, count, _why_no_immutable_file())
    reason = "" if is_root() else "only root can act as another user"
    for folder, what in ((0o555, "a read-only folder"), (0o3777, "a sticky folder")):
        yield _row(f"… by {what}", log, partial(in_folder, folder), count, reason)


def _row(title: str, log: Log, part: Callable[[Tally, int], None], count: int, reason: str) -> Finding:
    if reason:
        return not_run(title, reason)
    tally = Tally(log, COST, ACCEPTED, AFTER)
    part(tally, count)
    return tally.row(title, "saves")


def refuse(tally: Tally, path: Path, count: int) -> None:
    """Save in vain, `count` times."""
    before = {each.name: each.read_bytes() for each in backup_paths(path)}
    tally.expect(len(before) == KEPT, COST, f"{len(before)} before")
    file = RegisterFile(path)
    for number in range(count):
        tally.times += 1
        try:
            write(file, f"ไม่ได้ {number}")
        except ItatuiError:
            continue
        tally.add(ACCEPTED, f"save {number}")
    after = {each.name: each.read_bytes() for each in backup_paths(path)}
    tally.expect(before == after, COST, f"{sorted(before)} became {sorted(after)}")


def _save_again(tally: Tally, path: Path) -> None:
    try:
        write(RegisterFile(path), "ได้แล้ว")
    except ItatuiError as error:
        tally.add(AFTER, str(error))
    tally.expect(len(backup_paths(path)) == KEPT + 1, AFTER, "no backup of it")


def immutable(tally: Tally, count: int) -> None:
    """Refuse the saves of an immutable file."""
    with scratch_folder() as folder:
        path = own_register(folder / "office", KEPT)
        subprocess.run(["chattr", "+i", str(path)], check=True)
        try:
            refuse(tally, path, count)
        finally:
            subprocess.run(["chattr", "-i", str(path)], check=True)
        _save_again(tally, path)


def in_folder(mode: int, tally: Tally, count: int) -> None:
    """Refuse the saves of another user in a folder of this mode."""
    with scratch_folder() as folder:
        folder.chmod(0o755)
        path = own_register(folder / "office", KEPT, USER, GROUP, 0o660)
        path.parent.chmod(mode)
        with acting_as(OTHER_USER, GROUP):
            refuse(tally, path, count)
        path.parent.chmod(0o2770)
        with acting_as(OTHER_USER, GROUP):
            _save_again(tally, path)


def _why_no_immutable_file() -> str:
    if shutil.which("chattr") is None:
        return "chattr is missing"
    with scratch_folder() as folder:
        file = folder / "file"
        file.touch()
        done = subprocess.run(["chattr", "+i", str(file)], check=False, capture_output=True)
        subprocess.run(["chattr", "-i", str(file)], check=False, capture_output=True)
    return "the file system has no immutable files" if done.returncode else ""
