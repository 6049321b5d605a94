"""A pane that draws its own lines: what the panes of the screen have in common."""

from rich.style import Style
from textual.scroll_view import ScrollView


class Pane(ScrollView, can_focus=True):
    """A bordered, scrolling pane. It says its own size in lines and draws each when asked, never a widget a row."""

    DEFAULT_CLASSES = "pane"

    def __init__(self, pane_id: str) -> None:
        super().__init__(id=pane_id)
        self._styles_by_name: dict[str, Style] = {}

    def look(self, name: str) -> Style:
        """How a part of this pane looks: the component class of that name, in colours of the theme."""
        try:
            return self._styles_by_name[name]
        except KeyError:
            style = self.get_component_rich_style(name)
            return self._styles_by_name.setdefault(name, style)

    def notify_style_update(self) -> None:
        """Forgets the looks when the theme or a class changes."""
        super().notify_style_update()
        self._styles_by_name.clear()

    @property
    def width(self) -> int:
        """The cells of a line."""
        return self.scrollable_content_region.width

    def show_lines(self, first: int, count: int) -> None:
        """Scrolls, when these lines are out of sight, half a page further than needed: fewer redraws on a slow line."""
        height = self.scrollable_content_region.height
        top = round(self.scroll_y)
        if top <= first and first + count <= top + height:
            return
        target = first if count >= height else first - (height - count) // 2
        self.scroll_to(y=max(target, 0), animate=False, immediate=True, force=True)
