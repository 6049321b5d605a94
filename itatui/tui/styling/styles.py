"""Named text styles in the colours of the current theme: the only list of styles for text drawn by our widgets.

Component classes in the style sheets would do the same, but Textual resolves each of them for every pane at every
change of focus: a tenth of the time to the first picture (measured).
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color
from rich.style import Style

if TYPE_CHECKING:
    from textual.widget import Widget


class NamedStyle(NamedTuple):
    """A style with theme colour names in place of colours."""

    colour: str = "foreground"
    """Theme colour of the text."""
    ground: str = "background"
    """Theme colour of the background."""
    bold: bool = False
    italic: bool = False
    reverse: bool = False
    underline: bool = False

    def style(self, colours: Mapping[str, str]) -> Style:
        """Return the Rich style in these theme colours."""
        return Style(
            color=Color.parse(colours[self.colour]),
            bgcolor=Color.parse(colours[self.ground]),
            bold=self.bold or None,
            italic=self.italic or None,
            reverse=self.reverse or None,
            underline=self.underline or None,
        )


STYLES = {
    "text": NamedStyle(),
    "note": NamedStyle(),
    "strong": NamedStyle(bold=True),
    "title": NamedStyle("primary", bold=True),
    "key": NamedStyle("accent", bold=True),
    "done": NamedStyle("success"),
    "ticked": NamedStyle("success", bold=True),
    "added": NamedStyle("success", bold=True),
    "removed": NamedStyle("error"),
    "late": NamedStyle("error", bold=True),
    "missing": NamedStyle("warning"),
    "changed": NamedStyle("accent", bold=True),
    "match": NamedStyle("warning", reverse=True),
    "link": NamedStyle(underline=True),
    "empty": NamedStyle(italic=True),
    "bar": NamedStyle("secondary"),
    "chosen": NamedStyle("background", "primary", bold=True),
    "track": NamedStyle(ground="surface", bold=True),
    "cursor": NamedStyle("background", "accent", bold=True),
    "current": NamedStyle("accent", bold=True, reverse=True),
    "box": NamedStyle("foreground", reverse=True),
    "writing": NamedStyle(ground="surface"),
    "hint": NamedStyle(ground="surface", italic=True),
    "selected": NamedStyle("background", "primary", underline=True),
    "caret": NamedStyle(ground="surface", reverse=True),
    "saved": NamedStyle("success"),
    "saving": NamedStyle("warning"),
    "failed": NamedStyle("error", bold=True, reverse=True),
}
"""Every style by name. No meaning is carried by colour alone."""


class StyleTable:
    """The styles of `STYLES` in the theme of a widget's app, resolved once per theme."""

    def __init__(self, widget: "Widget") -> None:
        self._widget = widget
        self._colours: Mapping[str, str] = {}
        self._resolved: dict[str, Style] = {}

    def __call__(self, name: str) -> Style:
        """Return the style of this name. Raise `KeyError` for an unknown name."""
        colours = self._widget.app.theme_variables  # another object in another theme
        if colours is not self._colours:
            self._colours, self._resolved = colours, {}
        try:
            return self._resolved[name]
        except KeyError:
            return self._resolved.setdefault(name, STYLES[name].style(colours))
