"""What the kernel says of a running program: its waiting, its work, its memory. Of one that is gone: OSError."""

import time
from pathlib import Path

CPUCLOCK_SCHED = 2
"""The kernel's number for the clock of a whole process that counts time on a core, to the nanosecond."""


def waited(pid: int) -> float:
    """Seconds for which the main thread was ready to run and had no core."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9


def cpu_seconds(pid: int) -> float:
    """Seconds on a core, user and system, of the program and of its living children, ended threads included."""
    # /proc/PID/stat says the same in steps of 10 ms, which is five times what an idle program may use in a second.
    own = time.clock_gettime(~pid << 3 | CPUCLOCK_SCHED)
    return own + sum(cpu_seconds(child) for child in children(pid))


def children(pid: int) -> list[int]:
    """The children that are alive."""
    lists = [task / "children" for task in Path(f"/proc/{pid}/task").iterdir()]
    return [int(child) for some in lists for child in some.read_text().split()]


def peak_memory(pid: int) -> float:
    """The most memory that the program has had, in MB (VmHWM)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
