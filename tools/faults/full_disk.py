"""A disk with no room, and what may only be read: the save is refused in one line, and works when it can again."""

import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tools.faults.findings import Finding, Log, Tally, not_run
from tools.faults.plan import Plan
from tools.faults.processes import Result, command, import_commands, program
from tools.faults.save_checks import KINDS, SAVE_ARGS, contents_of, judge, templates
from tools.faults.scratch_registers import Contents, copy_register, scratch_folder

PAGE = 4096
OTHER_UID = 61001
"""A user of no other meaning."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """The rows of this part."""
    import_commands()
    limited, full, read_only = (Tally(log, *KINDS) for _row in range(3))
    reason = _missing()
    for title, template in templates():
        before = contents_of(template)
        _in_limits(plan, title, template, before, limited)
        _without_rights(title, template, before, read_only)
        if not reason:
            _on_full(plan, title, template, before, full)
            _on_read_only(title, template, before, read_only)
    title = "a full disk (a small tmpfs): so many saves refused"
    yield not_run(title, reason) if reason else full.row(title)
    yield limited.row("a limit on the size of files: so many saves refused")
    yield read_only.row(f"a read-only folder or file{'' if reason else ', a read-only disk'}")


def _in_limits(plan: Plan, title: str, template: Path, before: Contents, tally: Tally) -> None:
    size = template.stat().st_size
    for step in range(plan.disk_steps):
        limit = size * step // plan.disk_steps
        with scratch_folder() as folder:
            path = copy_register(template, folder / "office")
            result = command(
                path, *SAVE_ARGS, prepare=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit))
            )
            _refused(tally, path, before, result, f"{title}, files of at most {limit} bytes")


def _refused(
    tally: Tally, path: Path, before: Contents, result: Result, detail: str, cure: Callable[[], object] = lambda: None
) -> None:
    tally.times += result.code != 0
    judge(tally, path, before, result, detail, cure=cure)


def _on_full(plan: Plan, title: str, template: Path, before: Contents, tally: Tally) -> None:
    for step in range(plan.disk_steps):
        for sort, fill in (("pages", _fill), ("files", _crowd)):
            with scratch_folder() as folder, _disk(folder) as disk:
                path = copy_register(template, disk / "office")
                filler = disk / "filler"
                fill(filler, step)
                save = program if step % 8 == 0 else command
                result = save(path, *SAVE_ARGS)
                if step == 0:
                    tally.expect(result.code == 1, KINDS[2], f"{title}, no {sort} free: {result.detail}")
                _refused(tally, path, before, result, f"{title}, {step} {sort} free", partial(_empty, filler))


def _fill(filler: Path, left: int) -> None:
    """Fills the disk to the last page, and gives back so many."""
    filler.mkdir()
    with (filler / "full").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(PAGE)):
                pass
        except OSError:
            file.truncate(max(file.tell() - left * PAGE, 0))


def _crowd(filler: Path, left: int) -> None:
    """Makes files until the disk takes no more of them, and removes so many."""
    filler.mkdir()
    made: list[Path] = []
    try:
        while True:
            file = filler / str(len(made))
            file.touch()
            made.append(file)
    except OSError:
        for file in made[:left]:
            file.unlink()


def _empty(filler: Path) -> None:
    for file in filler.iterdir():
        file.unlink()


def _on_read_only(title: str, template: Path, before: Contents, tally: Tally) -> None:
    with scratch_folder() as folder, _disk(folder) as disk:
        path = copy_register(template, disk / "office")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        result = command(path, *SAVE_ARGS)
        detail = f"{title}, a read-only disk"
        tally.expect(result.code == 1, KINDS[2], f"{detail}: {result.detail}")
        mount = ["mount", "-o", "remount,rw", str(disk)]
        _refused(tally, path, before, result, detail, partial(subprocess.run, mount, check=True))


def _without_rights(title: str, template: Path, before: Contents, tally: Tally) -> None:
    """Modes as another user meets them; the superuser, whom none stops, becomes one."""
    for folder_mode, mode in ((0o555, 0o644), (0o555, 0o444), (0o777, 0o444), (0o777, 0o000)):
        with scratch_folder() as folder:
            folder.chmod(0o755)
            path = copy_register(template, folder / "office")
            path.chmod(mode)
            path.parent.chmod(folder_mode)
            result = command(path, *SAVE_ARGS, prepare=_somebody)
            detail = f"{title}, a folder {folder_mode:o} and a file {mode:o}"
            if folder_mode == 0o555 or mode == 0:
                tally.expect(result.code == 1, KINDS[2], f"{detail}: {result.detail}")
            _refused(tally, path, before, result, detail, partial(_open_up, path))


def _somebody() -> None:
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(OTHER_UID)
        os.setuid(OTHER_UID)


def _open_up(path: Path) -> None:
    path.parent.chmod(0o755)
    path.chmod(0o600)


def _missing() -> str:
    """Why no disk can be mounted here; empty when one can."""
    with scratch_folder() as folder:
        mount = ["mount", "-t", "tmpfs", "tmpfs", str(folder)]
        try:
            done = subprocess.run(mount, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return "there is no mount"
        if done.returncode == 0:
            subprocess.run(["umount", str(folder)], check=True)
            return ""
        return "nothing may be mounted here"


@contextmanager
def _disk(folder: Path) -> Iterator[Path]:
    """A small disk of its own."""
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m,nr_inodes=200", "tmpfs", str(disk)], check=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
