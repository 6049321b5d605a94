"""Programs that are measured, and their environment."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from itatui.store.history.archive import archive_folder
from tools.bench import floor_screen
from tools.bench.keys import key_bytes
from tools.bench.session import Session

ROOT = Path(__file__).parents[2]
"""Root of the checkout that holds this package and the program."""
FREEZES = "freezes.txt"
"""File in the home folder to which `tools.bench.watched_screen` writes."""
FLOOR = 0
"""Size of a program without a register."""


@dataclass(frozen=True)
class Target:
    """Screen program."""

    size: int
    """Measures in the register; `FLOOR` for the bare program."""
    module: str
    """Module to run."""
    texts: tuple[str, ...]
    """Texts that show that the relevant content is painted."""
    register: Path | None = None
    """Register to open, a new copy each time; None: none."""
    edit_keys: tuple[str, ...] = ()
    """Keys from the start into a text field."""
    root: Path = ROOT
    """Checkout to import from."""

    @property
    def title(self) -> str:
        """Name in progress messages."""
        title = f"{self.size:,} measures" if self.register else "the bare program"
        return title if self.root == ROOT else f"{title} in {self.root}"


BARE = Target(FLOOR, "tools.bench.floor_screen", (floor_screen.READY,))
WATCHED_FLOOR = Target(FLOOR, "tools.bench.watched_floor", (floor_screen.READY,))


def environment(home: str, root: Path = ROOT, cache: Path | None = None) -> dict[str, str]:
    """Return the environment of a login: no variables of the benchmark, byte code allowed, and a folder of caches.

    None: that of the home folder.
    """
    return {
        "XDG_CACHE_HOME": str(cache or Path(home, ".cache")),
        "PATH": os.environ.get("PATH", os.defpath),
        "PAGER": "cat",  # the answers themselves, not the sequences of a pager
        "HOME": home,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(root),
        "ITATUI_BENCH_FREEZES": str(Path(home, FREEZES)),
    }


@contextmanager
def open_session(target: Target, cache: Path | None = None) -> Iterator[Session]:
    """Run the program in a temporary folder on a copy of the register; enter when it has painted and is idle.

    `cache` is the folder of caches, which outlives the session: a program starts in it more than once.
    """
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as folder:
        argv = [sys.executable, "-m", target.module]
        if target.register:
            argv += ["--register", shutil.copy(target.register, folder)]
            if (sealed := archive_folder(target.register)).exists():
                shutil.copytree(sealed, Path(folder, sealed.name))
        with Session(argv, environment(folder, target.root, cache), folder) as session:
            session.begin(target.texts, [key_bytes(key) for key in target.edit_keys])
            yield session
