"""Measure exported documents: texts in every reader, breaks, borders, structure, times, sizes and memory.

Prints a table, a column for each form and size; exits with 1 when a promise is broken.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tools.bench.machine import describe_machine
from tools.bench.table import Row, markdown, text
from tools.documents.figures import SMALL, Figure, figures

FORMS = ("report", "plan", "follow-up")
LARGE = 1000
_SIGNS = {True: " ✓", False: " ✗", None: ""}


def main() -> int:
    """Measure: the table on standard output."""
    parser = argparse.ArgumentParser(prog="python -m tools.documents", description="Measure exported documents.")
    parser.add_argument("--quick", action="store_true", help=f"{SMALL} measures only")
    parser.add_argument("--plain", action="store_true", help="print the table in columns instead of Markdown")
    options = parser.parse_args()
    samples: dict[str, list[Figure]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for form in FORMS:
            for size in (SMALL,) if options.quick else (SMALL, LARGE):
                print(f"{form}, {size} measures", file=sys.stderr)
                samples[f"{form}, {size:,}"] = list(figures(size, form, Path(folder)))
    print(describe_machine(), end="\n\n")
    print((text if options.plain else markdown)(_rows(samples)))
    return 1 if any(figure.passed is False for found in samples.values() for figure in found) else 0


def _rows(samples: dict[str, list[Figure]]) -> list[Row]:
    """Return the heading and a row for each figure."""
    first = next(iter(samples.values()))
    table = [["", "goal", *samples]]
    for at, figure in enumerate(first):
        cells = [found[at] for found in samples.values()]
        table.append([figure.name, figure.goal, *(f"{cell.result}{_SIGNS[cell.passed]}" for cell in cells)])
    return table


if __name__ == "__main__":
    sys.exit(main())
