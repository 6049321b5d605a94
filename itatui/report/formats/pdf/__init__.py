"""A report as a PDF: tagged for readers of the screen, with bookmarks, embedded font and the register attached.

`itatui.report.documents` imports it when a PDF is made: its libraries take half a second.
"""

import logging

from fpdf import FPDF
from fpdf.prefs import ViewerPreferences

from itatui.report.formats.pdf import structure
from itatui.report.formats.pdf.canvas import SIZE, Canvas
from itatui.report.formats.pdf.composition import Composition
from itatui.report.formats.pdf.font import Font
from itatui.report.formats.pdf.missing_characters import drawable
from itatui.report.look import Look, dressed, is_landscape, sheet_size
from itatui.report.model import Report

_PAPERS = {"A4": (595.28, 841.89), "A3": (841.89, 1190.55)}
"""Width and height in points, upright."""


def document(report: Report, look: Look) -> bytes:
    """Return the report as a PDF. Raise `UnprintableError` for a character that the font lacks."""
    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)  # it tells of tables that no PDF needs
    font = Font()
    report = drawable(dressed(report, look), font)
    width, height = _PAPERS[sheet_size(report)]
    if is_landscape(report):
        width, height = height, width
    file = FPDF(unit="pt", format=(width, height))
    file.add_font("sarabun", fname=font.path)
    file.set_font("sarabun", size=SIZE)
    canvas = Canvas(width, height, font, lambda glyph: structure.code_of(file, glyph))
    Composition(canvas, report, look).draw()
    _write_pages(file, canvas)
    _describe(file, report, look)
    structure.add_structure(file, canvas.document)
    return structure.written(file)


def _write_pages(file: FPDF, canvas: Canvas) -> None:
    for number, operators in enumerate(canvas.pages, 1):
        file.add_page()
        structure.draw(file, "0.5 w\n" + "\n".join(operators), SIZE)
        for bookmark in canvas.bookmarks:
            if bookmark.page == number:
                file.set_y(bookmark.y)
                file.start_section(bookmark.name)


def _describe(file: FPDF, report: Report, look: Look) -> None:
    file.set_title(report.title)
    file.set_creator("itatui")
    file.set_lang("th")
    file.viewer_preferences = ViewerPreferences(display_doc_title=True)
    if look.register:
        file.embed_file(
            bytes=look.register,
            basename=look.register_name,
            mime_type="application/json",
            desc="ทะเบียนของรายงานนี้ ไม่รวมประวัติการแก้ไข การประชุม และมติ",
            compress=True,
        )
