"""The programs that are measured, and where they run."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.bench import floor_screen
from tools.bench.keys import key_bytes
from tools.bench.session import Session

ROOT = Path(__file__).parents[2]
"""Where both this package and the program are imported from."""
FLOOR = 0
"""The size of a program that has no register."""


@dataclass(frozen=True)
class Target:
    """A program of the screen."""

    size: int
    """The measures of its register; `FLOOR` for the bare program."""
    module: str
    """What Python is to run."""
    marks: tuple[str, ...]
    """The texts that show that it has painted what matters."""
    register: Path | None = None
    """The register that it opens, a copy of it each time; None: none."""
    editing: tuple[str, ...] = ()
    """The keys from its start into a text field."""

    @property
    def title(self) -> str:
        """What the narration calls it."""
        return f"{self.size:,} measures" if self.register else "the bare program"


BARE = Target(FLOOR, "tools.bench.floor_screen", (floor_screen.READY,))


def environment(home: str) -> dict[str, str]:
    """A person's, at their first login: nothing of the one in which the benchmark is run, byte code allowed."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": home,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def open_session(target: Target) -> Iterator[Session]:
    """The program in a folder of its own, with its own copy of the register, once it has painted and rests."""
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as folder:
        argv = [sys.executable, "-m", target.module]
        if target.register:
            argv += ["--register", shutil.copy(target.register, folder)]
        with Session(argv, environment(folder), folder) as session:
            session.begin(target.marks, [key_bytes(key) for key in target.editing])
            yield session
