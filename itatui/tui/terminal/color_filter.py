"""What is sent of the colours to a terminal that has few, or none. It knows nothing of themes.

Without colours, what is shown by its ground (what is chosen, what the keys are at) is shown in reverse. With sixteen,
each is the nearest of the terminal's own.
"""

from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color, ColorSystem, ColorType
from rich.segment import Segment
from rich.style import Style
from textual import color
from textual.filter import LineFilter

NONE, EIGHT, SIXTEEN, ALL = 0, 8, 16, 1 << 24
"""Numbers of colours that a terminal may have; a number between the last two is as good as the last."""

_BLACK = 0
_REVERSED = Style(reverse=True)
_UPRIGHT = Style(reverse=False)


def colours_of(environment: Mapping[str, str]) -> int:
    """How many colours a terminal has, by its name; none for who asks for none (https://no-color.org)."""
    name = environment.get("TERM", "")
    if environment.get("NO_COLOR") or name.startswith(("vt", "dumb")) or name.endswith(("-m", "-mono")):
        return NONE
    if environment.get("COLORTERM", "") in ("truecolor", "24bit") or name.partition("-")[0] in _RICH_IN_COLOURS:
        return ALL
    if "256color" in name or name.endswith("-direct"):
        return ALL
    return EIGHT if name.partition("-")[0] in _OF_EIGHT and "16color" not in name else SIXTEEN


_RICH_IN_COLOURS = ("alacritty", "foot", "ghostty", "kitty", "wezterm")
_OF_EIGHT = ("ansi", "cygwin", "linux", "screen", "tmux")


class ColorFilter(LineFilter):
    """Sends so many colours at most."""

    def __init__(self, colours: int) -> None:
        super().__init__(enabled=colours < ALL)
        self.colours = colours

    def apply(self, segments: list[Segment], background: color.Color) -> list[Segment]:
        """A line's parts, with nothing that the terminal has not."""
        return [Segment(text, style and _sent(style, self.colours), control) for text, style, control in segments]


@lru_cache(1024)
def _sent(style: Style, colours: int) -> Style:
    return _in_few(style, colours) if colours else _in_none(style)


def _in_none(style: Style) -> Style:
    """Without colours: in reverse where the text is darker than its ground, which it else never is."""
    lit = _light(style.bgcolor) > _light(style.color) if style.bgcolor and style.color else False
    plain = style.without_color
    return plain + (_UPRIGHT if style.reverse and lit else _REVERSED if style.reverse or lit else Style())


def _light(colour: Color) -> float:
    return color.Color.from_rich_color(colour).brightness


def _in_few(style: Style, colours: int) -> Style:
    """In the terminal's own colours. One that has eight shows the bright ones by bold, which makes black grey."""
    front, ground = (_own(colour) for colour in (style.color, style.bgcolor))
    number = front.number if front is not None else None
    bold = style.bold
    if colours <= EIGHT:
        bold = bold or (number or 0) >= EIGHT
        front, ground = (_one_of_eight(colour) for colour in (front, ground))
    if number == _BLACK:
        bold = False
    return style.without_color + Style(color=front, bgcolor=ground, bold=bold)


def _own(colour: Color | None) -> Color | None:
    return colour and colour.downgrade(ColorSystem.STANDARD)


def _one_of_eight(colour: Color | None) -> Color | None:
    if colour is None or colour.number is None:
        return colour
    return Color(f"color({colour.number % EIGHT})", ColorType.STANDARD, number=colour.number % EIGHT)
