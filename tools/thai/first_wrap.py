"""Cost of the first wrapped line, less that of a bare interpreter: many processes of both kinds in turn."""

import os
import sys
import time
from statistics import median
from typing import NamedTuple

TEXT = "ประชาชนผู้มาติดต่อหรือใช้บริการกับหน่วยงานได้รับบริการที่ดีขึ้น และมีโอกาสได้มีส่วนร่วมกำกับติดตามการดำเนินงาน"
_PRINT_PEAK_MEMORY = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
_WRAP_CODE = f"from itatui.thai import wrap\nassert len(wrap({TEXT!r}, 30)) > 2\n{_PRINT_PEAK_MEMORY}"


class Cost(NamedTuple):
    """Cost over a bare interpreter."""

    minimum: float
    """Seconds from start to end: difference of the fastest runs."""
    median: float
    """Seconds: difference of the medians."""
    cpu: float
    """CPU seconds: difference of the medians."""
    memory: float
    """MB (VmHWM): difference of the medians."""


class _Run(NamedTuple):
    wall: float
    cpu: float
    memory: float


def first_wraps(times: int) -> Cost:
    """Start `times` processes of each kind, after an uncounted first pair that may write byte code."""
    bare: list[_Run] = []
    wrapping: list[_Run] = []
    for turn in range(times + 1):
        pair = _run(_PRINT_PEAK_MEMORY), _run(_WRAP_CODE)
        if turn:
            bare.append(pair[0])
            wrapping.append(pair[1])
    minimum = min(run.wall for run in wrapping) - min(run.wall for run in bare)
    median_, cpu, memory = (
        median(getattr(run, figure) for run in wrapping) - median(getattr(run, figure) for run in bare)
        for figure in _Run._fields
    )
    return Cost(minimum, median_, cpu, memory)


def _run(code: str) -> _Run:
    reading, writing = os.pipe()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    start = time.perf_counter()
    pid = os.posix_spawn(
        sys.executable, [sys.executable, "-c", code], environment, file_actions=[(os.POSIX_SPAWN_DUP2, writing, 1)]
    )
    _pid, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    os.close(writing)
    with os.fdopen(reading) as stream:
        output = stream.read()
    if status:
        raise RuntimeError(f"a program of the measurement ended with {status}")
    return _Run(wall, used.ru_utime + used.ru_stime, int(output) / 1024)
