"""Figures of an exported report: texts in each reader, places on the page, time, size and memory."""

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from itatui.report.documents import ENDINGS
from itatui.report.model import Report
from itatui.thai import wrap
from tests.support import exported
from tests.support.printed_table import breaks_inside_words, squeeze
from tools.documents.contents import texts_of
from tools.documents.geometry import crossing
from tools.documents.made_document import made, report_of
from tools.documents.office import CSV, TEXT, converted
from tools.documents.page_check import validated
from tools.documents.readback import Found, find
from tools.documents.readers import READERS, MissingReaderError, read
from tools.documents.structure import elements

SMALL = 9
"""Measures of the smaller sample, whose goals are strict."""
_GOLD = Path(__file__).parents[2] / "tests" / "report" / "words_gold.txt"
_SAMPLE = 50
"""Texts of a large register that are looked for."""
_LONG = 20
"""Code points of the shortest text that is looked for: shorter ones are found anywhere."""
_SECONDS = {"pdf": (2.0, 30.0), "docx": (0.1, 2.0), "xlsx": (1.0, 10.0), "html": (0.1, 2.0), "csv": (0.1, 1.0)}
"""CPU seconds at 9 and at 1,000 measures."""
_PDF_BYTES = 60_000
_MEGABYTES = (100.0, 250.0)
"""Most memory of the process at 9 and at 1,000 measures."""
_INSIDE, _KEPT = 0.02, 0.9
_KEEPING = ("pypdf", "pdfplumber", "pdfium", "MuPDF")
"""Readers that give back the spaces at line ends; the others drop them from any document."""


class Figure(NamedTuple):
    """A figure of a sample."""

    name: str
    result: str
    goal: str = ""
    passed: bool | None = None
    """None: it has no goal, or could not be measured here."""


def figures(size: int, form: str, folder: Path) -> Iterator[Figure]:
    """Yield all figures of the report by a form on so many measures."""
    report = report_of(size, form)
    documents = {ending: made(size, form, ending, folder) for ending in ENDINGS}
    data = {ending: found.data for ending, found in documents.items()}
    yield from _texts_in_pdf(_wanted(size, form, report), data["pdf"])
    yield from _structure_of_pdf(report, data["pdf"])
    yield from _other_formats(report, data)
    again = {ending: made(size, form, ending, folder).data for ending in ENDINGS}
    yield Figure("the same bytes twice, all formats", "yes" if again == data else "no", "yes", again == data)
    at = int(size > SMALL)
    for ending, found in documents.items():
        seconds, most = found.seconds, _SECONDS[ending][at]
        yield Figure(f"{ending.upper()}: CPU", f"{seconds:.2f} s", _limits(_SECONDS[ending], "s"), seconds <= most)
        limit = _PDF_BYTES if ending == "pdf" and size <= SMALL else 0
        size_goal = f"≤ {_PDF_BYTES // 1000} kB" if ending == "pdf" else ""
        passed = len(found.data) <= limit if limit else None
        yield Figure("… size", f"{len(found.data) / 1000:,.0f} kB", size_goal, passed)
        memory = found.megabytes
        yield Figure("… memory", f"{memory:.0f} MB", _limits(_MEGABYTES, "MB"), memory <= _MEGABYTES[at])


def _limits(values: tuple[float, float], unit: str) -> str:
    return f"≤ {values[0]:g} / {values[1]:g} {unit}"


def _zero(name: str, found: int) -> Figure:
    return Figure(name, f"{found}", "0", not found)


@cache
def _gold() -> list[str]:
    return _GOLD.read_text("utf-8").splitlines()


def _wanted(size: int, form: str, report: Report) -> list[str]:
    """Return the texts to be looked for: those of the reference, or some of the report."""
    if (size, form) == (SMALL, "report"):
        return exported.texts()
    texts = [each for each in _texts(report) if len(each) >= _LONG]
    return texts[:: max(len(texts) // _SAMPLE, 1)]


def _texts(report: Report) -> list[str]:
    entries = (entry for table in report.tables for row in table.rows for cell in row.cells for entry in cell.entries)
    return list(dict.fromkeys(entry.text for entry in entries))


def _texts_in_pdf(texts: list[str], data: bytes) -> Iterator[Figure]:
    for reader in READERS:
        try:
            pages = read(reader, data)
        except MissingReaderError as missing:
            yield Figure(f"texts kept in {reader}", f"not installed: {missing}", "all")
            continue
        found = [find(each, pages) for each in texts]
        kept = sum(each is not None for each in found)
        yield Figure(f"texts kept in {reader}", f"{kept} of {len(texts)}", "all", kept == len(texts))
        if reader in _KEEPING:
            yield _spaces(texts, found)
        if reader == "pypdf":
            yield _breaks(texts, found)


def _spaces(texts: list[str], found: list[Found | None]) -> Figure:
    pairs = [(each, one) for each, one in zip(texts, found, strict=True) if one]
    spaces = sum(each[place - 1] in " \n" for each, one in pairs for place in one.breaks)
    share = 1 - sum(one.lost_spaces for _each, one in pairs) / spaces if spaces else 1.0
    return Figure("… spaces at line ends kept", f"{share:.0%} of {spaces}", "≥ 90%", share >= _KEPT)


def _breaks(texts: list[str], found: list[Found | None]) -> Figure:
    lines = [
        [each[start:end] for start, end in pairwise((0, *one.breaks, len(each)))]
        for each, one in zip(texts, found, strict=True)
        if one
    ]
    inside, total = breaks_inside_words(lines, _gold())
    return Figure("breaks inside a word", f"{inside} of {total}", "≤ 2%", inside <= _INSIDE * total)


def _structure_of_pdf(report: Report, data: bytes) -> Iterator[Figure]:
    import pypdf

    yield _zero("characters across a border or outside the margins", len(crossing(data)))
    tables = [each for each in elements(data) if each.kind == "Table"]
    cells = [cell.text.replace("\n", "") for table in tables for row in table.kids for cell in row.kids]
    tagged = "\n".join(cells)
    texts = _texts(report)
    kept = sum(each.replace("\n", "") in tagged for each in texts)
    yield Figure("texts read back from tagged cells", f"{kept} of {len(texts)}", "all", kept == len(texts))
    file = pypdf.PdfReader(io.BytesIO(data))
    labels = list(dict.fromkeys(row.label for table in report.tables for row in table.rows if row.label))
    marks = [each.title for each in file.outline]
    yield Figure("bookmarks", f"{len(marks)}", "a track each", marks == labels)
    attached = sum(map(len, file.attachments.values()))
    yield Figure("registers attached", f"{attached}", "1", attached == 1)
    yield _qpdf(data)


def _qpdf(data: bytes) -> Figure:
    if not shutil.which("qpdf"):
        return Figure("complaints of qpdf", "not installed: qpdf", "0")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        ran = subprocess.run(["qpdf", "--check", file.name], capture_output=True, text=True, check=False)
    return _zero("complaints of qpdf", len(ran.stderr.splitlines()) or ran.returncode)


def _other_formats(report: Report, data: dict[str, bytes]) -> Iterator[Figure]:
    texts = _texts(report)
    for ending in ("docx", "xlsx", "html", "csv"):
        found = squeeze(texts_of(ending, data[ending]))
        yield _kept(f"texts in {ending.upper()}", texts, found)
    try:
        yield _zero("complaints of html-validate", len(validated(data["html"])))
    except MissingReaderError as missing:
        yield Figure("complaints of html-validate", f"not installed: {missing}", "0")
    for ending, to in (("docx", TEXT), ("xlsx", CSV)):
        name = f"texts that LibreOffice reads in {ending.upper()}"
        try:
            read_back = converted({f"report.{ending}": data[ending]}, to)[f"report.{ending}"].decode("utf-8-sig")
        except MissingReaderError as missing:
            yield Figure(name, f"not installed: {missing}", "all")
            continue
        yield _kept(name, texts, squeeze(read_back.replace('""', '"')))
    yield _zero("rows of XLSX lower than their texts", len(list(_low_rows(data["xlsx"]))))


def _kept(name: str, texts: list[str], found: str) -> Figure:
    kept = sum(squeeze(each) in found for each in texts)
    return Figure(name, f"{kept} of {len(texts)}", "all", kept == len(texts))


def _low_rows(data: bytes) -> Iterator[str]:
    """Yield the cells whose rows are too low for their texts, unless they are as high as a sheet allows."""
    import openpyxl
    from openpyxl.utils import get_column_letter

    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    merged = {each.start_cell.coordinate: each for each in sheet.merged_cells.ranges}
    for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
        area = merged.get(cell.coordinate)
        last_row, last_column = (area.max_row, area.max_col) if area else (cell.row, cell.column)
        letters = map(get_column_letter, range(cell.column, last_column + 1))
        width = int(sum(sheet.column_dimensions[each].width for each in letters))
        heights = [sheet.row_dimensions[each].height for each in range(cell.row, last_row + 1)]
        if sum(heights) < cell.font.size * len(wrap(cell.value, max(width - 2, 1))) and min(heights) < 409:
            yield cell.coordinate
