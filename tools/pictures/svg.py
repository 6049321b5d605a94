"""SVG picture of a terminal screen, with every letter and its marks in their own cell.

The SVG export of Rich spaces the letters of a run to fill its cells, which separates Thai marks from them. Here a run
of Thai is stretched as a whole; a character that is neither Thai nor ASCII starts at its own cell.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme

from itatui.thai import cells, clusters

CELL, ROW, SIZE = 10.0, 20.0, 16.6
"""Width and height of a cell, and font size, in pixels."""
MARGIN = 12.0
"""Margin in pixels."""
FONTS = "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Thai, Leelawadee UI, Thonburi, Loma, monospace"
COLORS = [(16, 21, 26), (255, 123, 114), (107, 212, 143), (255, 181, 46), (124, 196, 255), (214, 150, 255)]
COLORS += [(110, 214, 214), (232, 232, 232)]
THEME = TerminalTheme((16, 21, 26), (232, 232, 232), COLORS, [(128, 128, 128), *COLORS[1:]])
"""Terminal theme with the colours of the screen: background, text, and the 16 colours."""
_RUN = re.compile("[\x21-\x7e]+|[\u0e00-\u0e7f]+|[^\x21-\x7e\u0e00-\u0e7f]+")


def picture(lines: Sequence[Iterable[Segment]], width: int) -> str:
    """Return the SVG of lines of `width` cells. It names fonts and loads none."""
    return document(width, len(lines), [part for row, line in enumerate(lines) for part in line_parts(line, row)])


def document(width: int, rows: int, parts: Iterable[str]) -> str:
    """Return the SVG of a screen of `width` cells and `rows` rows with these parts."""
    wide, high = width * CELL + 2 * MARGIN, rows * ROW + 2 * MARGIN
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" '
        f'font-family="{FONTS}" font-size="{SIZE}" xml:space="preserve">',
        f'<rect width="{wide:g}" height="{high:g}" rx="8" fill="{THEME.background_color.hex}"/>',
    ]
    return "\n".join([*head, *parts, "</svg>", ""])


def line_parts(line: Iterable[Segment], row: int) -> Iterator[str]:
    """Yield the SVG elements of a line at a row, counted from 0: first the backgrounds, then the texts."""
    top = MARGIN + row * ROW
    column = 0
    texts: list[str] = []
    for text, style, control in line:
        if control:
            continue
        size = cells(text)
        fore, back = _colours(style or Style())
        if back != THEME.background_color.hex:
            x = MARGIN + column * CELL
            yield f'<rect x="{x:g}" y="{top:g}" width="{size * CELL:g}" height="{ROW:g}" fill="{back}"/>'
        attributes = f'y="{top + ROW * 0.75:g}" fill="{fore}"' + (' font-weight="bold"' if style and style.bold else "")
        texts += _texts(text, column, attributes)
        column += size
    yield from texts


def _colours(style: Style) -> tuple[str, str]:
    fore = _hex(style.color, foreground=True)
    back = _hex(style.bgcolor, foreground=False)
    return (back, fore) if style.reverse else (fore, back)


def _hex(colour: Color | None, *, foreground: bool) -> str:
    if colour is None or colour.is_default:
        return THEME.foreground_color.hex if foreground else THEME.background_color.hex
    return colour.get_truecolor(THEME, foreground=foreground).hex


def _texts(text: str, column: int, attributes: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        thai = "\u0e00" <= run[0] <= "\u0e7f"
        for piece in [run] if thai or run.isascii() else clusters(run):
            size = cells(piece)
            if not piece.isspace():
                stretch = f' textLength="{size * CELL:g}" lengthAdjust="spacingAndGlyphs"' if thai and size else ""
                yield f'<text x="{MARGIN + column * CELL:g}" {attributes}{stretch}>{escape(piece)}</text>'
            column += size
