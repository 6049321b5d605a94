"""Hold a register open in another process until its standard input ends.

Usage: `python -m tests.support.presence_holder PATH WHO`.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from itatui.store import RegisterFile
from itatui.store.identity import Identity


@contextmanager
def open_elsewhere(path: Path, who: str = "somying") -> Iterator["subprocess.Popen[str]"]:
    """Hold the register open in another process, until the end of the block or of that process."""
    words = [sys.executable, "-m", "tests.support.presence_holder", str(path), who]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "in\n"
        yield process


if __name__ == "__main__":
    file = RegisterFile(Path(sys.argv[1]), Identity(sys.argv[2], "192.0.2.7"))
    file.enter()
    print("in", flush=True)
    sys.stdin.read()
    file.leave()
