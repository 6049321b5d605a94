"""A widget that draws its own lines, in the looks of the theme in force."""

from functools import cached_property

from rich.style import Style
from textual.widget import Widget

from itatui.tui.styling.styles import LOOKS


class Looks:
    """How the parts of a widget's lines look: one of `LOOKS`, in the colours of the theme. Worked out once a theme."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._theme = ""
        self._known: dict[str, Style] = {}

    def __call__(self, name: str) -> Style:
        """The style of that name."""
        if self._theme != self._widget.app.theme:
            self._theme = self._widget.app.theme
            self._known = {}
        try:
            return self._known[name]
        except KeyError:
            return self._known.setdefault(name, LOOKS[name].style(self._widget.app.theme_variables))


class LineWidget(Widget):
    """Draws lines with `render_line`; it has no children, and no text of it can be selected as Textual's."""

    ALLOW_SELECT = False

    @cached_property
    def look(self) -> Looks:
        """How its parts look."""
        return Looks(self)

    def on_language_changed(self) -> None:
        """Is told when another language is spoken, or its signs are other ones: draws itself anew."""
        self.refresh()
