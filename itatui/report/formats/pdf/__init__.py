"""A report as a PDF: tagged for readers of the screen, with bookmarks, embedded font and the register attached."""

import logging
from collections.abc import Iterator

from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.report.formats.pdf.font import CELL, UNITS, Font
from itatui.report.layout.cells import CellText
from itatui.report.layout.paper_widths import paper_widths
from itatui.report.layout.paragraphs import paragraphs, signature_lines
from itatui.report.look import DRAFT, Look, dressed, is_landscape, with_texts
from itatui.report.model import Align, Report, Tone
from itatui.thai import quote, thai_digits

TYPE_CHECKING = False  # type checkers treat this name as true
if TYPE_CHECKING:
    from fpdf import FPDF

    from itatui.report.formats.pdf.canvas import Canvas

_PAPERS = {"A4": (595.28, 841.89), "A3": (841.89, 1190.55), "LETTER": (612.0, 792.0), "LEGAL": (612.0, 1008.0)}
"""Width and height in points, upright."""
_INDENT = 24.0


class UnprintableError(ItatuiError):
    """The font lacks a character, which would vanish without a word."""


def document(report: Report, look: Look) -> bytes:
    """Return the report as a PDF. Raise `UnprintableError` for a character that the font lacks."""
    from fpdf import FPDF  # lazy: importing it takes half a second

    from itatui.report.formats.pdf import structure
    from itatui.report.formats.pdf.canvas import Canvas

    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)  # it tells of tables that no PDF needs
    font = Font()
    report = _drawable(dressed(report, look), font)
    width, height = _PAPERS.get(report.paper.split()[0].upper() if report.paper else "A4", _PAPERS["A4"])
    if is_landscape(report):
        width, height = height, width
    file = FPDF(unit="pt", format=(width, height))
    file.add_font("sarabun", fname=font.path)
    file.set_font("sarabun", size=14)
    canvas = Canvas(width, height, font, lambda glyph: structure.code_of(file, glyph))
    _draw_report(canvas, report, look)
    _number_pages(canvas, look, in_thai=look.thai_digits)
    _write_pages(file, canvas)
    _describe(file, report, look)
    structure.add_structure(file, canvas.document)
    return structure.written(file)


def _draw_report(canvas: "Canvas", report: Report, look: Look) -> None:
    from itatui.report.formats.pdf.canvas import LEADING, SIZE, TITLE_SIZE
    from itatui.report.formats.pdf.lines import balanced, broken
    from itatui.report.formats.pdf.table import TableDrawing

    def write(kind: str, texts: list[CellText], indent: float = 0.0) -> None:
        lines = broken(texts, canvas.room - indent, SIZE, canvas.font)
        canvas.text(kind, lines, canvas.left + indent, SIZE)

    if report.number:
        numbered = broken([CellText(report.number)], canvas.room, SIZE, canvas.font)
        canvas.text("P", numbered, canvas.left, SIZE, Align.RIGHT)
    kind = "H1"
    for title in report.titles:
        lines = balanced(title, canvas.room, TITLE_SIZE if kind == "H1" else SIZE + 2, canvas.font)
        canvas.text(kind, lines, canvas.left, TITLE_SIZE if kind == "H1" else SIZE + 2, Align.CENTRE)
        kind = "P" if title.strip() else kind
    canvas.y += SIZE / 2
    for passage in report.opening:
        write("P", [CellText(passage.heading, Tone.HEADING)])
        write("P", list(paragraphs(passage.lines)), _INDENT)
    total = sum(len(table.rows) for table in report.tables)
    done = 0

    def count() -> None:
        nonlocal done
        done += 1
        look.on_progress(done, total)

    cells = int(canvas.room * UNITS / (SIZE * CELL))
    for table in report.tables:
        if table.title:
            canvas.keep(6 * SIZE * LEADING)
            write("H2", [CellText(table.title, Tone.HEADING)])
        if table.empty and not table.rows:
            write("P", [CellText(table.empty, Tone.MISSING)])
        else:
            TableDrawing(canvas, table, paper_widths(table, cells), count).draw()
        canvas.y += SIZE / 2
    for note in report.notes:
        write("P", [CellText(note, Tone.ABOUT)])
    if report.foot:
        canvas.y += SIZE
        write("P", [CellText(line) for line in report.foot])
    for passage in report.closing:
        write("P", [CellText(passage.heading, Tone.HEADING)])
        write("P", list(paragraphs(passage.lines)), _INDENT)
    _draw_signatures(canvas, report)


def _draw_signatures(canvas: "Canvas", report: Report) -> None:
    """Draw the places to sign, two beside each other and a single one on the right, each kept on a page."""
    from itatui.report.formats.pdf.canvas import LEADING, SIZE
    from itatui.report.formats.pdf.lines import broken
    from itatui.report.formats.pdf.structure import Element

    half = canvas.room / 2
    blocks = [broken([CellText(line) for line in lines], half, SIZE, canvas.font) for lines in signature_lines(report)]
    while blocks:
        pair, blocks = blocks[: 2 - len(blocks) % 2], blocks[2 - len(blocks) % 2 :]
        height = max(map(len, pair)) * SIZE * LEADING
        canvas.keep(height + SIZE * LEADING)
        canvas.y += SIZE * LEADING
        for block, x in zip(reversed(pair), (canvas.left + half, canvas.left), strict=False):
            with canvas.content(Element("P", canvas.document)):
                canvas.lines(block, x, canvas.y, half, SIZE, Align.CENTRE)
        canvas.y += height


def _number_pages(canvas: "Canvas", look: Look, *, in_thai: bool) -> None:
    """Draw page x of y at the bottom of each page, and at the top that it is a draft."""
    from itatui.report.formats.pdf.canvas import LEADING, MARGIN, SMALL_SIZE
    from itatui.report.formats.pdf.lines import broken

    for page in range(1, len(canvas.pages) + 1):
        words = f"หน้า {page} จาก {len(canvas.pages)}"
        (line,) = broken([CellText(thai_digits(words) if in_thai else words)], canvas.room, SMALL_SIZE, canvas.font)
        with canvas.artifact("Pagination", page):
            y = canvas.height - MARGIN + (MARGIN - SMALL_SIZE * LEADING) / 3
            canvas.line(line, canvas.left + canvas.room - line.width, y, SMALL_SIZE, page)
        if look.draft:
            (line,) = broken([CellText(DRAFT, Tone.HEADING)], canvas.room, SMALL_SIZE + 4, canvas.font)
            with canvas.artifact("Pagination", page):
                canvas.line(line, canvas.left, (MARGIN - (SMALL_SIZE + 4) * LEADING) / 2, SMALL_SIZE + 4, page)


def _write_pages(file: "FPDF", canvas: "Canvas") -> None:
    from itatui.report.formats.pdf import structure
    from itatui.report.formats.pdf.canvas import SIZE

    for number, operators in enumerate(canvas.pages, 1):
        file.add_page()
        structure.draw(file, "0.5 w\n" + "\n".join(operators), SIZE)
        for bookmark in canvas.bookmarks:
            if bookmark.page == number:
                file.set_y(bookmark.y)
                file.start_section(bookmark.name)


def _describe(file: "FPDF", report: Report, look: Look) -> None:
    from fpdf.prefs import ViewerPreferences

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


def _drawable(report: Report, font: Font) -> Report:
    """Return the report with what the font lacks replaced by what means the same.

    Raise `UnprintableError` where nothing does: the character would vanish without a word.
    """
    drawn = with_texts(report, font.drawable)
    for place, text in _placed_texts(drawn):
        if lacking := font.lacking(text):
            message = _("{place}: the font of the PDF has no {character} (U+{code}): replace it, or export a DOCX")
            raise UnprintableError(message.format(place=place, character=lacking, code=f"{ord(lacking):04X}"))
    return drawn


def _placed_texts(report: Report) -> Iterator[tuple[str, str]]:
    """Yield each text of a report with the words for where it is."""
    for text in (report.number, *report.titles, *report.notes, *report.foot):
        yield _("title or note"), text
    for passage in (*report.opening, *report.closing):
        yield from ((passage.heading, text) for text in (passage.heading, *(entry.text for entry in passage.lines)))
    for signature in report.signatures:
        yield from ((_("signatures"), text) for text in signature[:3])
    for table in report.tables:
        yield from ((_("heading"), text) for column in table.columns for text in (column.heading, column.over))
        yield from ((_("heading"), text) for text in (table.title, table.empty))
        for row in table.rows:
            for entry in (entry for cell in row.cells for entry in cell.entries):
                numbers = (*entry.numbers, *row.numbers)
                place = f"{row.code}-{numbers[0]}" if numbers and row.code else row.code or quote(entry.text, 30)
                yield place, f"{entry.mark}{entry.about}{entry.text}"
