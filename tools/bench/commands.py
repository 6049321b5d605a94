"""Timing of command-line commands, each a process from start to end."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from tools.bench import registers
from tools.bench.process import waited
from tools.bench.session import UnresponsiveError, now
from tools.bench.target import ROOT, environment

_SET = ("itatui", "set", "IIT-2", "result=ได้ดำเนินการแล้ว ครั้งที่ {run}")
COMMANDS: dict[str, tuple[str, ...]] = {
    "command.rich": ("tools.bench.floor_rich",),
    "command.report": ("itatui", "report"),
    "command.plain": ("tools.bench.floor_plain",),
    "command.list": ("itatui", "list"),
    "command.set": _SET,
    "command.overview": ("itatui", "overview"),
    "command.check": ("itatui", "check"),
    "command.export": ("itatui", "export", "report.csv", "--force", "--draft"),
    "command.repair": ("itatui", "repair"),
    "command.history": ("itatui", "history"),
}
"""Module and arguments by figure, floors first. `{run}` makes each change different."""
LARGEST: dict[str, int] = {"command.rich": 1_000, "command.report": 1_000, "command.repair": 1_000}
"""Most measures with which a command is run, if it takes half a minute with more."""
LONG_HISTORY = "command.history"
"""The command whose register has a long history."""
_FOUND = 1
"""Exit code of a check that finds something."""


def time_command(argv: Sequence[str], env: Mapping[str, str], folder: str) -> float:
    """Return the seconds of a process, less those it waited for a core. Discard its output."""
    with tempfile.TemporaryFile() as errors:
        start = now()
        process = subprocess.Popen(
            argv, env=env, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # wait without reaping: /proc is read below
        elapsed = now() - start - waited(process.pid)
        if process.wait() not in (0, _FOUND if "check" in argv else 0):
            errors.seek(0)
            raise UnresponsiveError(f"{' '.join(argv[1:])}: …{errors.read().decode(errors='replace').strip()[-200:]}")
        return elapsed


Timed = tuple[Path, str]
"""Checkout and figure."""


def measure(
    files: Mapping[Path, Path], figures: Collection[str], runs: int, cache: Path, log: Callable[[str], None]
) -> Iterator[dict[Timed, float]]:
    """Yield the seconds of each command in each checkout, in turn, `runs` times. Floors run in `ROOT` alone.

    Each checkout has a register of its own, in its own format. A long history is given to that of this one alone.
    `cache` is the folder of caches of a user who has opened the screen before. An unrecorded first run fills those of
    the system; commands that fail in it are reported and left out.
    """
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as folder:
        copies = {root: shutil.copy(register, folder) for root, register in files.items()}
        if LONG_HISTORY in figures:
            old = Path(shutil.copy(files[ROOT], Path(folder, "history.json")))
            registers.add_history(old, registers.ENTRIES)

        def run_once(root: Path, figure: str, run: int) -> float:
            module, *words = COMMANDS[figure]
            register = str(old) if figure == LONG_HISTORY else copies[root]
            argv = [sys.executable, "-m", module, *(word.format(run=run) for word in words), "--register", register]
            return time_command(argv, environment(folder, root, cache), folder)

        working = []
        for root, figure in [(root, figure) for figure in COMMANDS if figure in figures for root in files]:
            if root != ROOT and (figure == LONG_HISTORY or not COMMANDS[figure][0].startswith("itatui")):
                continue
            try:
                run_once(root, figure, 0)
                working.append((root, figure))
            except UnresponsiveError as failure:
                log(f"skipped: {failure}")
        for run in range(1, runs + 1):
            yield {(root, figure): run_once(root, figure, run) for root, figure in working}
