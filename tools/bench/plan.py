"""How much is measured."""

from dataclasses import dataclass

PARTS = ("start", "keys", "typing", "hold", "line", "idle", "memory", "commands", "commit")
"""What can be measured, each by itself."""


@dataclass(frozen=True)
class Plan:
    """What is measured, on what, and how often."""

    sizes: tuple[int, ...] = (9, 100, 1_000, 10_000)
    """Measures in the registers."""
    largest: int = 1_000
    """Measures in the largest register of the command line: a Rich table of more takes half a minute each time."""
    parts: frozenset[str] = frozenset(PARTS)
    """Of `PARTS`."""
    runs: int = 5
    """Runs of each program, one after the other in turn."""
    starts: int = 21
    """Starts of each program and command, the same way: they differ more, and the goals are near the floor."""
    keys: int = 30
    """Keys in each run."""
    idle: float = 5.0
    """Seconds without a key."""


QUICK = Plan(sizes=(9, 1_000), largest=9, runs=1, starts=3, keys=6, idle=1.0)
"""For a first look: under a minute."""
