"""Several users of a register: a group, readers, root, and users of an access control list."""

import random
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.support.people import GROUP, OTHER_USER, USER, is_root
from tools.faults.findings import Finding, Log, Tally, not_run
from tools.faults.plan import Plan
from tools.faults.processes import Result, become, command, import_commands
from tools.faults.save_checks import REF
from tools.faults.scratch_registers import own_register, read_register, scratch_folder

LOST, REFUSED, TAKEN, OPENED = "changes lost", "saves refused", "owners changed", "rights changed"
READER, READER_GROUP = 61003, 61102
"""A user of another group, who may only read."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    title = "saves by the owner, a colleague of the group and root, and attempts of a reader"
    listed = "… by a user of the access control list (ACL)"
    if not is_root():
        yield from (not_run(each, "only root can act as another user") for each in (title, listed))
        return
    import_commands()
    tally = Tally(log, LOST, REFUSED, TAKEN, OPENED)
    with scratch_folder() as folder:
        folder.chmod(0o755)
        _save_as(tally, plan, own_register(folder / "office", 1, USER, GROUP, 0o664), (OTHER_USER, GROUP))
    yield tally.row(title, "commands")
    with scratch_folder() as folder:
        folder.chmod(0o755)
        path = own_register(folder / "office", 1, USER, GROUP, 0o644)
        if reason := _why_no_list(path):
            yield not_run(listed, reason)
            return
        tally = Tally(log, LOST, REFUSED, TAKEN, OPENED)
        _save_as(tally, plan, path, (OTHER_USER, READER_GROUP))
        yield tally.row(listed, "commands")


def _save_as(tally: Tally, plan: Plan, path: Path, colleague: tuple[int, int]) -> None:
    """Save as random users who may, and try as one who may not."""
    users = {"owner": (USER, GROUP), "colleague": colleague, "root": (0, 0), "reader": (READER, READER_GROUP)}
    chance, saved = random.Random(plan.seed), 1
    rights = _readers(path)
    for number in range(plan.users):
        name = chance.choice(list(users))
        before = path.stat().st_uid
        done = _set_as(path, users[name], f"{name} {number}")
        tally.times += 1
        detail = f"{name}, {number}: {done.detail}"
        if name == "reader":
            tally.expect(done.code == 1 and not done.crashed, TAKEN, detail)
        elif tally.expect(done.code == 0, REFUSED, detail):
            saved += 1
        if name in ("root", "reader"):
            tally.expect(path.stat().st_uid == before, TAKEN, detail)
        tally.expect(_readers(path) == rights, OPENED, f"{detail}: {_readers(path)} after {rights}")
        found = read_register(path)
        count = -1 if isinstance(found, str) else len(found.history)
        tally.expect(count == saved, LOST, f"{detail}: {count} changes after {saved}")
    foreign = {each.lstat().st_uid for each in path.parent.rglob("*")} - {USER, OTHER_USER}
    tally.expect(not foreign, TAKEN, f"files of {foreign}")


def _readers(path: Path) -> list[bool]:
    """Return whether a stranger may read and write the register."""
    return [bool(path.stat().st_mode & bit) for bit in (0o004, 0o002)]


def _set_as(path: Path, who: tuple[int, int], text: str) -> Result:
    return command(path, "set", REF, f"result={text}", prepare=partial(become, *who))


def _why_no_list(path: Path) -> str:
    """Let the colleague write by the access control list. Return the reason if that is impossible."""
    if shutil.which("setfacl") is None:
        return "setfacl is missing"
    for place, rights in ((path.parent, "rwx"), (path, "rw")):
        done = subprocess.run(["setfacl", "-m", f"u:{OTHER_USER}:{rights}", place], check=False, capture_output=True)
        if done.returncode:
            return "the file system has no access control lists"
    return ""
