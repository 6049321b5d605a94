"""itatui with a clock on its event loop: the long callbacks are written to a file.

Run as `itatui` with the same arguments; the file is named by `ITATUI_BENCH_FREEZES`.
"""

import asyncio
import os
import sys
import time
from pathlib import Path

SHORTEST_S = 0.005
"""Seconds of the shortest callback that is written: Python gives the core to another thread for as long."""


def main() -> int:
    """Run itatui, writing a line for each long callback: its end and its duration, in seconds of `perf_counter`."""
    with Path(os.environ["ITATUI_BENCH_FREEZES"]).open("w", buffering=1, encoding="ascii") as log:
        run = asyncio.Handle._run

        def timed_run(handle: asyncio.Handle) -> None:
            start, wait_start = time.perf_counter(), _waited()
            run(handle)
            seconds = time.perf_counter() - start
            if seconds > SHORTEST_S:
                log.write(f"{start + seconds} {seconds - (_waited() - wait_start)}\n")

        asyncio.Handle._run = timed_run  # type: ignore[method-assign, assignment]
        from itatui.cli.main import main

        return main()


def _waited() -> float:
    """Return the seconds that this thread was ready to run without a core."""
    with open("/proc/thread-self/schedstat", "rb") as file:  # noqa: PTH123 - ten times faster than Path
        return int(file.read().split()[1]) / 1e9


if __name__ == "__main__":
    sys.exit(main())
