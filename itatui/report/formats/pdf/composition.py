"""The parts of a report on the pages of a PDF, from the titles to the places to sign."""

from collections.abc import Callable, Sequence

from itatui.report.formats.pdf.canvas import LEADING, MARGIN, SIZE, SMALL_SIZE, TITLE_SIZE, Canvas
from itatui.report.formats.pdf.font import CELL, UNITS
from itatui.report.formats.pdf.lines import balanced, broken
from itatui.report.formats.pdf.structure import Element
from itatui.report.formats.pdf.table import TableDrawing
from itatui.report.layout.cells import CellText
from itatui.report.layout.paper_widths import paper_widths
from itatui.report.layout.paragraphs import paragraphs, signature_rows
from itatui.report.look import DRAFT, Look
from itatui.report.model import Align, Passage, Report, Tone
from itatui.thai import thai_digits

_INDENT = 24.0
"""Points by which a passage is indented below its heading."""
_DRAFT_SIZE = 16.0
_BELOW_TITLE = 6
"""Lines that stay with the title of a table on its page."""


class Composition:
    """A dressed report that is drawn on a canvas."""

    def __init__(self, canvas: Canvas, report: Report, look: Look) -> None:
        self._canvas, self._report, self._look = canvas, report, look

    def draw(self) -> None:
        """Draw the whole report, and then the numbers of its pages."""
        canvas, report = self._canvas, self._report
        if report.number:
            line = broken([CellText(report.number)], canvas.room, SIZE, canvas.font)
            canvas.text("P", line, canvas.left, SIZE, Align.RIGHT)
        self._draw_titles()
        for passage in report.opening:
            self._draw_passage(passage)
        self._draw_tables()
        for note in report.notes:
            self._write([CellText(note, Tone.ABOUT)])
        if report.foot:
            canvas.y += SIZE
            self._write([CellText(line) for line in report.foot])
        for passage in report.closing:
            self._draw_passage(passage)
        self._draw_signatures()
        self._number_pages()

    def _write(self, texts: Sequence[CellText], kind: str = "P", indent: float = 0.0) -> None:
        canvas = self._canvas
        canvas.text(kind, broken(texts, canvas.room - indent, SIZE, canvas.font), canvas.left + indent, SIZE)

    def _draw_titles(self) -> None:
        """Draw the titles: the first as the heading of the document."""
        canvas = self._canvas
        kind, size = "H1", TITLE_SIZE
        for title in self._report.titles:
            texts = balanced(CellText(title, Tone.TITLE), canvas.room, size, canvas.font)
            canvas.text(kind, texts, canvas.left, size, Align.CENTRE)
            if title.strip():
                kind, size = "P", SIZE + 2
        canvas.y += SIZE / 2

    def _draw_passage(self, passage: Passage) -> None:
        self._write([CellText(passage.heading, Tone.HEADING)])
        self._write(paragraphs(passage.lines), indent=_INDENT)

    def _draw_tables(self) -> None:
        canvas = self._canvas
        cells = int(canvas.room * UNITS / (SIZE * CELL))
        count = self._counter(sum(len(table.rows) for table in self._report.tables))
        for table in self._report.tables:
            if table.title:
                canvas.keep(_BELOW_TITLE * SIZE * LEADING)
                self._write([CellText(table.title, Tone.HEADING)], "H2")
            if table.empty and not table.rows:
                self._write([CellText(table.empty, Tone.MISSING)])
            else:
                TableDrawing(canvas, table, paper_widths(table, cells), count).draw()
            canvas.y += SIZE / 2

    def _counter(self, total: int) -> Callable[[], None]:
        """Return a function that reports each further row as drawn."""
        done = 0

        def count() -> None:
            nonlocal done
            done += 1
            self._look.on_progress(done, total)

        return count

    def _draw_signatures(self) -> None:
        """Draw the places to sign, a single one of a row on the right, each row kept on a page."""
        canvas, half = self._canvas, self._canvas.room / 2
        for row in signature_rows(self._report):
            blocks = [broken([CellText(line) for line in lines], half, SIZE, canvas.font) for lines in row]
            height = max(map(len, blocks)) * SIZE * LEADING
            canvas.keep(height + SIZE * LEADING)
            canvas.y += SIZE * LEADING
            for block, x in zip(blocks, (canvas.left, canvas.left + half)[-len(blocks) :], strict=True):
                canvas.write(Element("P", canvas.document), block, x, canvas.y, half, SIZE, Align.CENTRE)
            canvas.y += height

    def _number_pages(self) -> None:
        """Draw page x of y at the bottom of each page, and the mark of a draft at its top."""
        canvas, count = self._canvas, len(self._canvas.pages)
        for page in range(1, count + 1):
            words = f"หน้า {page} จาก {count}"
            number = CellText(thai_digits(words) if self._look.thai_digits else words)
            (line,) = broken([number], canvas.room, SMALL_SIZE, canvas.font)
            with canvas.artifact("Pagination", page):
                y = canvas.height - MARGIN + (MARGIN - SMALL_SIZE * LEADING) / 3
                canvas.line(line, canvas.left + canvas.room - line.width, y, SMALL_SIZE, page)
            if self._look.draft:
                (line,) = broken([CellText(DRAFT, Tone.HEADING)], canvas.room, _DRAFT_SIZE, canvas.font)
                with canvas.artifact("Pagination", page):
                    canvas.line(line, canvas.left, (MARGIN - _DRAFT_SIZE * LEADING) / 2, _DRAFT_SIZE, page)
