"""A list with a cursor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from itatui.thai import numerals, wrap
from itatui.tui.styling.spans import Span
from itatui.tui.styling.strips import strip
from itatui.tui.widgets.pane import MOVEMENT_BINDINGS, Pane


class ListView(Pane):
    """A list of any length: rows are made when they are drawn."""

    BINDINGS = [*MOVEMENT_BINDINGS]

    @dataclass
    class Moved(Message):
        """The cursor is on another row, or the list has changed."""

        at: int

    def __init__(self, pane_id: str, draw: Callable[[int, int], Sequence[Span]]) -> None:
        """`draw` takes a row and a width in cells."""
        super().__init__(pane_id)
        self._draw = draw
        self._count = 0
        self._empty = ""
        self.at = 0
        """Row under the cursor; -1: none yet."""

    def show(self, count: int, at: int, empty: str) -> None:
        """Show a list of `count` rows with the cursor on row `at`, or the text `empty` without rows."""
        self._count, self._empty = count, empty
        self.redraw_all()
        self.content_changed()
        self._go_to(at)

    def _go_to(self, at: int) -> None:
        before, self.at = self.at, max(min(at, self._count - 1), 0)
        for row in (before, self.at):
            self.redraw(row)
        self.show_lines(self.at, 1)
        self._show_position()
        self.post_message(self.Moved(self.at))

    def _show_position(self) -> None:
        subtitle = numerals(f"{self.at + 1}/{self._count}") if self._count else ""
        if subtitle != (self.border_subtitle or ""):
            self.border_subtitle = subtitle

    def action_step(self, by: int) -> None:
        """Move the cursor by rows."""
        self._go_to(self.at + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by pages."""
        self._go_to(self.at + by * max(self.size.height - 1, 1))

    def on_resize(self) -> None:
        """Keep the cursor in sight, and the pane full; the first size comes behind the first rows."""
        self.content_changed()
        self.show_lines(max(self.at, 0), 1)

    def on_focus(self) -> None:
        """Show the cursor in the style of the focused pane."""
        self.redraw(self.at)

    on_blur = on_focus

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row under the mouse."""
        event.stop()
        if 0 <= (row := self.line_at(event)) < self._count:
            self._go_to(row)

    def line_count(self) -> int:
        """Return the number of rows."""
        return self._count

    def draw_line(self, row: int) -> Strip:
        """Draw a row, with a bar before the row under the cursor."""
        text = self.style("text")
        if row >= self._count:
            words = wrap(self._empty, max(self.width - 2, 4)) if not self._count else []
            return strip([(f" {words[row]}" if row < len(words) else "", self.style("empty"))], self.width, text)
        spans = self._draw(row, self.width - 1)
        if row != self.at:
            return strip([(" ", text), *((part, self.style(style)) for part, style in spans)], self.width, text)
        cursor = self.style("cursor" if self.has_focus or not self.can_focus else "chosen")
        return strip([("▌", cursor), *((part, cursor) for part, _style in spans)], self.width, cursor)
