"""What the first wrapped line costs a program, over a bare interpreter: programs of both kinds in turn, many times."""

import os
import sys
import time
from statistics import median
from typing import NamedTuple

TEXT = "ประชาชนผู้มาติดต่อหรือใช้บริการกับหน่วยงานได้รับบริการที่ดีขึ้น และมีโอกาสได้มีส่วนร่วมกำกับติดตามการดำเนินงาน"
_ASKED = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
_WRAPS = f"from itatui.thai import wrap\nassert len(wrap({TEXT!r}, 30)) > 2\n{_ASKED}"


class First(NamedTuple):
    """The cost."""

    least: float
    """Seconds from start to end: the quickest of each kind, one less the other."""
    middle: float
    """The medians, one less the other."""
    worked: float
    """Of that, seconds on a core: medians."""
    memory: float
    """MB (VmHWM): medians."""


class _Run(NamedTuple):
    wall: float
    worked: float
    memory: float


def first_wraps(times: int) -> First:
    """Starts so many programs of each kind; the first of each, which may have to write byte code, is not counted."""
    bare: list[_Run] = []
    wrapping: list[_Run] = []
    for turn in range(times + 1):
        pair = _run(_ASKED), _run(_WRAPS)
        if turn:
            bare.append(pair[0])
            wrapping.append(pair[1])
    least = min(run.wall for run in wrapping) - min(run.wall for run in bare)
    middle, worked, memory = (
        median(getattr(run, figure) for run in wrapping) - median(getattr(run, figure) for run in bare)
        for figure in _Run._fields
    )
    return First(least, middle, worked, memory)


def _run(code: str) -> _Run:
    reading, writing = os.pipe()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    began = time.perf_counter()
    pid = os.posix_spawn(
        sys.executable, [sys.executable, "-c", code], environment, file_actions=[(os.POSIX_SPAWN_DUP2, writing, 1)]
    )
    _pid, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - began
    os.close(writing)
    with os.fdopen(reading) as answer:
        said = answer.read()
    if status:
        raise RuntimeError(f"a program of the measurement ended with {status}")
    return _Run(wall, used.ru_utime + used.ru_stime, int(said) / 1024)
