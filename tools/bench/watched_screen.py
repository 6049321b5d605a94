"""itatui with a clock on its event loop: the times in which it answers nothing are written to a file.

Run as `itatui` with the same arguments; the file is named by `ITATUI_BENCH_FREEZES`.
"""

import asyncio
import ctypes
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

SHORTEST_S = 0.005
"""Seconds of the shortest freeze that is written: Python gives the core to another thread for as long."""
BEAT_S = 0.01
"""Seconds between two beats of the loop."""


def main() -> int:
    """Run itatui under the clock."""
    return watch(_run_itatui)


def _run_itatui() -> int:
    from itatui.cli.main import main

    return main()


def watch(program: Callable[[], int]) -> int:
    """Run a program, writing a line for each freeze: its end and its duration, in seconds of `perf_counter`."""
    with Path(os.environ["ITATUI_BENCH_FREEZES"]).open("w", buffering=1, encoding="ascii") as log:
        run = asyncio.Handle._run
        pulse = _Pulse(log)

        def timed_run(handle: asyncio.Handle) -> None:
            start, wait_start = time.perf_counter(), _waited()
            if not pulse.is_beating:
                pulse.beat()
            run(handle)
            _write(log, time.perf_counter(), start, _waited() - wait_start)

        asyncio.Handle._run = timed_run  # type: ignore[method-assign, assignment]
        return program()


class _Pulse:
    """A call of the loop every `BEAT_S`. A late beat is a freeze, too.

    Callbacks may be short, but follow each other; or another thread holds the interpreter between them.
    """

    def __init__(self, log: TextIO) -> None:
        self.is_beating = False
        self._log = log
        self._due = time.perf_counter()
        self._waited = 0.0

    def beat(self) -> None:
        """Write how late this beat is, and wait for the next."""
        now, waited = time.perf_counter(), _waited()
        if self.is_beating:
            _write(self._log, now, self._due, waited - self._waited)
        self.is_beating = True
        self._due, self._waited = now + BEAT_S, waited
        asyncio.get_running_loop().call_later(BEAT_S, self.beat)


def _write(log: TextIO, end: float, start: float, waited: float) -> None:
    """Write a freeze that is long enough, less the seconds for which the thread was ready to run without a core."""
    if end - start - waited > SHORTEST_S:
        log.write(f"{end} {end - start - waited}\n")


def _waited() -> float:
    """Return the seconds that the thread of the loop was ready to run without a core."""
    length = _read(_SCHEDSTAT, _BUFFER, len(_BUFFER), 0)
    return int(_BUFFER.raw[:length].split()[1]) / 1e9


_SCHEDSTAT = os.open("/proc/thread-self/schedstat", os.O_RDONLY)
_BUFFER = ctypes.create_string_buffer(80)
_read = ctypes.PyDLL(None).pread
"""Reads a file without giving the interpreter to another thread, which may keep it for some milliseconds."""


if __name__ == "__main__":
    sys.exit(main())
