"""Full disks and missing rights: a save is refused in a single line and works again afterwards."""

import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.support.people import GROUP, USER, is_root
from tools.faults.findings import Finding, Log, Tally, not_run
from tools.faults.plan import Plan
from tools.faults.processes import Result, become, command, import_commands, program
from tools.faults.save_checks import KINDS, SAVE_ARGS, contents_of, judge, templates
from tools.faults.scratch_registers import Contents, copy_register, scratch_folder

PAGE = 4096


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
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
    title = "saves refused by a full disk (small tmpfs)"
    yield not_run(title, reason) if reason else full.row(title)
    yield limited.row("saves refused by a file size limit")
    yield read_only.row(f"read-only folder{' or file' if reason else ', file or disk'}")


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
        for unit, fill in (("pages", _fill), ("files", _fill_inodes)):
            with scratch_folder() as folder, _disk(folder) as disk:
                path = copy_register(template, disk / "office")
                filler = disk / "filler"
                fill(filler, step)
                save = program if step % 8 == 0 else command
                result = save(path, *SAVE_ARGS)
                if step == 0:
                    tally.expect(result.code == 1, KINDS[2], f"{title}, no {unit} free: {result.detail}")
                _refused(tally, path, before, result, f"{title}, {step} {unit} free", partial(_empty, filler))


def _fill(filler: Path, left: int) -> None:
    """Fill the disk, then free `left` pages."""
    filler.mkdir()
    with (filler / "full").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(PAGE)):
                pass
        except OSError:
            file.truncate(max(file.tell() - left * PAGE, 0))


def _fill_inodes(filler: Path, left: int) -> None:
    """Create files until the disk has no more inodes, then remove `left` of them."""
    filler.mkdir()
    created: list[Path] = []
    try:
        while True:
            file = filler / str(len(created))
            file.touch()
            created.append(file)
    except OSError:
        for file in created[:left]:
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
    """Apply file modes as an ordinary user, which the superuser becomes."""
    for folder_mode, mode in ((0o555, 0o644), (0o555, 0o444), (0o777, 0o444), (0o777, 0o000)):
        with scratch_folder() as folder:
            folder.chmod(0o755)
            path = copy_register(template, folder / "office")
            path.chmod(mode)
            path.parent.chmod(folder_mode)
            result = command(path, *SAVE_ARGS, prepare=_become_other_user)
            detail = f"{title}, a folder {folder_mode:o} and a file {mode:o}"
            if folder_mode == 0o555 or mode == 0:
                tally.expect(result.code == 1, KINDS[2], f"{detail}: {result.detail}")
            _refused(tally, path, before, result, detail, partial(_grant_rights, path))


def _become_other_user() -> None:
    if is_root():
        become(USER, GROUP)


def _grant_rights(path: Path) -> None:
    path.parent.chmod(0o755)
    path.chmod(0o600)


def _missing() -> str:
    """Return the reason why nothing can be mounted here; empty if it can."""
    with scratch_folder() as folder:
        mount = ["mount", "-t", "tmpfs", "tmpfs", str(folder)]
        try:
            done = subprocess.run(mount, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return "mount is missing"
        if done.returncode == 0:
            subprocess.run(["umount", str(folder)], check=True)
            return ""
        return "mounting is not permitted"


@contextmanager
def _disk(folder: Path) -> Iterator[Path]:
    """Mount a small disk for the duration of the context."""
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m,nr_inodes=200", "tmpfs", str(disk)], check=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
