"""Pictures of the first page of the exported report in every format, as other programs show it."""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from itatui.report.documents import document
from itatui.report.look import Look
from itatui.report.model import Report
from tools.documents.office import READ_CSV, converted, with_font
from tools.documents.readers import MissingReaderError

_DOTS = 72
"""Dots of the pictures in an inch."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_COLUMN = 26
"""Width of a column of the sheet of a CSV, in figures."""
_WINDOW = "1100,780"
"""Width and height of a browser's window in its own dots."""


def draw_pages(report: Report, pictures: Path) -> None:
    """Draw the first page in each format; one whose program is missing is left out, and told."""
    for ending in _DRAWN:
        _draw(report, ending, pictures / f"report-{ending}.png")


def draw_sheet(report: Report, pictures: Path) -> None:
    """Draw the first page of a unit's sheet, as `draw_pages` does."""
    _draw(report, "xlsx", pictures / "sheet-xlsx.png")


def _draw(report: Report, ending: str, picture: Path) -> None:
    try:
        _DRAWN[ending](document(report, Look(), ending), picture)
    except MissingReaderError as missing:
        print(f"no picture of {ending.upper()}: not installed: {missing}", file=sys.stderr)


def _pdf(data: bytes, picture: Path) -> None:
    """Draw a PDF with poppler."""
    if not shutil.which("pdftoppm"):
        raise MissingReaderError("pdftoppm of poppler-utils")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        words = ["pdftoppm", "-r", str(_DOTS), "-png", "-singlefile", "-gray", file.name]
        subprocess.run([*words, str(picture.with_suffix(""))], check=True)


def _office(ending: str) -> Callable[[bytes, Path], None]:
    """Return a function that draws a document as LibreOffice prints it."""

    def draw(data: bytes, picture: Path) -> None:
        name = f"report.{ending}"
        _pdf(converted({name: data}, "pdf")[name], picture)

    return draw


def _csv(data: bytes, picture: Path) -> None:
    """Draw the sheet that LibreOffice makes of a CSV, with columns of which all are in sight."""
    import openpyxl

    read = converted({"report.csv": data}, "xlsx", READ_CSV)["report.csv"]
    book = openpyxl.load_workbook(io.BytesIO(read))
    sheet = book.active
    for column in sheet.column_dimensions.values():
        column.width = _COLUMN
    sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage = "landscape", True
    sheet.page_setup.fitToHeight, sheet.print_area = 0, sheet.dimensions
    sheet.print_options.gridLines = sheet.print_options.headings = True
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = ""
    changed = io.BytesIO()
    book.save(changed)
    _office("xlsx")(changed.getvalue(), picture)


def _html(data: bytes, picture: Path) -> None:
    """Draw a page as a browser shows it."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        raise MissingReaderError("chromium")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "report.html")
        page.write_bytes(data)
        words = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        words += [f"--window-size={_WINDOW}", "--hide-scrollbars", f"--screenshot={picture}", page.as_uri()]
        subprocess.run(words, check=True, capture_output=True, env=with_font())


_DRAWN: dict[str, Callable[[bytes, Path], None]] = {
    "pdf": _pdf,
    "docx": _office("docx"),
    "xlsx": _office("xlsx"),
    "html": _html,
    "csv": _csv,
}
