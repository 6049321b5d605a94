"""Other people of the machine, for what root is never refused."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

needs_root = pytest.mark.skipif(os.getuid() != 0, reason="only root can be somebody else for a moment")


@contextmanager
def acting_as(uid: int, gid: int) -> Iterator[None]:
    """This process has another user's rights, and no more, while this lasts."""
    import itatui.store.tables  # noqa: F401  (what is imported later may not be theirs to read)

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
    """A folder that everybody can reach, with this mode and owner."""
    with TemporaryDirectory() as reachable:
        Path(reachable).chmod(0o755)
        folder = Path(reachable) / "office"
        folder.mkdir()
        os.chown(folder, uid, gid)
        folder.chmod(mode)
        yield folder
