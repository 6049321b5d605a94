"""Print rows as CSV that spreadsheets read and in which no text becomes a formula."""

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from itatui.thai import safe

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""Signs with which a spreadsheet begins a formula."""


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print a heading and rows, in UTF-8 with the mark by which spreadsheets know it."""
    import csv  # lazy: few commands are asked for CSV

    sys.stdout.write("\ufeff")
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_guarded(value) for value in row] for row in rows)


def _guarded(value: Any) -> Any:
    """Return a text that no spreadsheet takes for a formula, with control characters made visible."""
    if not isinstance(value, str):
        return value
    text = safe(value)
    return f"'{text}" if text.startswith(_FORMULAS) else text
