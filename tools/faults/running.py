"""The parts, one after another: each does one sort of harm."""

from collections.abc import Iterable, Iterator

from tools.faults import damaged, errors, full, hostile, kills, pairs, writers
from tools.faults.findings import Finding, Say
from tools.faults.plan import Plan

PARTS = {
    "kills": kills.findings,
    "writers": writers.findings,
    "errors": errors.findings,
    "full": full.findings,
    "damaged": damaged.findings,
    "hostile": hostile.findings,
    "pairs": pairs.findings,
}
"""What can be done, each by itself."""


def run(plan: Plan, parts: Iterable[str], say: Say) -> Iterator[Finding]:
    """Does it all, and yields what was found as it is found."""
    for part in parts:
        say(f"{part} …")
        yield from PARTS[part](plan, say)
