"""Base of the widgets that draw their own lines in the styles of the current theme."""

from functools import cached_property

from textual.widget import Widget

from itatui.tui.styling.styles import StyleTable


class LineWidget(Widget):
    """A widget without children that draws its lines in `render_line`."""

    ALLOW_SELECT = False

    @cached_property
    def style(self) -> StyleTable:
        """The named styles in the current theme."""
        return StyleTable(self)

    def on_language_changed(self) -> None:
        """Redraw in another language or in other digits."""
        self.refresh()
