"""Results: a row of the table for each kind of fault."""

from collections.abc import Callable
from typing import NamedTuple

Log = Callable[[str], None]
"""Receives progress and each failure as it is found."""


class Finding(NamedTuple):
    """Row of the table."""

    done: str
    """Injected fault."""
    times: str
    """Number of cases."""
    found: str
    """Result; the reason if it could not be run here."""
    goal: str
    passed: bool | None
    """True if the promise held; None if it could not be run here."""


class Tally:
    """Counter of failures by kind."""

    def __init__(self, log: Log, *kinds: str) -> None:
        self.times = 0
        """Number of cases."""
        self.faults = dict.fromkeys(kinds, 0)
        self._log = log

    def add(self, kind: str, detail: str) -> None:
        """Count a failure."""
        self.faults[kind] += 1
        self._log(f"FAILURE, {kind}: {detail}")

    def expect(self, holds: object, kind: str, detail: str) -> bool:
        """Count a failure unless `holds`. Return `holds`."""
        if not holds:
            self.add(kind, detail)
        return bool(holds)

    def row(self, done: str, unit: str = "") -> Finding:
        """Return the row: passed if there was any case and no failure."""
        found = ", ".join(f"{count} {kind}" for kind, count in self.faults.items())
        passed = self.times > 0 and not any(self.faults.values())
        return Finding(done, f"{self.times:,} {unit}".rstrip(), found, "0", passed)


def at_most(done: str, times: int, found: float, most: float, unit: str) -> Finding:
    """Return the row of a figure with a limit."""
    return Finding(done, f"{times:,}", f"{found:.3g} {unit}", f"< {most:g} {unit}", times > 0 and found < most)


def not_run(done: str, reason: str) -> Finding:
    """Return the row of a part that could not be run here."""
    return Finding(done, "", f"not run: {reason}", "", None)
