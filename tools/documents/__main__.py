"""Measure exported documents: whole texts in six readers, breaks, borders, sizes, times and memory.

Prints a table; exits with 1 when a promise is broken.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from itatui.report.documents import ENDINGS
from tests.reference import reference
from tests.support.printed_table import breaks_inside_words
from tools.bench.machine import describe_machine
from tools.bench.table import Row, markdown, text
from tools.documents.geometry import crossing
from tools.documents.made_document import Made, made, report_of
from tools.documents.readback import find
from tools.documents.readers import READERS, MissingReaderError, read

FORMS = ("report", "plan", "follow-up")
_GOLD = Path(__file__).parents[2] / "tests" / "report" / "words_gold.txt"
_SAMPLE = 50
"""Texts of a large register that are looked for."""
_LONG = 20
"""Code points of the shortest text that is looked for: shorter ones are found anywhere."""
_SECONDS = {"pdf": (2.0, 30.0), "docx": (0.1, 1.0), "xlsx": (1.0, 30.0), "html": (0.1, 2.0), "csv": (0.1, 2.0)}
"""CPU seconds at 9 and at 1,000 measures."""
_PDF_BYTES, _PDF_MEGABYTES = 60_000, 100.0
_INSIDE, _KEPT = 0.02, 0.9
_KEEPING = ("pypdf", "pdfplumber", "pdfium", "MuPDF")
"""Readers that give back the spaces at line ends; the others drop them from any document."""


def main() -> int:
    """Measure: the table on standard output."""
    parser = argparse.ArgumentParser(prog="python -m tools.documents", description="Measure exported documents.")
    parser.add_argument("--quick", action="store_true", help="9 measures only")
    parser.add_argument("--plain", action="store_true", help="print the table in columns instead of Markdown")
    options = parser.parse_args()
    rows = [["figure", "sample", "result", "goal", ""]]
    with tempfile.TemporaryDirectory() as folder:
        for size in (9,) if options.quick else (9, 999):
            for form in FORMS:
                print(f"{form}, {size} measures", file=sys.stderr)
                rows += _pdf_rows(size, form, Path(folder))
            rows += _cost_rows(size, Path(folder))
    print(describe_machine(), end="\n\n")
    print((text if options.plain else markdown)(rows))
    return 1 if any(row[-1] == "✗" for row in rows) else 0


def wanted_texts(size: int, form: str) -> list[str]:
    """Return the texts to be looked for: those of the reference, or some of the report."""
    if (size, form) == (9, "report"):
        return _reference_texts()
    report = report_of(size, form)
    entries = (entry for table in report.tables for row in table.rows for cell in row.cells for entry in cell.entries)
    texts = list(dict.fromkeys(entry.text for entry in entries if len(entry.text) >= _LONG))
    return texts[:: max(len(texts) // _SAMPLE, 1)]


def _reference_texts() -> list[str]:
    texts: list[str] = []
    for track in reference()["tracks"]:
        texts += [track["label"], *track["measures"], *(bullet["text"] for bullet in track["results"])]
        texts += [track["responsible_text"], track["outcome"]]
    return list(dict.fromkeys(texts))


def _pdf_rows(size: int, form: str, folder: Path) -> Iterator[Row]:
    data = made(size, form, "pdf", folder).data
    texts, sample = wanted_texts(size, form), f"{form}, {size} measures"
    for reader in READERS:
        try:
            pages = read(reader, data)
        except MissingReaderError as missing:
            yield [f"texts kept in {reader}", sample, f"not installed: {missing}", "all", ""]
            continue
        found = [find(each, pages) for each in texts]
        kept = sum(each is not None for each in found)
        yield [f"texts kept in {reader}", sample, f"{kept} of {len(texts)}", "all", _mark(kept == len(texts))]
        if reader in _KEEPING:
            pairs = [(each, one) for each, one in zip(texts, found, strict=True) if one]
            spaces = sum(each[place - 1] in " \n" for each, one in pairs for place in one.breaks)
            lost = sum(one.lost_spaces for _each, one in pairs)
            share = 1 - lost / spaces if spaces else 1.0
            yield [
                f"… spaces at line ends in {reader}",
                sample,
                f"{share:.0%} of {spaces}",
                "≥ 90%",
                _mark(share >= _KEPT),
            ]
        if reader == "pypdf":
            lines = [
                [each[start:end] for start, end in pairwise((0, *one.breaks, len(each)))]
                for each, one in zip(texts, found, strict=True)
                if one
            ]
            inside, total = breaks_inside_words(lines, _GOLD.read_text("utf-8").splitlines())
            yield ["breaks inside a word", sample, f"{inside} of {total}", "≤ 2%", _mark(inside <= _INSIDE * total)]
    crossed = len(crossing(data))
    yield ["characters across a border or outside the margins", sample, f"{crossed}", "0", _mark(not crossed)]
    again = made(size, form, "pdf", folder).data
    yield ["the same bytes twice", sample, "yes" if data == again else "no", "yes", _mark(data == again)]


def _cost_rows(size: int, folder: Path) -> Iterator[Row]:
    for ending in ENDINGS:
        found: Made = made(size, "report", ending, folder)
        sample, limit = f"report, {size} measures", _SECONDS[ending][size > 9]
        yield [
            f"{ending.upper()}: CPU",
            sample,
            f"{found.seconds:.2f} s",
            f"≤ {limit:g} s",
            _mark(found.seconds <= limit),
        ]
        is_small = ending != "pdf" or size > 9
        size_mark = "" if is_small else _mark(len(found.data) <= _PDF_BYTES)
        size_goal = "" if is_small else f"≤ {_PDF_BYTES // 1000} kB"
        yield ["… size", sample, f"{len(found.data) / 1000:,.0f} kB", size_goal, size_mark]
        memory_mark = "" if is_small else _mark(found.megabytes <= _PDF_MEGABYTES)
        memory_goal = "" if is_small else f"≤ {_PDF_MEGABYTES:.0f} MB"
        yield ["… memory of the process", sample, f"{found.megabytes:.0f} MB", memory_goal, memory_mark]


def _mark(passed: bool) -> str:
    return "✓" if passed else "✗"


if __name__ == "__main__":
    sys.exit(main())
