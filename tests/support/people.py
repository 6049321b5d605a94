"""Other users of the machine, for tests of access rights: root is never refused."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

USER, OTHER_USER, GROUP = 61001, 61002, 61100
"""Unused uids and gid."""


def is_root() -> bool:
    """Return whether this process may act as any user."""
    return os.getuid() == 0


needs_root = pytest.mark.skipif(not is_root(), reason="only root can act as another user")


def mode(path: Path) -> int:
    """Return the mode bits of a file."""
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def acting_as(uid: int, gid: int) -> Iterator[None]:
    """Give this process only the rights of another user."""
    import grp  # noqa: F401  (lazy imports may be unreadable for the other user)

    import itatui.store.tables  # noqa: F401

    groups = os.getgroups()
    os.setgroups([])
    os.setegid(gid)
    os.seteuid(uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


@contextmanager
def office(mode: int, uid: int, gid: int) -> Iterator[Path]:
    """Create a folder with this mode and owner, reachable by every user."""
    with TemporaryDirectory() as reachable:
        Path(reachable).chmod(0o755)
        folder = Path(reachable) / "office"
        folder.mkdir()
        os.chown(folder, uid, gid)
        folder.chmod(mode)
        yield folder
