"""The table: a row for each harm."""

from collections.abc import Iterable

from tools.bench.table import Row
from tools.faults.findings import Finding

_SIGNS = {True: "✓", False: "✗", None: "–"}


def rows(findings: Iterable[Finding]) -> list[Row]:
    """The heading, and a row for each finding."""
    table = [["done", "times", "found", "goal", ""]]
    table += [[each.done, each.times, each.found, each.goal, _SIGNS[each.passed]] for each in findings]
    return table
