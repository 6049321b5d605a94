"""PDF files: the tables whose lines are drawn, read from the lines and the places of the characters.

pypdfium2 opens the file; it is an optional package, so that nobody has to install it to read other documents.
"""

import ctypes
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from itatui.intake.errors import StoppedError, UnreadableError
from itatui.intake.grid import Table
from itatui.intake.ruled_tables import Line, Sign, tables_in
from itatui.locale import _

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfObject, PdfPage

_INSTALL = "pip install 'itatui[documents]'"
_MAX_PAGES = 300
_MAX_SIGNS = 60_000
"""Characters of a page."""
_MAX_PATHS = 20_000
"""Drawings of a page."""
_MAX_SECONDS = 8.0
_THIN = 3.0
"""Points of the width of a rectangle that is drawn as a line."""


def read_pdf(data: bytes, step: Callable[[int, int], bool]) -> tuple[Table, ...]:
    """Return the tables of a file. `UnreadableError`, also if pypdfium2 is not installed.

    `step` is called for each page with the pages read and their number; it returns whether to go on.
    """
    try:
        import pypdfium2  # lazy: large, and optional
    except ImportError:
        message = _("PDF files need one more package; type: {command}")
        raise UnreadableError(message.format(command=_INSTALL)) from None
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            return _tables(document, step)
        finally:
            document.close()
    except pypdfium2.PdfiumError:
        raise UnreadableError(_("it is damaged or cut short, or has a password")) from None


def _tables(document: "PdfDocument", step: Callable[[int, int], bool]) -> tuple[Table, ...]:
    if len(document) > _MAX_PAGES:
        raise UnreadableError(_("it has too many pages"))
    pages: list[tuple[list[Line], list[Sign]]] = []
    end = time.monotonic() + _MAX_SECONDS
    for number in range(len(document)):
        if not step(number, len(document)):
            raise StoppedError(_("stopped"))
        page = document[number]
        pages.append((list(_lines(page)), list(_signs(page))))
        page.close()
        if time.monotonic() > end:
            raise UnreadableError(_("it takes too long to read"))
    if not any(signs for _lines_of_page, signs in pages):
        raise UnreadableError(_("it is a picture: only text can be read"))
    return tables_in(pages)


class _Path(NamedTuple):
    """A drawing, by its points on the page."""

    points: list[tuple[float, float]]
    is_stroked: bool


def _lines(page: "PdfPage") -> Iterator[Line]:
    """Yield the horizontal and vertical lines of a page. A thin rectangle is a line; a stroked one is four."""
    from pypdfium2 import raw

    for number, drawing in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4)):
        if number >= _MAX_PATHS:
            raise UnreadableError(_("it has too many parts"))
        path = _path(drawing)
        xs, ys = ([point[axis] for point in path.points] for axis in (0, 1))
        if not xs:
            continue
        left, right, low, high = min(xs), max(xs), min(ys), max(ys)
        if right - left <= _THIN or high - low <= _THIN:
            yield Line(left, low, right, high)
        elif path.is_stroked:
            yield from _sides(path.points)


def _sides(points: Sequence[tuple[float, float]]) -> Iterator[Line]:
    for (x, y), (to_x, to_y) in zip(points, [*points[1:], points[0]], strict=True):
        if abs(x - to_x) <= _THIN or abs(y - to_y) <= _THIN:
            yield Line(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))


def _path(drawing: "PdfObject") -> _Path:
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawing, fill, stroke)
    matrix = drawing.get_matrix()
    points = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(min(raw.FPDFPath_CountSegments(drawing), 100)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(drawing, number), x, y)
        points.append(matrix.on_point(x.value, y.value))
    return _Path(points, bool(stroke.value))


def _signs(page: "PdfPage") -> Iterator[Sign]:
    """Yield the characters of a page in the order of its text.

    A space that pdfium adds has no place of its own: it gets that of the character before it.
    """
    from pypdfium2 import raw

    text = page.get_textpage()
    count = text.count_chars()
    if count > _MAX_SIGNS:
        raise UnreadableError(_("the texts of its table are too long"))
    x, y = ctypes.c_double(), ctypes.c_double()
    for number in range(count):
        code = raw.FPDFText_GetUnicode(text, number)
        if code < ord(" ") or code in (0xFFFE, 0xFFFF):
            continue
        if not raw.FPDFText_IsGenerated(text, number):
            raw.FPDFText_GetCharOrigin(text, number, x, y)
        yield Sign(chr(code), x.value, y.value)
    text.close()
