"""Reduction of colours for terminals that have few or none.

Without colours, a coloured background is shown in reverse video. With 16, each colour becomes the nearest of the
terminal's own.
"""

from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color, ColorSystem, ColorType
from rich.segment import Segment
from rich.style import Style
from textual import color
from textual.filter import LineFilter

NONE, EIGHT, SIXTEEN, ALL = 0, 8, 16, 1 << 24
"""Numbers of colours of a terminal; more than 16 are treated as `ALL`."""

_BLACK = 0
_REVERSED = Style(reverse=True)
_UPRIGHT = Style(reverse=False)


def colours_of(environment: Mapping[str, str]) -> int:
    """Return the number of colours of a terminal by its name; none if `NO_COLOR` is set (https://no-color.org)."""
    name = environment.get("TERM", "")
    if environment.get("NO_COLOR") or name.startswith(("vt", "dumb")) or name.endswith(("-m", "-mono")):
        return NONE
    if environment.get("COLORTERM", "") in ("truecolor", "24bit") or name.partition("-")[0] in _TRUE_COLOUR_NAMES:
        return ALL
    if "256color" in name or name.endswith("-direct"):
        return ALL
    return EIGHT if name.partition("-")[0] in _EIGHT_COLOUR_NAMES and "16color" not in name else SIXTEEN


_TRUE_COLOUR_NAMES = ("alacritty", "foot", "ghostty", "kitty", "wezterm")
_EIGHT_COLOUR_NAMES = ("ansi", "cygwin", "linux", "screen", "tmux")


class ColorFilter(LineFilter):
    """Limits the number of colours that are sent."""

    def __init__(self, colours: int) -> None:
        super().__init__(enabled=colours < ALL)
        self.colours = colours

    def apply(self, segments: list[Segment], background: color.Color) -> list[Segment]:
        """Return the segments of a line in the terminal's colours."""
        return [Segment(text, style and _sent(style, self.colours), control) for text, style, control in segments]


@lru_cache(1024)
def _sent(style: Style, colours: int) -> Style:
    return _in_few(style, colours) if colours else _in_none(style)


def _in_none(style: Style) -> Style:
    """Return a style without colours: in reverse if the text is darker than its background."""
    lit = _light(style.bgcolor) > _light(style.color) if style.bgcolor and style.color else False
    plain = style.without_color
    return plain + (_UPRIGHT if style.reverse and lit else _REVERSED if style.reverse or lit else Style())


def _light(colour: Color) -> float:
    return color.Color.from_rich_color(colour).brightness


def _in_few(style: Style, colours: int) -> Style:
    """Return a style in 16 or 8 colours. With 8, bold shows the bright ones, but would turn black into grey."""
    front, ground = (_own(colour) for colour in (style.color, style.bgcolor))
    number = front.number if front is not None else None
    bold = style.bold
    if colours <= EIGHT:
        bold = bold or (number or 0) >= EIGHT
        front, ground = (_of_eight(colour) for colour in (front, ground))
    if number == _BLACK:
        bold = False
    return style.without_color + Style(color=front, bgcolor=ground, bold=bold)


def _own(colour: Color | None) -> Color | None:
    return colour and colour.downgrade(ColorSystem.STANDARD)


def _of_eight(colour: Color | None) -> Color | None:
    if colour is None or colour.number is None:
        return colour
    return Color(f"color({colour.number % EIGHT})", ColorType.STANDARD, number=colour.number % EIGHT)
