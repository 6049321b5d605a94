"""Base of the bordered panes, and the keys that move in them.

A pane scrolls by itself: Textual's `ScrollView` lays out and sends the whole screen at each change of its height,
which is slow over SSH.
"""

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip

from itatui.thai import safe
from itatui.tui.terminal.key_pace import TICKS
from itatui.tui.widgets.line_widget import LineWidget

WHEEL_LINES = 3
"""Lines per step of the mouse wheel."""
FAR = 9_999_999
"""More lines than any pane has: Home and End move this far."""

STEP_BINDINGS = [Binding("up", "step(-1)", show=False), Binding("down", "step(1)", show=False)]
PAGE_BINDINGS = [Binding("pageup", "page(-1)", show=False), Binding("pagedown", "page(1)", show=False)]
END_BINDINGS = [Binding("home", f"step(-{FAR})", show=False), Binding("end", f"step({FAR})", show=False)]
MOVEMENT_BINDINGS = [*STEP_BINDINGS, *PAGE_BINDINGS, *END_BINDINGS]
"""Keys of the panes: `step(rows)` and `page(pages)`, negative towards the beginning."""


class Pane(LineWidget, can_focus=True):
    """A bordered, scrolling pane. It draws each line on request and has no widget per row."""

    DEFAULT_CLASSES = "pane"

    def __init__(self, pane_id: str) -> None:
        super().__init__(id=pane_id)
        self.top = 0
        """First line in sight."""
        self._thumb = (0, 0)
        self._shown_title = ""
        self._sign = ""
        """Before the title: the number of the pane while a place is chosen."""
        self._inside = Size(0, 0)
        self._inside_of = Size(0, 0)

    def acts_when_held(self, key: str) -> bool:
        """Test whether a key goes on acting while it is held: a held key of a quarter ticks once."""
        return key not in TICKS

    def watch_virtual_size(self) -> None:
        """Lay out for another size, before the pane is drawn in it: the message about the size comes later."""
        if self.size.width:
            self.fit()

    def fit(self) -> None:
        """Lay out the lines for the size of the pane."""

    def line_count(self) -> int:
        """Return the number of lines."""
        raise NotImplementedError

    def draw_line(self, row: int) -> Strip:
        """Return a line, `width` cells wide; rows below the last line are asked for too."""
        raise NotImplementedError

    def set_title(self, title: str) -> None:
        """Show a title in the border, without markup."""
        if title != self._shown_title:
            self._shown_title = title
            self.border_title = Content(safe(f"{self._sign}{title}"))

    def set_sign(self, number: str) -> None:
        """Show the number by which the pane is chosen before its title; empty: none."""
        self._sign = f"{number} " if number else ""
        self.border_title = Content(safe(f"{self._sign}{self._shown_title}"))

    @property
    def inside(self) -> Size:
        """Cells and lines within the border. Cached: Textual computes `size` at each access, once per line drawn."""
        if self._inside_of != self.outer_size:
            self._inside_of = self.outer_size
            self._inside = self._inside_of - self.gutter.totals
        return self._inside

    @property
    def width(self) -> int:
        """Cells of a line: all but the last column, which is the scroll bar's."""
        return max(self.inside.width - 1, 1)

    def render_line(self, y: int) -> Strip:
        """Draw a visible line, with its cell of the scroll bar."""
        first, last = self._thumb = self._thumb_now()
        sign = " " if first == last else "█" if first <= y < last else "│"
        line = self.draw_line(y + self.top)
        if sign == " " and line:
            *most, end = line
            return Strip([*most, Segment(end.text + " ", end.style)], self.width + 1)
        return Strip([*line, Segment(sign, self.style("bar"))], self.width + 1)

    def _thumb_now(self) -> tuple[int, int]:
        """Return the first and last line of the scroll bar's thumb; (0, 0) when every line is in sight."""
        total, height = self.line_count(), self.inside.height
        if total <= height or not height:
            return 0, 0
        length = max(1, height * height // total)
        first = round((height - length) * self.top / (total - height))
        return first, first + length

    def redraw(self, row: int, count: int = 1, width: int = 0) -> None:
        """Redraw `count` lines, or only their first `width` cells."""
        self.refresh(Region(0, row - self.top, width or self.inside.width, count))

    def redraw_all(self) -> None:
        """Redraw every line, but not the border."""
        self.refresh(Region(0, 0, self.inside.width, self.inside.height))

    def content_changed(self) -> None:
        """Adjust the scroll position and the scroll bar to a new number of lines."""
        if not self.go_to_line(self.top) and self._thumb != self._thumb_now():
            self.refresh(Region(self.inside.width - 1, 0, 1, self.inside.height))

    def go_to_line(self, top: int) -> bool:
        """Scroll so that `top` is the first line in sight, or as near as possible. Return True if anything moved."""
        top = max(min(top, self.line_count() - self.inside.height), 0)
        if top == self.top:
            return False
        self.top = top
        self.redraw_all()
        return True

    def show_lines(self, first: int, count: int) -> None:
        """Scroll to lines out of sight, half a page further than needed: fewer redraws over a slow line.

        Before the pane is laid out, no line is in sight or out of it.
        """
        height = self.inside.height
        if not height:
            return
        if self.top <= first and first + count <= self.top + height:
            return
        self.go_to_line(first if count >= height else first - (height - count) // 2)

    def line_at(self, event: events.MouseEvent) -> int:
        """Return the line under the mouse."""
        return event.y - self.gutter.top + self.top

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.go_to_line(self.top + WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.go_to_line(self.top - WHEEL_LINES)


class ReadingPane(Pane):
    """A read-only pane: the movement keys scroll it."""

    BINDINGS = [*MOVEMENT_BINDINGS, Binding("space", "page(1)", show=False)]

    def action_step(self, by: int) -> None:
        """Scroll by lines."""
        self.go_to_line(self.top + by)

    def action_page(self, by: int) -> None:
        """Scroll by pages, which overlap by a line."""
        self.go_to_line(self.top + by * max(self.inside.height - 1, 1))
