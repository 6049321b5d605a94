"""Processor time of a register in `itatui rollup`, against reading the same file as JSON."""

import json
import tempfile
import time
from pathlib import Path

from itatui.cli.output import today
from itatui.cli.register_readers import read_registers, register_paths
from itatui.domain.rollup import RollupOptions
from itatui.store import config
from tools.rollup.agencies import make_registers

REGISTERS = 400
"""Registers of a folder, some damaged."""
LARGEST = 60
"""Most measures of each: rollups are of many small registers."""


def measure(measures: int) -> dict[str, list[float]]:
    """Return the seconds of each register and of its floor, alternating, in this process alone."""
    seconds: dict[str, list[float]] = {"rollup.floor": [], "rollup": []}
    where = config.config_path()
    options = RollupOptions(today(), config.rules(where), config.indicators(where))
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as folder:
        damaged = make_registers(Path(folder), REGISTERS, measures)
        for path in register_paths([folder]):
            if path not in damaged:
                start = time.process_time()
                json.loads(path.read_bytes())
                seconds["rollup.floor"].append(time.process_time() - start)
            start = time.process_time()
            list(read_registers([path], options))
            seconds["rollup"].append(time.process_time() - start)
    return seconds
