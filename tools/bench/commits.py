"""A change committed through the store, against writing the same bytes and waiting for the disk."""

import os
import tempfile
from pathlib import Path

from itatui.domain.change import Edit
from itatui.store import RegisterFile
from tools.bench.process import waited
from tools.bench.session import now

COMMITS = 10
"""Changes in each run."""


def measure(register: Path) -> dict[str, list[float]]:
    """Seconds of each change and of each bare write, one after the other in turn."""
    took: dict[str, list[float]] = {"commit.floor": [], "commit": []}
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as folder:
        path = Path(folder, "register.json")
        path.write_bytes(register.read_bytes())
        file = RegisterFile(path)
        measure = file.load().measures[1]
        text = measure.result
        for count in range(COMMITS):
            edit = Edit("measure", measure.id, "result", text, text := f"ได้ดำเนินการแล้ว ครั้งที่ {count}")
            begun, waiting = now(), waited(os.getpid())
            file.apply(edit)
            took["commit"].append(now() - begun - waited(os.getpid()) + waiting)
            data = path.read_bytes()
            begun, waiting = now(), waited(os.getpid())
            _write(Path(folder, "floor.json"), data)
            took["commit.floor"].append(now() - begun - waited(os.getpid()) + waiting)
    return took


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
