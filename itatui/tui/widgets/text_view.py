"""A read-only pane of styled text, wrapped to its width."""

from collections.abc import Callable, Sequence

from textual.strip import Strip

from itatui.tui.styling.spans import Span
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.pane import ReadingPane

Lines = Sequence[Sequence[Span]]


class TextView(ReadingPane):
    """Shows the lines that a function returns for a width in cells."""

    def __init__(self, pane_id: str, wrap: Callable[[int], Lines] | None = None) -> None:
        super().__init__(pane_id)
        self._wrap = wrap
        self._lines: Lines = ()

    def show(self, wrap: Callable[[int], Lines]) -> None:
        """Show another text, from its first line."""
        self._wrap = wrap
        self.top = 0
        self.update()

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self.update()

    def on_language_changed(self) -> None:
        """Show the text in another language."""
        self.update()

    def update(self) -> None:
        """Wrap the text again and redraw it."""
        if self._wrap is not None and self.size.width:
            self._lines = self._wrap(self.width - 2)
            self.redraw_all()
            self.content_changed()

    def line_count(self) -> int:
        """Return the number of wrapped lines."""
        return len(self._lines)

    def draw_line(self, row: int) -> Strip:
        """Draw a wrapped line, a cell from the border."""
        line = self._lines[row] if row < len(self._lines) else ()
        parts: list[Part] = [(" ", self.style("text")), *((text, self.style(style)) for text, style in line)]
        return strip(parts, self.width, self.style("text"))
