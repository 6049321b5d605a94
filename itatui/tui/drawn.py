"""A widget that draws its own lines, in the looks of the theme in force."""

from rich.style import Style
from textual.widget import Widget

from itatui.tui.looks import LOOKS


class Drawn(Widget):
    """Draws lines with `render_line`; it has no children, and no text of it can be selected as Textual's."""

    ALLOW_SELECT = False
    _looks: dict[str, Style]
    _theme = ""

    def look(self, name: str) -> Style:
        """How a part looks: one of `LOOKS`, in the colours of the theme. Worked out once a theme."""
        if self._theme != self.app.theme:
            self._theme = self.app.theme
            self._looks = {}
        try:
            return self._looks[name]
        except KeyError:
            return self._looks.setdefault(name, LOOKS[name].style(self.app.theme_variables))
