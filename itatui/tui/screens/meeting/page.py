"""The page of the meeting: a measure in large spacing, in as many pages as it needs."""

from datetime import date
from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip

from itatui.domain.measure import Measure
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from itatui.locale import _
from itatui.thai import safe, wrap
from itatui.tui.screens.meeting.page_head import Heading, heading_height, heading_lines
from itatui.tui.screens.meeting.page_lines import MIN_PART_LINES, Line, page_spacing, paged, parts_of, quarter_at
from itatui.tui.styling.strips import Part, strip
from itatui.tui.terminal.key_pace import MOVES
from itatui.tui.widgets.line_widget import LineWidget


class Shown(NamedTuple):
    """The content of the page."""

    register: Register
    measure: Measure | None
    """None if the agenda is empty."""
    meeting: Meeting
    number: int
    """The number of the measure in the agenda, from 1."""
    reviewed: tuple[bool, ...]
    """Whether each measure of the agenda was reviewed."""
    today: date
    nothing: str
    """What the page says without a measure."""


class Page(LineWidget, can_focus=True):
    """A measure of the meeting."""

    class Ticked(Message):
        """A quarter was clicked on."""

        def __init__(self, quarter: int) -> None:
            super().__init__()
            self.quarter = quarter

    def __init__(self, page_id: str) -> None:
        super().__init__(id=page_id)
        self._shown: Shown | None = None
        self._at = 0
        self._pages: list[list[Line]] = [[]]
        self._lines: list[Line] = []

    def acts_when_held(self, key: str) -> bool:
        """Test whether a key goes on acting while it is held: a held Enter reviews a single measure."""
        return key in MOVES

    @property
    def margin(self) -> int:
        """Empty cells on either side."""
        return page_spacing(self.size.width, self.size.height).margin

    @property
    def count(self) -> int:
        """Number of pages of the measure at this size."""
        return len(self._pages)

    def show(self, shown: Shown, page: int) -> None:
        """Show a page (from 0) of a measure."""
        self._shown, self._at = shown, page
        self._lay_out()

    def on_resize(self) -> None:
        """Wrap the lines to the new width."""
        self._lay_out()

    def on_language_changed(self) -> None:
        """Draw the page in another language."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self._shown is None or not self.size.width:
            return
        margin, top, gap = page_spacing(self.size.width, self.size.height)
        width = self.size.width - 2 * margin
        shown = self._shown
        if shown.measure is None:
            self._pages = [[((line, "missing"),) for line in wrap(shown.nothing, width)]]
        else:
            parts = parts_of(shown.register, shown.measure, shown.today, width)
            head = heading_height(width, self.size.height)
            self._pages = paged(parts, max(self.size.height - top - head - gap, MIN_PART_LINES), gap)
        self._at = min(self._at, len(self._pages) - 1)
        self._lines = [*[()] * top, *self._heading(shown, width), *[()] * gap, *self._pages[self._at]]
        self.refresh()

    def _heading(self, shown: Shown, width: int) -> list[Line]:
        """Return the lines of number, review, agenda and page."""
        track, late = shown.meeting.track, _("late only") if shown.meeting.late else ""
        agenda = "  ".join(filter(None, (track, late)))
        if shown.measure is None:
            return [((agenda, "strong"),), ()]
        pages = f"{_('page')} {self._at + 1}/{self.count}" if self.count > 1 else ""
        about = "   ".join(filter(None, (agenda, pages)))
        heading = Heading(safe(shown.register.ref(shown.measure)), shown.number, shown.reviewed, about)
        return heading_lines(heading, width, heading_height(width, self.size.height))

    def on_click(self, event: events.Click) -> None:
        """Tick the quarter under the mouse."""
        event.stop()
        if quarter := quarter_at(self._lines, event.y, event.x - self.margin):
            self.post_message(self.Ticked(quarter))

    def render_line(self, y: int) -> Strip:
        """Return a line of the page between its margins."""
        line = self._lines[y] if y < len(self._lines) else ()
        text = self.style("text")
        parts: list[Part] = [(" " * self.margin, text), *((words, self.style(look)) for words, look in line)]
        return strip(parts, self.size.width, text)
