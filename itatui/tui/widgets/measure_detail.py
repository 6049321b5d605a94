"""The pane of the detail: the fields of a measure or a track, drawn; one of them at a time is edited in its place."""

from collections.abc import Iterable
from datetime import date
from itertools import zip_longest

from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from itatui.domain.register import Register
from itatui.domain.search import Match
from itatui.thai import cells
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.measure_detail_lines import Drawing, FieldPosition, Piece, measure_drawing, track_drawing
from itatui.tui.widgets.pane import Pane

NOTHING = Drawing((), ())
UNSEEN = 60
"""The cells for which the lines are worked out while the pane is out of sight, so that its fields can be found."""


class MeasureDetail(Pane):
    """A measure, or, while the cursor is among the tracks, a track."""

    BINDINGS = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("left", "sideways(-1)", show=False),
        Binding("right", "sideways(1)", show=False),
        Binding("tab", "tab(1)", show=False),
        Binding("shift+tab", "tab(-1)", show=False),
        Binding("enter", "enter", show=False),
        Binding("space", "tick_here", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("pagedown", "scroll_page(1)", show=False),
    ]

    register: var[Register | None] = var(None)
    measure: var[str] = var("")
    """The id of the measure that is shown; empty: the track is."""
    track: var[str] = var("")
    """The code of the track that is shown where no measure is."""
    today: var[date] = var(date.min)

    sought: var[Match] = var(Match())
    """What was looked for: it is shown where it stands."""

    class Ticked(Message):
        """A checkbox was changed."""

        def __init__(self, field: str) -> None:
            super().__init__()
            self.field = field

    class Opened(Message):
        """A text is to be edited."""

        def __init__(self, spot: FieldPosition) -> None:
            super().__init__()
            self.spot = spot

    class Redrawn(Message):
        """The lines changed while a field is edited: the editor may have to move."""

    class Left(Message):
        """The person goes on (1) or back (-1) to the next pane."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, pane_id: str) -> None:
        super().__init__(pane_id)
        self._drawing = NOTHING
        self._at = 0
        self._editing: FieldPosition | None = None
        """Where the field is that an editor stands in for."""
        self._room = 0
        """The lines that are kept free for it."""

    def watch_register(self) -> None:
        """Draws what is shown anew; only the lines that are different are sent."""
        self._title()
        self.draw()

    watch_measure = watch_track = watch_today = watch_sought = watch_register

    def on_language_changed(self) -> None:
        """Says its lines in another language."""
        self.draw()
        self.redraw_all()

    def on_resize(self) -> None:
        """Breaks the lines anew."""
        self.draw()
        if self._editing is not None:
            self.post_message(self.Redrawn())

    def draw(self) -> None:
        """Works out the lines, and has those drawn that changed."""
        if not self.size.width:  # not laid out yet, or out of sight on a narrow screen
            self._drawing = NOTHING
            return
        old, self._drawing = self._drawing, self._made()
        if old == self._drawing:
            return
        if [spot[:2] for spot in old.spots] != [spot[:2] for spot in self._drawing.spots]:
            self._at = 0
        if self._editing is not None:
            self._editing = self.find(*self._editing[:2])
            self.post_message(self.Redrawn())
            self.redraw_all()  # the lines below the editor stand lower than their own number
        self.content_changed()
        for row, (before, after) in enumerate(zip_longest(old.lines, self._drawing.lines, fillvalue=())):
            if before != after:
                self.redraw(row, 1, 1 + max(_cells(before), _cells(after)))
        if self.sought.text and self._editing is None and not self.has_focus:
            self._show_found()

    def _show_found(self) -> None:
        """Scrolls to the first place at which what was looked for stands, so that one sees why this was found."""
        for row, pieces in enumerate(self._drawing.lines):
            if any(piece.look == "found" for piece in pieces):
                self.show_lines(row, 1)
                return

    @property
    def _spots(self) -> tuple[FieldPosition, ...]:
        if self._drawing is NOTHING:
            self._drawing = self._made()
        return self._drawing.spots

    def line_count(self) -> int:
        """The lines of the drawing, with room for an editor where one is."""
        count = len(self._drawing.lines)
        if self._editing is not None:
            count += self._room - (self._editing.bottom - editor_line(self._editing))
        return count

    def _made(self) -> Drawing:
        register, width = self.register, (self.size.width or UNSEEN) - 2
        if register is None or width < 8:
            return NOTHING
        measure = register.measure(self.measure)
        if measure is not None:
            return measure_drawing(register, measure, self.today, width, self.sought)
        track = register.track(self.track)
        return track_drawing(register, track, width, self.sought) if track else NOTHING

    def _title(self) -> None:
        assert self.register is not None or self._drawing is NOTHING
        measure = self.register.measure(self.measure) if self.register else None
        self.entitle(self.register.ref(measure) if self.register and measure else self.track)

    @property
    def spot(self) -> FieldPosition | None:
        """Where the cursor is."""
        return self._spots[self._at] if self._at < len(self._spots) else None

    def find(self, kind: str, field: str) -> FieldPosition | None:
        """Where a field is; None when there is no such field here."""
        if self._drawing is NOTHING:
            self._drawing = self._made()
        return next((spot for spot in self._spots if spot[:2] == (kind, field)), None)

    def go_to(self, kind: str, field: str) -> FieldPosition | None:
        """Puts the cursor on a field, and returns where that is; None when there is no such field here."""
        spot = self.find(kind, field)
        if spot is not None:
            self._put(self._spots.index(spot))
        return spot

    def _put(self, place: int) -> None:
        before = self.spot
        self._at = min(max(place, 0), max(len(self._spots) - 1, 0))
        for spot in (before, self.spot):
            if spot is not None:
                self.redraw(spot.top, spot.bottom - spot.top)
        if self.spot is not None:
            self.show_lines(self.spot.top, self.spot.bottom - self.spot.top)

    def on_focus(self) -> None:
        """Shows the cursor."""
        self._put(self._at)

    on_blur = on_focus

    def action_tab(self, by: int) -> None:
        """Goes to the next field, and from the last one to the next pane."""
        if 0 <= self._at + by < len(self._spots):
            self._put(self._at + by)
        else:
            self.post_message(self.Left(by))

    def action_step(self, by: int) -> None:
        """Goes to the field above or below, over the other checkboxes of a line."""
        spots, here = self._spots, self.spot
        if here is None:
            return
        places = range(self._at + by, len(spots) if by > 0 else -1, by)
        others = [place for place in places if spots[place].top != here.top]
        if others:
            row = spots[others[0]].top
            self._put(min((p for p in others if spots[p].top == row), key=lambda p: abs(spots[p].left - here.left)))

    def action_sideways(self, by: int) -> None:
        """Goes to the checkbox beside; from the leftmost back to the list."""
        spots, here = self._spots, self.spot
        place = self._at + by
        if here and 0 <= place < len(spots) and spots[place].top == here.top:
            self._put(place)
        elif by < 0:
            self.post_message(self.Left(-1))

    def action_scroll_page(self, by: int) -> None:
        """Scrolls by a page."""
        self.go_to_line(self.top + by * max(self.size.height - 1, 1))

    def action_tick_here(self) -> None:
        """Ticks or unticks the checkbox under the cursor."""
        if self.spot and "." in self.spot.field:
            self.post_message(self.Ticked(self.spot.field))

    def action_enter(self) -> None:
        """Ticks the checkbox, or opens the text, under the cursor."""
        if self.spot and "." in self.spot.field:
            self.action_tick_here()
        elif self.spot:
            self.post_message(self.Opened(self.spot))

    def on_click(self, event: events.Click) -> None:
        """Goes to what is pointed at, and ticks or opens it."""
        event.stop()
        x, y = event.x - self.gutter.left - 1, self._row(self.line_at(event))
        for place, spot in enumerate(self._spots):
            if spot.top <= y < spot.bottom and spot.left <= x < spot.right:
                self._put(place)
                self.action_enter()
                return

    def make_room(self, spot: FieldPosition | None, lines: int) -> None:
        """Keeps so many lines free for an editor in a field's place; with None the text is drawn there again."""
        if (spot, lines) != (self._editing, self._room):
            self._editing, self._room = spot, lines
            self.content_changed()
            self.redraw_all()

    def _row(self, row: int) -> int:
        """The line of the drawing that is at this line of the pane; -1 where the editor is."""
        if self._editing is None or row < (start := editor_line(self._editing)):
            return row
        return -1 if row < start + self._room else row - start - self._room + self._editing.bottom

    def draw_line(self, row: int) -> Strip:
        """A line of the drawing."""
        row = self._row(row)
        if not 0 <= row < len(self._drawing.lines):
            return strip([], self.width, self.look("text"))
        spot = self.spot if self.has_focus or self._editing else None
        here = spot is not None and spot.top <= row < spot.bottom
        box = spot.field if here and spot and "." in spot.field else ""
        pieces = self._drawing.lines[row]
        if self._editing is not None and row == self._editing.top:
            pieces = tuple(piece for piece in pieces if piece.look in ("title", "note"))
        parts: list[Part] = [("▌" if here and not box else " ", self.look("text"))]
        parts += [(piece.text, self._look_of(piece, box)) for piece in pieces]
        return strip(parts, self.width, self.look("text"))

    def _look_of(self, piece: Piece, box: str) -> Style:
        style = self.look(piece.look)
        return style + Style(reverse=True) if box and piece.field == box else style


def _cells(pieces: Iterable[Piece]) -> int:
    return sum(cells(piece.text) for piece in pieces)


def editor_line(spot: FieldPosition) -> int:
    """The line on which a field's editor begins: always below the title, also where the text stands beside it."""
    return max(spot.body, spot.top + 1)
