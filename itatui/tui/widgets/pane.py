"""A pane that draws its own lines: what the panes of the screen have in common.

It scrolls by itself rather than as Textual's `ScrollView`, whose every change of height lays out, and sends, the
whole screen again: over a slow line that is what one would wait for.
"""

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip

from itatui.thai import safe
from itatui.tui.widgets.line_widget import LineWidget

WHEEL = 3
"""Lines by which a turn of the mouse wheel scrolls."""


class Pane(LineWidget, can_focus=True):
    """A bordered, scrolling pane. It knows its height in lines and draws each when asked, never a widget a row."""

    DEFAULT_CLASSES = "pane"

    def __init__(self, pane_id: str) -> None:
        super().__init__(id=pane_id)
        self.top = 0
        """The first line in sight."""
        self._thumb = (0, 0)
        self._titled = ""
        self._inside = Size(0, 0)
        self._inside_of = Size(0, 0)

    # What a pane says of itself ------------------------------------------------------------------

    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def draw_line(self, row: int) -> Strip:
        """One of them, `width` cells wide; also a row below the last one is asked for."""
        raise NotImplementedError

    # --------------------------------------------------------------------------------------------

    def entitle(self, title: str) -> None:
        """Puts a title into the border, as it is: none of it is markup."""
        if title != self._titled:
            self._titled = title
            self.border_title = Content(safe(title))

    @property
    def inside(self) -> Size:
        """The cells and lines within the border. Textual works its `size` out anew each time, and each line asks."""
        if self._inside_of != self.outer_size:
            self._inside_of = self.outer_size
            self._inside = self._inside_of - self.gutter.totals
        return self._inside

    @property
    def width(self) -> int:
        """The cells of a line: all but the last column, where the place in a long text is shown."""
        return max(self.inside.width - 1, 1)

    def render_line(self, y: int) -> Strip:
        """A line in sight, and beside it, where there is more, the place in the whole."""
        first, last = self._thumb = self._thumb_now()
        sign = " " if first == last else "█" if first <= y < last else "│"
        line = self.draw_line(y + self.top)
        if sign == " " and line:
            *most, end = line
            return Strip([*most, Segment(end.text + " ", end.style)], self.width + 1)
        return Strip([*line, Segment(sign, self.look("bar"))], self.width + 1)

    def _thumb_now(self) -> tuple[int, int]:
        """Where the mark of the place begins and ends; nowhere when all is in sight."""
        total, height = self.line_count(), self.inside.height
        if total <= height or not height:
            return 0, 0
        length = max(1, height * height // total)
        first = round((height - length) * self.top / (total - height))
        return first, first + length

    def redraw(self, row: int, count: int = 1, width: int = 0) -> None:
        """Has some lines drawn again, or only their first so many cells."""
        self.refresh(Region(0, row - self.top, width or self.inside.width, count))

    def redraw_all(self) -> None:
        """Has every line drawn again, but not the border."""
        self.refresh(Region(0, 0, self.inside.width, self.inside.height))

    def content_changed(self) -> None:
        """Is told when there are more lines or fewer: the place and its mark follow."""
        if not self.go_to_line(self.top) and self._thumb != self._thumb_now():
            self.refresh(Region(self.inside.width - 1, 0, 1, self.inside.height))

    def go_to_line(self, top: int) -> bool:
        """Makes a line the first in sight, as far as there are lines to fill the pane; whether that moved anything."""
        top = max(min(top, self.line_count() - self.inside.height), 0)
        if top == self.top:
            return False
        self.top = top
        self.redraw_all()
        return True

    def show_lines(self, first: int, count: int) -> None:
        """Scrolls, when these lines are out of sight, half a page further than needed: fewer redraws on a slow line."""
        height = self.inside.height
        if self.top <= first and first + count <= self.top + height:
            return
        self.go_to_line(first if count >= height else first - (height - count) // 2)

    def line_at(self, event: events.MouseEvent) -> int:
        """The line that is pointed at."""
        return event.y - self.gutter.top + self.top

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls on."""
        event.stop()
        self.go_to_line(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls back."""
        event.stop()
        self.go_to_line(self.top - WHEEL)


class ReadingPane(Pane):
    """A pane that is only read: the keys scroll it."""

    BINDINGS = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("home", "scroll(-999999)", show=False),
        Binding("end", "scroll(999999)", show=False),
    ]

    def action_scroll(self, by: int) -> None:
        """Scrolls so many lines on."""
        self.go_to_line(self.top + by)

    def action_page(self, by: int) -> None:
        """Scrolls a page on."""
        self.go_to_line(self.top + by * max(self.inside.height - 1, 1))
