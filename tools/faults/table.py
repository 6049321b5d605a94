"""Table of results: a row per fault."""

from collections.abc import Iterable

from tools.bench.table import Row
from tools.faults.findings import Finding

_SIGNS = {True: "✓", False: "✗", None: "–"}


def rows(findings: Iterable[Finding]) -> list[Row]:
    """Return the heading and a row for each finding."""
    table = [["fault", "cases", "result", "goal", ""]]
    table += [[each.done, each.times, each.found, each.goal, _SIGNS[each.passed]] for each in findings]
    return table
