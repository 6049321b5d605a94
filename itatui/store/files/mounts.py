"""Types of file systems, from the mount table of Linux."""

import os
import re
from pathlib import Path

_TABLE = Path("/proc/self/mountinfo")
_SHARED = frozenset({"nfs", "cifs", "smb", "smbfs", "fuse", "9p", "afs", "ceph", "vboxsf", "prl_fs"})
"""Types of file systems that other machines, or other mounts of one machine, may write without a common lock; without
the version (nfs4) and the program (fuse.sshfs) behind them."""


def file_system(path: Path) -> str:
    """Return the type of the file system that holds a path, such as `ext4`; empty if unknown."""
    target = os.path.realpath(path)
    best, kind = "", ""
    try:
        lines = _TABLE.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    for line in lines:  # fields: proc(5)
        before, _dash, after = line.partition(" - ")
        point = _unescaped(before.split(" ")[4])
        inside = target == point or target.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, after.split(" ")[0]
    return kind


def _unescaped(point: str) -> str:
    """Return a path of the table with its spaces, tabs, line ends and backslashes as they are."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), point) if "\\" in point else point


def is_shared(kind: str) -> bool:
    """Return whether locks may not hold on a file system of this type."""
    return kind.partition(".")[0].rstrip("0123456789") in _SHARED
