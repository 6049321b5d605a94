"""Scope of a run of the benchmark."""

from dataclasses import dataclass
from pathlib import Path

PARTS = (
    "start",
    "shapes",
    "keys",
    "typing",
    "hold",
    "line",
    "idle",
    "memory",
    "commands",
    "commit",
    "rollup",
    "freezes",
    "forms",
)
"""Parts that can be measured separately."""


@dataclass(frozen=True)
class Plan:
    """Parts, register sizes and repetitions."""

    sizes: tuple[int, ...] = (9, 60, 1_000, 10_000)
    """Measures in the registers."""
    largest: int = 10_000
    """Measures in the largest register of the command line."""
    parts: frozenset[str] = frozenset(PARTS)
    """Subset of `PARTS`."""
    rows: frozenset[str] = frozenset()
    """Single commands and freezes, such as `command.set` and `freeze.help`; empty: all of the parts."""
    runs: int = 5
    """Runs of each program, interleaved."""
    starts: int = 21
    """Starts of each program and command, interleaved: starts vary more, and their goals are near the floor."""
    keys: int = 30
    """Keys per run."""
    idle: float = 5.0
    """Seconds without a key."""
    checkout: Path | None = None
    """Another checkout to measure side by side, but not in `shapes`, `commit`, `rollup`, `freezes` and `forms`."""


QUICK = Plan(sizes=(9, 1_000), largest=9, runs=1, starts=3, keys=6, idle=1.0)
"""First impression in under a minute."""


def part_of(row: str) -> str:
    """Return the part that measures a single row; empty: there is no such row."""
    return {"command": "commands", "freeze": "freezes"}.get(row.partition(".")[0], "")
