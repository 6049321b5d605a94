"""Lines of text of a PDF, broken between words by the widths of the font."""

from collections.abc import Sequence
from typing import NamedTuple

from itatui.report.formats.pdf.font import SPACE, UNITS, Font, Shaped
from itatui.report.layout.cells import CellText
from itatui.report.layout.hyperlinks import hyperlink_of
from itatui.report.model import Tone
from itatui.thai import wrap_measured


class Piece(NamedTuple):
    """A part of a paragraph on a line."""

    x: float
    """Points from the left side of the text."""
    shaped: Shaped
    start: int
    end: int
    """Code points of the paragraph, the spaces at a soft break included: without them, words run together when the
    text is copied."""


class Line(NamedTuple):
    """A line of text."""

    pieces: tuple[Piece, ...] = ()
    width: float = 0.0
    """Points, without the spaces at its end."""
    tone: Tone = Tone.TEXT
    address: str = ""
    """Address of the link that it belongs to; empty: none."""


def broken(paragraphs: Sequence[CellText], room: float, size: float, font: Font) -> tuple[Line, ...]:
    """Return the lines of paragraphs in so many points, those with a mark indented behind it. `size` is in points."""
    marks = [font.shape(f"{each.mark} ") for each in paragraphs if each.mark]
    indent = max((mark.reach[-1] for mark in marks), default=0) * size / UNITS
    if indent > room / 2:
        indent = 0.0
        paragraphs = [each._replace(text=f"{each.mark} {each.text}".strip(), mark="") for each in paragraphs]
    found: list[Line] = []
    for each in paragraphs:
        inner = indent if each.mark else 0.0
        lines = [
            line
            for text in each.text.split("\n")
            for line in _lines(font.shape(text), room - inner, size, inner, each.tone)
        ]
        if address := hyperlink_of(each.target):
            lines = [line._replace(address=address) for line in lines]
        if each.mark:
            mark = font.shape(f"{each.mark} ")
            piece = Piece(indent - mark.reach[-1] * size / UNITS, mark, 0, len(mark.text))
            lines[0] = lines[0]._replace(pieces=(piece, *lines[0].pieces))
        found += lines
    return tuple(found)


def balanced(title: CellText, room: float, size: float, font: Font) -> tuple[Line, ...]:
    """Return the lines of a title: as few as possible, and about equally long."""
    found: list[Line] = []
    for paragraph in title.text.split("\n"):
        shaped = font.shape(paragraph)
        widest, narrowest = room, room / 2
        count = len(_lines(shaped, room, size, 0.0, title.tone))
        while count > 1 and widest - narrowest > 1:
            middle = (widest + narrowest) / 2
            if len(_lines(shaped, middle, size, 0.0, title.tone)) > count:
                narrowest = middle
            else:
                widest = middle
        found += _lines(shaped, widest, size, 0.0, title.tone)
    return tuple(found)


def _lines(shaped: Shaped, room: float, size: float, x: float, tone: Tone) -> list[Line]:
    units = room * UNITS / size
    offsets = wrap_measured(shaped.text, units, shaped.reach)
    lines: list[Line] = []
    for (start, end), (following, _end) in zip(offsets, [*offsets[1:], (len(shaped.text), 0)], strict=True):
        width = shaped.reach[end] - shaped.reach[start]
        kept = end
        while kept < following and shaped.reach[kept + 1] - shaped.reach[start] <= units + SPACE:
            kept += 1
        lines.append(Line((Piece(x, shaped, start, kept),), x + width * size / UNITS, tone))
    return lines
