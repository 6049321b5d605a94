"""The commands of the command line, each a process from its start to its end."""

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
"""Module and words of each, by figure: floors first. `{run}` makes each change a new one."""


def time_command(argv: Sequence[str], env: Mapping[str, str], folder: str) -> float:
    """Seconds that a process took, less those for which it waited for a core. Its output goes nowhere."""
    with tempfile.TemporaryFile() as complaints:
        began = now()
        process = subprocess.Popen(
            argv, env=env, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=complaints
        )
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # ended, and still there to be asked
        took = now() - began - waited(process.pid)
        if process.wait() != 0:
            complaints.seek(0)
            raise UnresponsiveError(
                f"{' '.join(argv[1:])}: …{complaints.read().decode(errors='replace').strip()[-200:]}"
            )
        return took


def measure(register: Path, runs: int, log: Callable[[str], None]) -> Iterator[dict[str, float]]:
    """Seconds of each command, in turn, `runs` times. A first time, unrecorded, fills the caches, and those that
    fail in it are named and left out."""
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as folder:
        file = shutil.copy(register, folder)

        def once(figure: str, run: int) -> float:
            module, *words = COMMANDS[figure]
            argv = [sys.executable, "-m", module, *(word.format(run=run) for word in words), "--register", file]
            return time_command(argv, environment(folder), folder)

        working = []
        for figure in COMMANDS:
            try:
                once(figure, 0)
                working.append(figure)
            except UnresponsiveError as failure:
                log(f"left out: {failure}")
        for run in range(1, runs + 1):
            yield {figure: once(figure, run) for figure in working}
