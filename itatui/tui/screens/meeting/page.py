"""The page of the meeting: one measure in large spacing, drawn line by line; it knows its pages, and no keys."""

from datetime import date
from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip

from itatui.domain.measure import Measure
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from itatui.domain.track import label_phrase
from itatui.locale import _
from itatui.thai import cells, safe, wrap
from itatui.tui.screens.meeting.page_lines import Line, paged, parts_of, quarter_at
from itatui.tui.styling.spans import Span
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.line_widget import LineWidget

TEXT = 110
"""Cells of the longest line of text: a longer one is not read with ease from the back row."""
TALL = 44
"""Lines from which parts stand two empty lines apart."""


class Shown(NamedTuple):
    """What the page is of."""

    register: Register
    measure: Measure | None
    """The measure; None when there is none to go through."""
    meeting: Meeting
    place: int
    """The measure's number among those of the meeting, from 1."""
    of: int
    """How many those are."""
    today: date


class Page(LineWidget, can_focus=True):
    """One measure."""

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

    @property
    def margin(self) -> int:
        """The empty cells on either side."""
        width = self.size.width
        return max((width - TEXT) // 2, width // 20, 1)

    @property
    def count(self) -> int:
        """How many pages the measure has at this size."""
        return len(self._pages)

    def show(self, shown: Shown, page: int) -> None:
        """Shows a page (from 0) of a measure; only the lines that are others are drawn."""
        self._shown, self._at = shown, page
        self._laid_out()

    def on_resize(self) -> None:
        """Breaks the lines anew."""
        self._laid_out()

    def _laid_out(self) -> None:
        if self._shown is None or not self.size.width:
            return
        tall = self.size.height >= TALL
        room, gap = self.size.width - 2 * self.margin, 2 if tall else 1
        top = 1 if self.size.height >= 20 else 0
        shown = self._shown
        if shown.measure is None:
            self._pages = [[((_("There is no measure to go through. F3 chooses others."), "missing"),)]]
        else:
            parts = parts_of(shown.register, shown.measure, shown.today, room)
            label = self._label(shown, room)
            self._pages = paged(parts, max(self.size.height - top - 1 - len(label) - gap, 3), gap)
        self._at = min(self._at, len(self._pages) - 1)
        self._lines = [*[()] * top, *self._title(shown, room), *[()] * gap, *self._pages[self._at]]
        self.refresh()

    def _title(self, shown: Shown, room: int) -> list[Line]:
        """Two lines: which measure this is and of how many, which track, which page, and whether it was reviewed."""
        if shown.measure is None:
            return [((self._which(shown), "strong"),), ()]
        left: list[Span] = [(f" {shown.register.ref(shown.measure)} ", "chosen"), ("  ", "text")]
        if shown.measure.id in shown.meeting.reviewed:
            left.append((f"● {_('reviewed')}", "ticked"))
        which = self._which(shown)
        where = _("{place} of {count}").format(place=shown.place, count=shown.of)
        pages = f"{_('page')} {self._at + 1}/{self.count}   " if self.count > 1 else ""
        right = [(f"{which}   " if which else "", "note"), (pages, "changed"), (where, "strong")]
        return [_ends(left, right, room), *(((line, "note"),) for line in self._label(shown, room))]

    def _label(self, shown: Shown, room: int) -> list[str]:
        track = shown.register.track(shown.measure.track) if shown.measure else None
        return wrap(safe(label_phrase(track)), room) if track else []

    def _which(self, shown: Shown) -> str:
        track, late = shown.meeting.track, _("late only") if shown.meeting.late else ""
        return "  ".join(filter(None, (track, late)))

    def on_click(self, event: events.Click) -> None:
        """Ticks the quarter that is pointed at."""
        event.stop()
        if quarter := quarter_at(self._lines, event.y, event.x - self.margin):
            self.post_message(self.Ticked(quarter))

    def render_line(self, y: int) -> Strip:
        """A line of the page, between its margins."""
        line = self._lines[y] if y < len(self._lines) else ()
        text = self.style("text")
        parts: list[Part] = [(" " * self.margin, text), *((words, self.style(look)) for words, look in line)]
        return strip(parts, self.size.width, text)


def _ends(left: list[Span], right: list[Span], room: int) -> Line:
    """A line with something at either end."""
    taken = sum(cells(words) for words, _look in (*left, *right))
    return (*left, (" " * max(room - taken, 1), "text"), *right)
