"""Description of the machine and versions of a measurement, in a single line."""

import os
import platform
from importlib.metadata import version
from pathlib import Path


def describe_machine() -> str:
    """Return processor, cores, load and versions."""
    facts = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next(
        (line.partition(":")[2].strip() for line in facts if line.startswith("model name")), platform.machine()
    )
    load = ", ".join(f"{part:.2f}" for part in os.getloadavg())
    textual, rich, python = version("textual"), version("rich"), platform.python_version()
    cores = len(os.sched_getaffinity(0))
    return f"{model}, {cores} cores, load {load}; Python {python}, Textual {textual}, Rich {rich}"
