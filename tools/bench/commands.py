"""Timing of command-line commands, each a process from start to end."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tools.bench.process import waited
from tools.bench.session import UnresponsiveError, now
from tools.bench.target import environment

_SET = ("itatui", "set", "IIT-2", "result=ได้ดำเนินการแล้ว ครั้งที่ {run}")
COMMANDS: dict[str, tuple[str, ...]] = {
    "command.rich": ("tools.bench.floor_rich",),
    "command.report": ("itatui", "report"),
    "command.plain": ("tools.bench.floor_plain",),
    "command.list": ("itatui", "list"),
    "command.set": _SET,
}
"""Module and arguments by figure, floors first. `{run}` makes each change different."""


def time_command(argv: Sequence[str], env: Mapping[str, str], folder: str) -> float:
    """Return the seconds a process elapsed, less those it waited for a core. Discard its output."""
    with tempfile.TemporaryFile() as errors:
        start = now()
        process = subprocess.Popen(
            argv, env=env, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # wait without reaping: /proc is read below
        elapsed = now() - start - waited(process.pid)
        if process.wait() != 0:
            errors.seek(0)
            raise UnresponsiveError(f"{' '.join(argv[1:])}: …{errors.read().decode(errors='replace').strip()[-200:]}")
        return elapsed


def measure(register: Path, runs: int, log: Callable[[str], None]) -> Iterator[dict[str, float]]:
    """Yield the seconds of each command, in turn, `runs` times.

    An unrecorded first run fills the caches; commands that fail in it are reported and left out.
    """
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as folder:
        file = shutil.copy(register, folder)

        def run_once(figure: str, run: int) -> float:
            module, *words = COMMANDS[figure]
            argv = [sys.executable, "-m", module, *(word.format(run=run) for word in words), "--register", file]
            return time_command(argv, environment(folder), folder)

        working = []
        for figure in COMMANDS:
            try:
                run_once(figure, 0)
                working.append(figure)
            except UnresponsiveError as failure:
                log(f"skipped: {failure}")
        for run in range(1, runs + 1):
            yield {figure: run_once(figure, run) for figure in working}
