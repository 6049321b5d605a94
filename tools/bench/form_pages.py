"""Processor time of the thread that lays out the first page of the report, for each shipped form.

Run in a process of its own, so that nothing is known before: `python -m tools.bench.form_pages FILE FORM`.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from itatui.domain.forms import SHIPPED
from itatui.store import RegisterFile
from itatui.tui.screens.printed_page import Layout, begin
from itatui.tui.screens.printed_tables import ReportTable
from tools.bench.session import COLUMNS, ROWS
from tools.bench.target import environment

DAY = date(2024, 5, 1)


def measure(register: Path, folder: str) -> Iterator[float]:
    """Yield the seconds of each form."""
    for form in SHIPPED:
        argv = [sys.executable, "-m", "tools.bench.form_pages", str(register), form]
        done = subprocess.run(argv, env=environment(folder), cwd=folder, check=True, capture_output=True)
        yield float(done.stdout)


def main() -> None:
    """Print the seconds of one form."""
    path, form = sys.argv[1:]
    register = RegisterFile(Path(path)).load()
    table, width, height = ReportTable(register, None, DAY, "", form), COLUMNS - 3, ROWS - 3
    start = time.process_time()
    begin(Layout(table, width, None, "th", thai_digits=False), height)
    print(time.process_time() - start)


if __name__ == "__main__":
    main()
