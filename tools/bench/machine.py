"""The machine and the versions that figures were measured with, in one line."""

import os
import platform
from importlib.metadata import version
from pathlib import Path


def describe_machine() -> str:
    """The processor, its cores, the load, and the versions."""
    facts = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next(
        (line.partition(":")[2].strip() for line in facts if line.startswith("model name")), platform.machine()
    )
    load = ", ".join(f"{part:.2f}" for part in os.getloadavg())
    textual, rich, python = version("textual"), version("rich"), platform.python_version()
    cores = len(os.sched_getaffinity(0))
    return f"{model}, {cores} cores, load {load}; Python {python}, Textual {textual}, Rich {rich}"
