"""Cells of a table broken into lines, before it is known on which pages they are."""

from collections.abc import Sequence

from itatui.report.formats.pdf.canvas import LEADING, SIZE, Canvas
from itatui.report.formats.pdf.lines import Line, broken
from itatui.report.formats.pdf.structure import Element
from itatui.report.layout.cells import CellText
from itatui.report.layout.measure_grid import align_of
from itatui.report.layout.paragraphs import paragraphs
from itatui.report.model import Align, Cell, Row, RowKind, Table, Tone

SIDE, ABOVE = 4.0, 2.0
"""Points between the border of a cell and its text."""
STEP = SIZE * LEADING
"""Points from line to line."""
CONTINUED = "(ต่อ)"
"""Behind the name of a row that began on the page before."""
_STRONG = (RowKind.BAND, RowKind.SUM)


class Box:
    """A cell that is being drawn, perhaps over several pages."""

    def __init__(self, row: Row, column: int, lines: tuple[Line, ...], align: Align, element: Element) -> None:
        cell = row.cells[column]
        self.column, self.columns, self.rows = column, cell.columns, cell.rows
        self.lines, self.align, self.element = lines, align, element
        self.names = (" ".join(cell.entries[0].text.split()), row.code, "") if cell.entries else ()
        """Names of its row for a later page, the longest first."""
        self.is_begun = False
        self.drawn = 0
        """Lines drawn so far."""

    @property
    def is_heading(self) -> bool:
        """Whether it names a column or a track."""
        return self.element.kind == "TH"


class Bundle:
    """Rows that cells join, or a single row."""

    def __init__(self, boxes: list[list[Box]]) -> None:
        self.boxes = boxes
        """The cells that begin in each row."""
        self.slots = [max([1, *(len(box.lines) for box in begun if box.rows == 1)]) for begun in boxes]
        """Lines that each row has room for."""
        for at, begun in enumerate(boxes):
            for box in begun:
                last = min(at + box.rows, len(boxes)) - 1
                self.slots[last] += max(len(box.lines) - sum(self.slots[at : last + 1]), 0)


class BoxMaker:
    """Breaks the cells of a table into lines."""

    def __init__(self, canvas: Canvas, table: Table, widths: Sequence[float]) -> None:
        self._font, self._table, self._widths = canvas.font, table, widths

    def bundle(self, rows: Sequence[Row], parent: Element | None, *, heading: bool = False) -> Bundle:
        """Return rows as a bundle, as elements of a table or, without `parent`, as decoration."""
        made = []
        for row in rows:
            element = Element("TR", parent)
            cells = enumerate(row.cells)
            made.append([self._box(row, at, element, heading) for at, cell in cells if cell.rows and cell.columns])
        return Bundle(made)

    def width(self, box: Box) -> float:
        """Return the width of a cell in points."""
        return sum(self._widths[box.column : box.column + box.columns])

    def name_again(self, box: Box, room: int) -> tuple[Line, ...]:
        """Return the lines, at most `room`, that name a row again on a later page."""
        for name in box.names:
            text = f"{name} {CONTINUED}".strip()
            lines = broken([CellText(text)], self.width(box) - 2 * SIDE, SIZE, self._font)
            if len(lines) <= room:
                return lines
        return ()

    def _box(self, row: Row, column: int, parent: Element, heading: bool) -> Box:
        cell = row.cells[column]
        is_band = row.kind is RowKind.BAND
        element = Element("TH" if heading or is_band else "TD", parent, _attributes(cell, heading, is_band))
        texts = paragraphs(cell.entries)
        if row.kind in _STRONG:
            texts = tuple(text._replace(tone=Tone.HEADING) for text in texts)
        room = sum(self._widths[column : column + cell.columns]) - 2 * SIDE
        lines = broken(texts, room, SIZE, self._font)
        return Box(row, column, lines, Align.CENTRE if heading else align_of(self._table, row, column), element)


def _attributes(cell: Cell, heading: bool, is_band: bool) -> str:
    """Return the attributes of a cell's element in PDF; empty if there are none."""
    pairs = [("/RowSpan", str(cell.rows))] if cell.rows > 1 else []
    pairs += [("/ColSpan", str(cell.columns))] if cell.columns > 1 else []
    pairs += [("/Scope", "/Column" if heading else "/Row")] if heading or is_band else []
    return f"<</O /Table {' '.join(f'{name} {value}' for name, value in pairs)}>>" if pairs else ""
