"""Pages of a PDF, drawn from top to bottom: text that belongs to the document, and decoration that does not.

Lengths are points. `y` grows downwards from the top of the page, unlike in PDF.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import NamedTuple

from itatui.report.formats.pdf.font import ASCENT, UNITS, Font, Glyph
from itatui.report.formats.pdf.lines import Line, Piece
from itatui.report.formats.pdf.structure import Element, LinkArea
from itatui.report.model import Align, Tone

MARGIN = 40.0
"""Empty border of a page; page number and draft mark are in it."""
SIZE, TITLE_SIZE, SMALL_SIZE = 14.0, 18.0, 12.0
LEADING = 1.3
"""Height of a line, in font sizes: ascent and descent of Thai with two marks."""

_BOLD = {Tone.TITLE, Tone.HEADING, Tone.LATE}
_COLOURS = {Tone.MISSING: "0.55 0.27 0.07 rg", Tone.ABOUT: "0.25 g"}
"""Operators of PDF for tones that differ from black."""
_STROKE = 0.022
"""Line width of bold letters, in font sizes: the font ships in one weight."""


class Bookmark(NamedTuple):
    """An entry of the table of contents."""

    name: str
    page: int
    """From 1."""
    y: float


class Canvas:
    """Pages that are being drawn."""

    def __init__(self, width: float, height: float, font: Font, code_of: Callable[[Glyph], int]) -> None:
        self.width, self.height, self.font = width, height, font
        self.pages: list[list[str]] = []
        """Operators of each page."""
        self.bookmarks: list[Bookmark] = []
        self.document = Element("Document")
        self.y = 0.0
        self._numbers: list[int] = []
        """Marked contents of each page."""
        self._codes: dict[tuple[int | str, ...], str] = {}
        self._code_of = code_of
        self.new_page()

    @property
    def left(self) -> float:
        """Left end of the text."""
        return MARGIN

    @property
    def room(self) -> float:
        """Width of the text."""
        return self.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """Lower end of the text."""
        return self.height - MARGIN

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append([])
        self._numbers.append(0)
        self.y = MARGIN

    def keep(self, height: float) -> None:
        """Go on at a new page if a height does not fit on this one, unless this one is empty."""
        if self.y + height > self.bottom and self.y > MARGIN:
            self.new_page()

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Draw content of an element."""
        page = len(self.pages)
        number = self._numbers[-1]
        self._numbers[-1] += 1
        element.kids.append((page, number))
        self._draw(f"/{element.kind} <</MCID {number}>> BDC")
        yield
        self._draw("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout", page: int = 0) -> Iterator[None]:
        """Draw decoration, on a page (from 1) or on the last."""
        self._draw(f"/Artifact <</Type /{kind}>> BDC", page)
        yield
        self._draw("EMC", page)

    def frame(self, x: float, y: float, width: float, height: float, *, filled: bool = False) -> None:
        """Draw a rectangle."""
        place = f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re"
        self._draw(f"0.93 g {place} f 0 g {place} S" if filled else f"{place} S")

    def line(self, line: Line, x: float, y: float, size: float, page: int = 0) -> None:
        """Draw a line of text whose upper end is `y`."""
        if not any(piece.end > piece.start for piece in line.pieces):
            return
        baseline = self.height - y - (LEADING - 1) / 2 * size - (ASCENT - 0.15) * size
        colour = _COLOURS.get(line.tone, "")
        bold = f"2 Tr {_STROKE * size:.2f} w " if line.tone in _BOLD else ""
        drawn = [f"BT /F1 {size:g} Tf {bold}{colour}".rstrip()]
        drawn += (f"1 0 0 1 {x + piece.x:.2f} {baseline:.2f} Tm {self._shown(piece)} TJ" for piece in line.pieces)
        drawn += ["ET", "0 Tr 0.5 w" if bold else "", "0 g" if colour else ""]
        self._draw(" ".join(filter(None, drawn)), page)

    def lines(self, lines: Sequence[Line], x: float, y: float, room: float, size: float, align: Align) -> None:
        """Draw lines below each other."""
        for number, line in enumerate(lines):
            self.line(line, x + _shift(line, room, align), y + number * size * LEADING, size)

    def write(
        self, element: Element, lines: Sequence[Line], x: float, y: float, room: float, size: float, align: Align
    ) -> None:
        """Draw lines below each other as content of an element, those of a link as an element of its own in it."""
        for address, group in groupby(lines, key=lambda line: line.address):
            part = tuple(group)
            owner = Element("Link", element) if address else element
            with self.content(owner):
                self.lines(part, x, y, room, size, align)
            for line in part:
                if address and line.width:
                    left = x + _shift(line, room, align) + line.pieces[-1].x
                    owner.kids.append(
                        LinkArea(address, len(self.pages), left, y, line.width - line.pieces[-1].x, size * LEADING)
                    )
                y += size * LEADING

    def text(self, kind: str, lines: Sequence[Line], x: float, size: float, align: Align = Align.LEFT) -> None:
        """Draw an element of its own at `y`, over the rest of the width, and go on below it."""
        element = Element(kind, self.document)
        done = 0
        while done < len(lines):
            self.keep(size * LEADING)
            fitting = max(int((self.bottom - self.y) / (size * LEADING)), 1)
            part = lines[done : done + fitting]
            self.write(element, part, x, self.y, self.left + self.room - x, size, align)
            self.y += len(part) * size * LEADING
            done += len(part)

    def _draw(self, operators: str, page: int = 0) -> None:
        self.pages[page - 1].append(operators)

    def _shown(self, piece: Piece) -> str:
        """Return the operand of TJ that shows a piece."""
        parts, run = [], ""
        for glyph in piece.shaped.glyphs_between(piece.start, piece.end):
            code = self._codes.get(glyph[1:])
            if code is None:
                code = self._codes[glyph[1:]] = f"{self._code_of(glyph):04X}"
            run += code
            if glyph.own_width != glyph.advance:
                parts.append(f"<{run}> {(glyph.own_width - glyph.advance) * 1000 // UNITS}")
                run = ""
        return f"[{' '.join(parts)}<{run}>]" if run else f"[{' '.join(parts)}]"


def _shift(line: Line, room: float, align: Align) -> float:
    """Return the points by which a line is moved to the right in so much room."""
    free = max(room - line.width, 0.0)
    return {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[align]
