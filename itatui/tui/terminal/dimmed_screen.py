"""The screen behind a dialog, in the colours of its shade.

Textual prints it through Rich and mixes the colours of each segment anew: a quarter of the time to open a dialog.
"""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import screen
from textual.color import Color
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from itatui.tui.terminal.line_breaker import replace


class DimmedScreen(Visual):
    """The lines of a screen behind another, without their links."""

    def __init__(self, behind: screen.Screen[object], shade: Color) -> None:
        self._behind = behind
        self._shade = shade

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Return the lines of the screen."""
        size = self._behind.size
        strips = self._behind._compositor.render_strips(Size(width, size.height if height is None else height))
        return [_dimmed(strip, self._shade, style.rich_style).adjust_cell_length(width) for strip in strips]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the cells of the screen."""
        return self._behind.size.width

    def get_minimal_width(self, rules: RulesMap) -> int:
        """Return the same."""
        return self._behind.size.width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the lines of the screen."""
        return self._behind.size.height


def _dimmed(strip: Strip, shade: Color, base: RichStyle) -> Strip:
    segments = [Segment(text, _mixed(style or RichStyle(), shade, base)) for text, style, _control in strip]
    return Strip(segments, strip.cell_length)


@lru_cache(1024)
def _mixed(style: RichStyle, shade: Color, base: RichStyle) -> RichStyle:
    """Return a style whose colours are mixed with a shade, on a base; few styles are on a screen."""
    mixed = (
        each if each is None else (Color.from_rich_color(each) + shade).rich_color
        for each in (style.color, style.bgcolor)
    )
    return base + style.clear_meta_and_links() + RichStyle.from_color(*mixed)


def install() -> None:
    """Replace the screen behind a dialog. Raise `RuntimeError` if the name has moved."""
    replace(screen, "BackgroundScreen", DimmedScreen)
