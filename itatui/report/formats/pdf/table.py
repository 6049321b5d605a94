"""A table drawn over pages: rows that are too long for the rest of a page go on at the next, below headings."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from itatui.report.formats.pdf.boxes import ABOVE, CONTINUED, SIDE, STEP, Box, BoxMaker, Bundle
from itatui.report.formats.pdf.canvas import MARGIN, SIZE, Bookmark, Canvas
from itatui.report.formats.pdf.structure import Element
from itatui.report.layout.measure_grid import joined, widths_of
from itatui.report.layout.paragraphs import headings
from itatui.report.model import Cell, Entry, Row, RowKind, Table

_FEW = 3
"""Lines that a part of a divided row has at least."""
_EMPTY = 1 / 3
"""Part of a page that may stay empty so that a row is not divided."""
_MOST_REPEATED = 1 / 2
"""Part of a page that headings and a band may take on each page; higher ones are not repeated."""


class _Part(NamedTuple):
    """A row, or a part of it, on the current page."""

    row: int
    """Index in its bundle."""
    top: float
    bottom: float


class TableDrawing:
    """A table on a canvas."""

    def __init__(self, canvas: Canvas, table: Table, shares: Sequence[int], on_row: Callable[[], object]) -> None:
        self._canvas, self._table, self._on_row = canvas, table, on_row
        self._widths = widths_of(shares, canvas.room)
        self._maker = BoxMaker(canvas, table, self._widths)
        self._element = Element("Table", canvas.document)
        self._code = ""
        """Code of the track that has a bookmark last."""
        self._band: Row | None = None
        """The band above the rows that are being drawn."""
        self._whole_page = 0
        """Lines that fit below the headings on a page."""
        self._is_fresh = False
        """Whether nothing but headings is on the page."""
        self._bundle = Bundle([])
        self._parts: list[_Part] = []
        """Parts of the rows of the bundle on the current page."""

    def draw(self) -> None:
        """Draw the whole table."""
        self._draw_headings(self._element)
        for rows in joined(self._table.rows):
            self._draw_rows(rows)

    def _draw_headings(self, parent: Element | None) -> None:
        """Draw the headings, on later pages as decoration."""
        rows = [Row(cells) for cells in headings(self._table.columns)]
        bundle = self._maker.bundle(rows, parent, heading=True)
        height = _height(bundle)
        if height > self._repeated_room:
            self._whole_page = int((self._canvas.bottom - MARGIN - 2 * ABOVE) / STEP)
            if parent is not None:
                self._draw_divided(bundle, rows)
            return
        self._canvas.keep(height + _FEW * STEP + 2 * ABOVE)
        self._draw_whole(bundle, is_content=parent is not None)
        self._whole_page = int((self._canvas.bottom - MARGIN - height - 2 * ABOVE) / STEP)

    @property
    def _repeated_room(self) -> float:
        """Points that may be taken by what is repeated on each page."""
        return (self._canvas.bottom - MARGIN) * _MOST_REPEATED

    def _draw_whole(self, bundle: Bundle, *, is_content: bool) -> None:
        """Draw rows that are never divided."""
        parts = []
        for row, count in enumerate(bundle.slots):
            top = self._canvas.y
            self._canvas.y += count * STEP + 2 * ABOVE
            parts.append(_Part(row, top, self._canvas.y))
        self._flush(bundle, parts, is_content=is_content)

    def _draw_rows(self, rows: Sequence[Row]) -> None:
        """Draw rows that cells join, or a single row, on as many pages as they need."""
        if rows[0].kind is RowKind.BAND:
            self._band = None  # it needs no other above it
        self._draw_divided(self._maker.bundle(rows, self._element), rows, self._on_row)
        if rows[-1].kind is RowKind.BAND:
            self._band = rows[-1]

    def _draw_divided(self, bundle: Bundle, rows: Sequence[Row], on_row: Callable[[], object] = lambda: None) -> None:
        """Draw the rows of a bundle, each divided where a page ends. `on_row` is called behind each."""
        self._bundle, self._parts = bundle, []
        for at, row in enumerate(rows):
            rest = bundle.slots[at]
            while rest:
                count = self._fitting(rest, row)
                if not count:
                    self._turn_page()
                    continue
                self._add_bookmark(row)
                top = self._canvas.y
                self._canvas.y += count * STEP + 2 * ABOVE
                self._parts.append(_Part(at, top, self._canvas.y))
                self._is_fresh = False
                rest -= count
                if rest:
                    self._turn_page()
            on_row()
        self._flush(bundle, self._parts)

    def _fitting(self, rest: int, row: Row) -> int:
        """Return how many of the lines that are left of a row are drawn on this page."""
        fitting = int((self._canvas.bottom - self._canvas.y - 2 * ABOVE) / STEP)
        below = _FEW + 1 if row.kind is RowKind.BAND else 0  # a band is not the last line of a page
        if rest + below <= fitting:
            return rest
        may_divide = fitting >= _FEW and (rest > self._whole_page or fitting > _EMPTY * self._whole_page)
        if not self._is_fresh and not (may_divide and not below):
            return 0
        count = min(rest, max(fitting, 1))
        return count - 1 if count < rest < count + 2 and count > _FEW else count

    def _add_bookmark(self, row: Row) -> None:
        if row.label and row.code != self._code:
            self._code = row.code
            self._canvas.bookmarks.append(Bookmark(row.label, len(self._canvas.pages), self._canvas.y))

    def _turn_page(self) -> None:
        self._flush(self._bundle, self._parts)
        self._parts = []
        self._canvas.new_page()
        self._draw_headings(None)
        if self._band:
            self._draw_band(self._band)
        self._is_fresh = True

    def _draw_band(self, band: Row) -> None:
        """Draw a band again on a later page, unless it is so high that it leaves no room there."""
        (cell, *rest), first = band.cells, band.cells[0].entries[0]
        again = Cell((Entry(f"{first.text} {CONTINUED}"),), cell.rows, cell.columns)
        bundle = self._maker.bundle([band._replace(cells=(again, *rest))], None)
        if self._canvas.y - MARGIN + _height(bundle) <= self._repeated_room:
            self._draw_whole(bundle, is_content=False)

    def _flush(self, bundle: Bundle, parts: Sequence[_Part], *, is_content: bool = True) -> None:
        """Draw the parts of rows that are on the current page."""
        for at, begun in enumerate(bundle.boxes):
            for box in begun:
                own = [part for part in parts if at <= part.row < at + box.rows]
                if own:
                    self._draw_box(box, own[0].top, own[-1].bottom, is_content=is_content)

    def _draw_box(self, box: Box, top: float, bottom: float, *, is_content: bool) -> None:
        canvas, width = self._canvas, self._maker.width(box)
        x = canvas.left + sum(self._widths[: box.column])
        with canvas.artifact():
            canvas.frame(x, top, width, bottom - top, filled=box.is_heading)
        room = max(int((bottom - top - 2 * ABOVE) / STEP + 0.01), 1)
        lines = box.lines[box.drawn : box.drawn + room]
        y = top + ABOVE + ((room - len(lines)) * STEP / 2 if box.is_heading else 0)
        if lines and is_content:
            canvas.write(box.element, lines, x + SIDE, y, width - 2 * SIDE, SIZE, box.align)
        else:
            named = lines or (
                self._maker.name_again(box, room) if box.is_begun and (box.column == 0 or box.rows > 1) else ()
            )
            if named:
                with canvas.artifact("Pagination"):
                    canvas.lines(named, x + SIDE, y, width - 2 * SIDE, SIZE, box.align)
        box.is_begun = True
        box.drawn += len(lines)


def _height(bundle: Bundle) -> float:
    """Return the points that the rows of a bundle take if they are not divided."""
    return sum(count * STEP + 2 * ABOVE for count in bundle.slots)
