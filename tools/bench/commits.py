"""Timing of a change saved through the store, against writing and syncing the same bytes."""

import os
import tempfile
from pathlib import Path

from itatui.domain.change import Edit
from itatui.store import RegisterFile
from tools.bench.process import waited
from tools.bench.session import now

COMMITS = 10
"""Changes per run."""


def measure(register: Path) -> dict[str, list[float]]:
    """Return the seconds of each change and of each bare write, alternating."""
    seconds: dict[str, list[float]] = {"commit.floor": [], "commit": []}
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as folder:
        path = Path(folder, "register.json")
        path.write_bytes(register.read_bytes())
        file = RegisterFile(path)
        measure = file.load().measures[1]
        text = measure.result
        for count in range(COMMITS):
            edit = Edit("measure", measure.id, "result", text, text := f"ได้ดำเนินการแล้ว ครั้งที่ {count}")
            start, wait_start = now(), waited(os.getpid())
            file.apply(edit)
            seconds["commit"].append(now() - start - waited(os.getpid()) + wait_start)
            data = path.read_bytes()
            start, wait_start = now(), waited(os.getpid())
            _write(Path(folder, "floor.json"), data)
            seconds["commit.floor"].append(now() - start - waited(os.getpid()) + wait_start)
    return seconds


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
