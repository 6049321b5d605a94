"""A disk with no room, and what may only be read: the save is refused in one line, and works when it can again."""

import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tools.faults.child import Ended, command, program, warm
from tools.faults.findings import Finding, Say, Tally, not_tried
from tools.faults.office import Read, copied, desk
from tools.faults.plan import Plan
from tools.faults.saves import KINDS, WORDS, judge, opened, templates

PAGE = 4096
SOMEBODY = 61001
"""A user of no other meaning."""


def findings(plan: Plan, say: Say) -> Iterator[Finding]:
    """The rows of this part."""
    warm()
    limited, full, read_only = (Tally(say, *KINDS) for _row in range(3))
    reason = _missing()
    for title, template in templates():
        before = opened(template)
        _in_limits(plan, title, template, before, limited)
        _without_rights(title, template, before, read_only)
        if not reason:
            _on_full(plan, title, template, before, full)
            _on_read_only(title, template, before, read_only)
    title = "a full disk (a small tmpfs): so many saves refused"
    yield not_tried(title, reason) if reason else full.row(title)
    yield limited.row("a limit on the size of files: so many saves refused")
    yield read_only.row(f"a read-only folder or file{'' if reason else ', a read-only disk'}")


def _in_limits(plan: Plan, title: str, template: Path, before: Read, tally: Tally) -> None:
    size = template.stat().st_size
    for step in range(plan.rooms):
        limit = size * step // plan.rooms
        with desk() as folder:
            path = copied(template, folder / "office")
            ended = command(path, *WORDS, prepare=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit)))
            _refused(tally, path, before, ended, f"{title}, files of at most {limit} bytes")


def _refused(
    tally: Tally, path: Path, before: Read, ended: Ended, told: str, mend: Callable[[], object] = lambda: None
) -> None:
    tally.times += ended.code != 0
    judge(tally, path, before, ended, told, mend=mend)


def _on_full(plan: Plan, title: str, template: Path, before: Read, tally: Tally) -> None:
    for step in range(plan.rooms):
        for sort, fill in (("pages", _fill), ("files", _crowd)):
            with desk() as folder, _disk(folder) as disk:
                path = copied(template, disk / "office")
                filler = disk / "filler"
                fill(filler, step)
                save = program if step % 8 == 0 else command
                ended = save(path, *WORDS)
                if step == 0:
                    tally.expect(ended.code == 1, KINDS[2], f"{title}, no {sort} free: {ended.told}")
                _refused(tally, path, before, ended, f"{title}, {step} {sort} free", partial(_empty, filler))


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


def _on_read_only(title: str, template: Path, before: Read, tally: Tally) -> None:
    with desk() as folder, _disk(folder) as disk:
        path = copied(template, disk / "office")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        ended = command(path, *WORDS)
        told = f"{title}, a read-only disk"
        tally.expect(ended.code == 1, KINDS[2], f"{told}: {ended.told}")
        mount = ["mount", "-o", "remount,rw", str(disk)]
        _refused(tally, path, before, ended, told, partial(subprocess.run, mount, check=True))


def _without_rights(title: str, template: Path, before: Read, tally: Tally) -> None:
    """Modes as another user meets them; the superuser, whom none stops, becomes one."""
    for folder_mode, mode in ((0o555, 0o644), (0o555, 0o444), (0o777, 0o444), (0o777, 0o000)):
        with desk() as folder:
            folder.chmod(0o755)
            path = copied(template, folder / "office")
            path.chmod(mode)
            path.parent.chmod(folder_mode)
            ended = command(path, *WORDS, prepare=_somebody)
            told = f"{title}, a folder {folder_mode:o} and a file {mode:o}"
            if folder_mode == 0o555 or mode == 0:
                tally.expect(ended.code == 1, KINDS[2], f"{told}: {ended.told}")
            _refused(tally, path, before, ended, told, partial(_open_up, path))


def _somebody() -> None:
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(SOMEBODY)
        os.setuid(SOMEBODY)


def _open_up(path: Path) -> None:
    path.parent.chmod(0o755)
    path.chmod(0o600)


def _missing() -> str:
    """Why no disk can be mounted here; empty when one can."""
    with desk() as folder:
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
