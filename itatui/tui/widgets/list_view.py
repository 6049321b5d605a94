"""A pane that shows a text in looks, broken in lines for its width; and a list of any length above it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from itatui.thai import numerals
from itatui.tui.styling.spans import Run
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.pane import Pane, ReadingPane

Lines = Sequence[Sequence[Run]]


class TextView(ReadingPane):
    """Shows the lines that are made for its width."""

    def __init__(self, pane_id: str, make: Callable[[int], Lines] | None = None) -> None:
        super().__init__(pane_id)
        self._make = make
        self._lines: Lines = ()

    def show(self, make: Callable[[int], Lines]) -> None:
        """Shows another text, from its beginning."""
        self._make = make
        self.top = 0
        self._laid_out()

    def on_resize(self) -> None:
        """Breaks the lines anew."""
        self._laid_out()

    def _laid_out(self) -> None:
        if self._make is not None and self.size.width:
            self._lines = self._make(self.width - 2)
            self.redraw_all()
            self.content_changed()

    def line_count(self) -> int:
        """As many as were made."""
        return len(self._lines)

    def draw_line(self, row: int) -> Strip:
        """A line of them."""
        line = self._lines[row] if row < len(self._lines) else ()
        parts: list[Part] = [(" ", self.look("text")), *((text, self.look(look)) for text, look in line)]
        return strip(parts, self.width, self.look("text"))


class ListView(Pane):
    """A list, a line each, with a cursor. A line is made when it is drawn: any number of them opens at once."""

    BINDINGS = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "step(-9999999)", show=False),
        Binding("end", "step(9999999)", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor is on another line, or on the same one of another list."""

        at: int

    def __init__(self, pane_id: str, draw: Callable[[int, int], Sequence[Run]]) -> None:
        super().__init__(pane_id)
        self._draw = draw
        self._count = 0
        self._empty = ""
        self.at = 0
        """The line under the cursor."""

    def show(self, count: int, at: int, empty: str) -> None:
        """Shows another list, with the cursor on a line; without lines it says `empty`."""
        self._count, self._empty = count, empty
        self.redraw_all()
        self.content_changed()
        self._go_to(at)

    def _go_to(self, at: int) -> None:
        before, self.at = self.at, max(min(at, self._count - 1), 0)
        for row in (before, self.at):
            self.redraw(row)
        self.show_lines(self.at, 1)
        self._say_place()
        self.post_message(self.Moved(self.at))

    def _say_place(self) -> None:
        subtitle = numerals(f"{self.at + 1}/{self._count}") if self._count else ""
        if subtitle != (self.border_subtitle or ""):
            self.border_subtitle = subtitle

    def action_step(self, by: int) -> None:
        """Moves the cursor so many lines on."""
        self._go_to(self.at + by)

    def action_page(self, by: int) -> None:
        """Moves it a page on."""
        self._go_to(self.at + by * max(self.size.height - 1, 1))

    def on_focus(self) -> None:
        """Shows the cursor as the one that moves."""
        self.redraw(self.at)

    on_blur = on_focus

    def on_click(self, event: events.Click) -> None:
        """Moves the cursor to what is pointed at."""
        event.stop()
        if 0 <= (row := self.line_at(event)) < self._count:
            self._go_to(row)

    def line_count(self) -> int:
        """A line each."""
        return self._count

    def draw_line(self, row: int) -> Strip:
        """A line of the list."""
        text = self.look("text")
        if row >= self._count:
            return strip([(f" {self._empty}" if not row else "", self.look("empty"))], self.width, text)
        runs = self._draw(row, self.width - 1)
        if row != self.at:
            return strip([(" ", text), *((part, self.look(look)) for part, look in runs)], self.width, text)
        here = self.look("cursor" if self.has_focus else "chosen")
        return strip([("▌", here), *((part, here) for part, _look in runs)], self.width, here)
