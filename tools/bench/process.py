"""Kernel figures of a running process: waiting, CPU time, memory. OSError if it has ended."""

import time
from pathlib import Path

CPUCLOCK_SCHED = 2
"""Kernel constant: per-process CPU clock with nanosecond resolution."""


def waited(pid: int) -> float:
    """Return the seconds the main thread was ready to run without a core."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9


def cpu_seconds(pid: int) -> float:
    """Return the CPU seconds, user and system, of the process and its living children, ended threads included."""
    # /proc/PID/stat counts in steps of 10 ms, five times the CPU time an idle program may use in a second.
    own = time.clock_gettime(~pid << 3 | CPUCLOCK_SCHED)
    return own + sum(cpu_seconds(child) for child in children(pid))


def children(pid: int) -> list[int]:
    """Return the ids of living child processes."""
    lists = [task / "children" for task in Path(f"/proc/{pid}/task").iterdir()]
    return [int(child) for some in lists for child in some.read_text().split()]


def peak_memory(pid: int) -> float:
    """Return the peak memory in MB (VmHWM)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
