"""A process that holds a register's lock until its standard input ends."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from itatui.store.files.lock import locked


@contextmanager
def held(path: Path, who: str = "สมชาย") -> Iterator["subprocess.Popen[str]"]:
    """Hold the lock in another process, until the end of the block or of that process."""
    words = [sys.executable, "-m", "tests.support.lock_holder", str(path), who]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            release(process)


def release(process: "subprocess.Popen[str]") -> None:
    """End the holder and wait for its exit."""
    assert process.stdin is not None
    if not process.stdin.closed:
        process.stdin.close()
    process.wait(60)


if __name__ == "__main__":
    with locked(Path(sys.argv[1]), sys.argv[2], 0.0):
        print("held", flush=True)
        sys.stdin.read()
