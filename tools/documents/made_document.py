"""A document made in a process of its own, with the time and the memory that it took.

`python -m tools.documents.made_document SIZE FORM ENDING PATH` writes it and prints the figures.
"""

import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

from itatui.domain.forms import form_of
from itatui.report.build import build
from itatui.report.documents import document
from itatui.report.look import Look
from itatui.report.model import Report
from itatui.store.attached_register import attachable
from tools.bench.process import peak_memory
from tools.bench.registers import build_register

DAY = date(2024, 9, 30)


class Made(NamedTuple):
    """A document with its figures."""

    data: bytes
    seconds: float
    """CPU time, imports of its libraries included."""
    megabytes: float
    """Most memory of the process."""


def report_of(size: int, form: str) -> Report:
    """Return the report by a form on a register of `size` measures."""
    register = build_register(size)
    return build(register, form=form_of(register, form), today=DAY)


def made(size: int, form: str, ending: str, folder: Path) -> Made:
    """Make a document in a process of its own."""
    path = folder / f"document.{ending}"
    words = [sys.executable, "-m", "tools.documents.made_document", str(size), form, ending, str(path)]
    seconds, megabytes = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)
    return Made(path.read_bytes(), seconds, megabytes)


def main(size: str, form: str, ending: str, path: str) -> None:
    """Write a document and print its figures."""
    report, look = report_of(int(size), form), Look(register=attachable(build_register(int(size))))
    before = time.process_time()
    data = document(report, look, ending)
    seconds = time.process_time() - before
    Path(path).write_bytes(data)
    print(json.dumps([seconds, peak_memory(os.getpid())]))  # `getrusage` would count the parent before the start


if __name__ == "__main__":
    main(*sys.argv[1:])
