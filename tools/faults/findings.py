"""What was found: a row of the table for each harm that was done."""

from collections.abc import Callable
from typing import NamedTuple

Log = Callable[[str], None]
"""Tells whoever waits: progress, and each fault as it is found."""


class Finding(NamedTuple):
    """One row."""

    done: str
    """What harm was done."""
    times: str
    """How often."""
    found: str
    """What was found afterwards; of what could not be done here, the reason."""
    goal: str
    passed: bool | None
    """Whether the promise held; None: it could not be tried here."""


class Tally:
    """Counts the faults of each kind that one harm brought to light."""

    def __init__(self, log: Log, *kinds: str) -> None:
        self.times = 0
        """How often the harm was done."""
        self.faults = dict.fromkeys(kinds, 0)
        self._log = log

    def add(self, kind: str, detail: str) -> None:
        """One fault more."""
        self.faults[kind] += 1
        self._log(f"FAULT, {kind}: {detail}")

    def expect(self, holds: object, kind: str, detail: str) -> bool:
        """One fault more unless this holds; whether it does."""
        if not holds:
            self.add(kind, detail)
        return bool(holds)

    def row(self, done: str, unit: str = "") -> Finding:
        """The row: held when the harm was done at all and nothing was found."""
        found = ", ".join(f"{count} {kind}" for kind, count in self.faults.items())
        passed = self.times > 0 and not any(self.faults.values())
        return Finding(done, f"{self.times:,} {unit}".rstrip(), found, "0", passed)


def at_most(done: str, times: int, found: float, most: float, unit: str) -> Finding:
    """A row for a figure that has a limit."""
    return Finding(done, f"{times:,}", f"{found:.3g} {unit}", f"< {most:g} {unit}", times > 0 and found < most)


def not_run(done: str, reason: str) -> Finding:
    """A row for what could not be done here."""
    return Finding(done, "", f"not tried: {reason}", "", None)
