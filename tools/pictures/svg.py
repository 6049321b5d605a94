"""A picture of a terminal's screen as SVG, with every letter and its marks in their own cell.

Rich's own picture spaces the letters of a run to fill its cells, which pulls Thai marks off them. Here a run of Thai
is stretched as a whole, letters and all; a sign that is neither Thai nor ASCII stands where its cell begins.
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
"""The width and the height of a cell, and the size of the letters, in pixels."""
EDGE = 12.0
"""Pixels around the screen."""
FONTS = "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Thai, Leelawadee UI, Thonburi, Loma, monospace"
DARK_ONES = [(16, 21, 26), (255, 123, 114), (107, 212, 143), (255, 181, 46), (124, 196, 255), (214, 150, 255)]
DARK_ONES += [(110, 214, 214), (232, 232, 232)]
THEME = TerminalTheme((16, 21, 26), (232, 232, 232), DARK_ONES, [(128, 128, 128), *DARK_ONES[1:]])
"""A terminal of this screen's own colours; black, red, green, yellow, blue, magenta, cyan and white of its sixteen."""
_RUN = re.compile("[\x21-\x7e]+|[\u0e00-\u0e7f]+|[^\x21-\x7e\u0e00-\u0e7f]+")


def picture(lines: Sequence[Iterable[Segment]], width: int) -> str:
    """The SVG of lines of `width` cells. It names fonts that may be there, and fetches none."""
    wide, high = width * CELL + 2 * EDGE, len(lines) * ROW + 2 * EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" '
        f'font-family="{FONTS}" font-size="{SIZE}" xml:space="preserve">',
        f'<rect width="{wide:g}" height="{high:g}" rx="8" fill="{THEME.background_color.hex}"/>',
    ]
    for row, line in enumerate(lines):
        parts += _line(line, EDGE + row * ROW)
    return "\n".join([*parts, "</svg>", ""])


def _line(line: Iterable[Segment], top: float) -> Iterator[str]:
    at = 0
    texts: list[str] = []
    for text, style, control in line:
        if control:
            continue
        size = cells(text)
        fore, back = _colours(style or Style())
        if back != THEME.background_color.hex:
            x = EDGE + at * CELL
            yield f'<rect x="{x:g}" y="{top:g}" width="{size * CELL:g}" height="{ROW:g}" fill="{back}"/>'
        look = f'y="{top + ROW * 0.75:g}" fill="{fore}"' + (' font-weight="bold"' if style and style.bold else "")
        texts += _texts(text, at, look)
        at += size
    yield from texts


def _colours(style: Style) -> tuple[str, str]:
    fore = _hex(style.color, foreground=True)
    back = _hex(style.bgcolor, foreground=False)
    return (back, fore) if style.reverse else (fore, back)


def _hex(colour: Color | None, *, foreground: bool) -> str:
    if colour is None or colour.is_default:
        return THEME.foreground_color.hex if foreground else THEME.background_color.hex
    return colour.get_truecolor(THEME, foreground=foreground).hex


def _texts(text: str, at: int, look: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        thai = "\u0e00" <= run[0] <= "\u0e7f"
        for piece in [run] if thai or run.isascii() else clusters(run):
            size = cells(piece)
            if not piece.isspace():
                stretch = f' textLength="{size * CELL:g}" lengthAdjust="spacingAndGlyphs"' if thai and size else ""
                yield f'<text x="{EDGE + at * CELL:g}" {look}{stretch}>{escape(piece)}</text>'
            at += size
