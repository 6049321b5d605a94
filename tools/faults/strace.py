"""`itatui set` with faults injected by strace at system calls on the folder of the register."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools.faults.processes import Result, program
from tools.faults.save_checks import SAVE_ARGS, contents_of, templates
from tools.faults.scratch_registers import Contents, copy_register, scratch_folder

CALLS = (
    *("open", "openat", "close", "read", "pread64", "write", "pwrite64", "writev", "lseek", "ftruncate", "fsync"),
    *("fdatasync", "stat", "lstat", "fstat", "newfstatat", "statx", "readlink", "readlinkat", "access", "faccessat"),
    *("faccessat2", "getdents64", "link", "linkat", "unlink", "unlinkat", "rename", "renameat", "renameat2"),
    *("mkdir", "mkdirat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat", "flock", "fcntl"),
)
_CALL = re.compile(r"^\d+ +(\w+)\(")


class Call(NamedTuple):
    """System call of a run."""

    name: str
    when: int
    """Number among the calls of this name, from 1."""


def missing() -> str:
    """Return the reason why strace cannot be used here; empty if it can."""
    if shutil.which("strace") is None:
        return "strace is missing"
    tried = subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "tracing is not permitted"


def saves_with_faults(injection: str, every: int) -> Iterator[tuple[Path, Contents, Result, str]]:
    """Yield for every n-th call: register, contents before, result, description."""
    for title, template in templates():
        before = contents_of(template)
        for call in _calls(template)[::every]:
            with scratch_folder() as folder:
                path = copy_register(template, folder / "office")
                injected = f"inject={call.name}:{injection}:when={call.when}"
                result, log = _traced(path, "-e", injected)
                if injected_line := next((line for line in log if _injected(line) and str(path.parent) in line), ""):
                    yield path, before, result, f"{title}, {call.name} {call.when}: {injected_line[:160]}"


def _injected(line: str) -> bool:
    return "(INJECTED)" in line or line.endswith("= ?")  # the last call of a killed process has no result


def _calls(template: Path) -> list[Call]:
    """Return the calls of an undisturbed save on the folder of the register, in order."""
    with scratch_folder() as folder:
        for _run in range(2):  # the first run may write byte code
            path = copy_register(template, folder / "office")
            _ended, log = _traced(path)
    counts: dict[str, int] = {}
    calls = []
    for line in log:
        if found := _CALL.match(line):
            name = found[1]
            counts[name] = counts.get(name, 0) + 1
            if str(path.parent) in line:
                calls.append(Call(name, counts[name]))
    return calls


def _traced(path: Path, *words: str) -> tuple[Result, list[str]]:
    log = path.parent.parent / "strace.log"
    trace = f"trace={','.join('?' + name for name in CALLS)}"
    result = program(
        path, *SAVE_ARGS, before=["strace", "-f", "-qq", "-y", "-s", "0", "-o", str(log), "-e", trace, *words]
    )
    return result, log.read_text(encoding="utf-8", errors="replace").splitlines()
