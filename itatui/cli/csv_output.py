"""Print rows as CSV that spreadsheets read and in which no text becomes a formula."""

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from itatui.thai import safe


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print a heading and rows, in UTF-8 with the mark by which spreadsheets know it."""
    import csv  # lazy: few commands are asked for CSV

    from itatui.report.formats.csv import without_formula

    def cell(value: Any) -> Any:
        return without_formula(safe(value)) if isinstance(value, str) else value

    sys.stdout.write("\ufeff")
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(map(cell, row) for row in rows)
