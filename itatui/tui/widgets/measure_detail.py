"""The detail pane: the fields of a measure or a track, each edited in its place."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import zip_longest

from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.register import Register
from itatui.domain.search import Match
from itatui.domain.status import STATUS_LABELS, status_of
from itatui.locale import _
from itatui.thai import cells, numerals, wrap
from itatui.tui.styling.strips import Part, strip
from itatui.tui.terminal.key_pace import MOVES
from itatui.tui.widgets.measure_detail_lines import DetailLines, FieldPosition, Segment, measure_lines, track_lines
from itatui.tui.widgets.pane import PAGE_BINDINGS, STEP_BINDINGS, Pane

NOTHING = DetailLines((), ())
UNSEEN = 60
"""Cells for which lines are laid out while the pane is hidden, so that its fields can be found."""


class MeasureDetail(Pane):
    """A measure, or a track while the cursor is in the list of tracks."""

    BINDINGS = [
        *STEP_BINDINGS,
        *PAGE_BINDINGS,
        Binding("left", "sideways(-1)", show=False),
        Binding("right", "sideways(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
        Binding("tab", "tab(1)", show=False),
        Binding("shift+tab", "tab(-1)", show=False),
        Binding("enter", "enter", show=False),
        Binding("space", "tick_here", show=False),
    ]

    register: var[Register | None] = var(None)
    measure: var[str] = var("")
    """Id of the measure; empty: show the track."""
    track: var[str] = var("")
    """Code of the track that is shown without a measure."""
    today: var[date] = var(date.min)

    match: var[Match] = var(Match())
    """The search whose matches are highlighted."""
    at_quarter: var[bool] = var(default=False)
    """Whether the cursor is on a checkbox: there, signs are commands."""

    class Ticked(Message):
        """A checkbox was changed."""

        def __init__(self, field: str) -> None:
            super().__init__()
            self.field = field

    class Opened(Message):
        """A text is to be edited; with a sign that begins the writing, at the end of the text."""

        def __init__(self, position: FieldPosition, begins: events.Key | None = None) -> None:
            super().__init__()
            self.position = position
            self.begins = begins

    class Redrawn(Message):
        """The lines changed while a field is edited: the editor may have to move."""

    class Left(Message):
        """The user goes to the next (1) or the previous (-1) pane."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, pane_id: str) -> None:
        super().__init__(pane_id)
        self._detail = NOTHING
        self._at = 0
        self._editing: FieldPosition | None = None
        """Position of the field under the editor."""
        self._room = 0
        """Lines kept free for the editor."""
        self._numbers: Mapping[str, str] = {}
        """Numbers by which the fields are chosen, such as `measure result`; none unless a place is chosen."""

    def set_numbers(self, numbers: Mapping[str, str]) -> None:
        """Show before the fields the numbers by which they are chosen."""
        self._numbers = numbers
        self.redraw_all()

    def watch_register(self) -> None:
        """Redraw the lines that differ."""
        self._title()
        self.draw()

    watch_measure = watch_track = watch_today = watch_match = watch_register

    def on_language_changed(self) -> None:
        """Lay out and redraw everything."""
        self._title()
        self.draw()
        self.redraw_all()

    def fit(self) -> None:
        """Lay out for the new width."""
        self.draw()

    def on_resize(self) -> None:
        """Keep the editor over its field."""
        self.draw()
        if self._editing is not None:
            self.post_message(self.Redrawn())

    def draw(self) -> None:
        """Lay out the lines, and redraw those that differ."""
        if not self.size.width:  # not laid out yet, or hidden on a narrow screen
            self._detail = NOTHING
            return
        old, self._detail = self._detail, self._built()
        if old == self._detail:
            return
        if [position[:2] for position in old.positions] != [position[:2] for position in self._detail.positions]:
            self._at = 0
            self.at_quarter = _is_quarter(self.position)
        if self._editing is not None:
            self._editing = self.find(*self._editing[:2])
            self.post_message(self.Redrawn())
            self.redraw_all()  # the editor moves the lines below it
        self.content_changed()
        for row, (before, after) in enumerate(zip_longest(old.lines, self._detail.lines, fillvalue=())):
            if before != after:
                self.redraw(row, 1, 1 + max(_cells(before), _cells(after)))
        if self.match.text and self._editing is None and not self.has_focus:
            self._show_match()

    def _show_match(self) -> None:
        """Scroll to the first match, so that the reason for the match is in sight."""
        for row, segments in enumerate(self._detail.lines):
            if any(segment.style == "match" for segment in segments):
                self.show_lines(row, 1)
                return

    @property
    def _positions(self) -> tuple[FieldPosition, ...]:
        if self._detail is NOTHING:
            self._detail = self._built()
        return self._detail.positions

    def line_count(self) -> int:
        """Return the number of lines, with the room for the editor."""
        count = len(self._detail.lines)
        if self._editing is not None:
            count += self._room - (self._editing.bottom - editor_line(self._editing))
        return count

    def _built(self) -> DetailLines:
        register, width = self.register, (self.size.width or UNSEEN) - 2
        if register is None or width < 8:
            return NOTHING
        measure = register.measure(self.measure)
        if measure is not None:
            return measure_lines(register, measure, self.today, width, self.match)
        track = register.track(self.track)
        return track_lines(register, track, width, self.match) if track else _empty(width)

    def _title(self) -> None:
        assert self.register is not None or self._detail is NOTHING
        register = self.register
        measure = register.measure(self.measure) if register else None
        if register is None or measure is None:
            self.set_title(self.track)
            return
        status = status_of(measure, quarters_ended(register.fiscal_year, self.today))
        self.set_title(f"{register.ref(measure)} · {_(STATUS_LABELS[status])}")

    @property
    def position(self) -> FieldPosition | None:
        """Field under the cursor."""
        return self._positions[self._at] if self._at < len(self._positions) else None

    def find(self, kind: str, field: str) -> FieldPosition | None:
        """Return the position of a field; None if it is not shown."""
        if self._detail is NOTHING:
            self._detail = self._built()
        return next((position for position in self._positions if position[:2] == (kind, field)), None)

    def go_to(self, kind: str, field: str) -> FieldPosition | None:
        """Move the cursor to a field and return its position; None if it is not shown."""
        position = self.find(kind, field)
        if position is not None:
            self._put(self._positions.index(position))
        return position

    def _put(self, place: int) -> None:
        before = self.position
        self._at = min(max(place, 0), max(len(self._positions) - 1, 0))
        self.at_quarter = _is_quarter(self.position)
        for position in (before, self.position):
            if position is not None:
                self.redraw(position.top, position.bottom - position.top)
        if self.position is not None:
            self.show_lines(self.position.top, self.position.bottom - self.position.top)

    def text_beside(self, kind: str, field: str, by: int) -> FieldPosition | None:
        """Return the position of the next (1) or previous (-1) text in the order of Tab; None: there is none."""
        texts = [position for position in self._positions if not _is_quarter(position)]
        places = [place for place, position in enumerate(texts) if position[:2] == (kind, field)]
        place = places[0] + by if places else -1
        return texts[place] if 0 <= place < len(texts) else None

    def on_focus(self) -> None:
        """Show the cursor."""
        self._put(self._at)

    on_blur = on_focus

    def action_tab(self, by: int) -> None:
        """Go to the next field, or from the last field to the next pane."""
        if 0 <= self._at + by < len(self._positions):
            self._put(self._at + by)
        else:
            self.post_message(self.Left(by))

    def action_step(self, by: int) -> None:
        """Go to the field above or below, past the other checkboxes of the line."""
        positions, here = self._positions, self.position
        if here is None:
            return
        places = range(self._at + by, len(positions) if by > 0 else -1, by)
        others = [place for place in places if positions[place].top != here.top]
        if others:
            row = positions[others[0]].top
            self._put(
                min((p for p in others if positions[p].top == row), key=lambda p: abs(positions[p].left - here.left))
            )

    def action_sideways(self, by: int) -> None:
        """Go to the next checkbox of the line, or from the first checkbox back to the list."""
        positions, here = self._positions, self.position
        place = self._at + by
        if here and 0 <= place < len(positions) and positions[place].top == here.top:
            self._put(place)
        elif by < 0:
            self.post_message(self.Left(-1))

    def action_end(self, by: int) -> None:
        """Go to the first (-1) or last (1) checkbox of the line; from there, or from a text, of all fields."""
        here = self.position
        if here is None:
            return
        line = [place for place, position in enumerate(self._positions) if position.top == here.top]
        place = line[-1] if by > 0 else line[0]
        if place == self._at:
            place = len(self._positions) - 1 if by > 0 else 0
        self._put(place)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self.go_to_line(self.top + by * max(self.size.height - 1, 1))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Test whether a key is text: a sign begins to write where the cursor is on a text."""
        is_sign = character is not None and character.isprintable()
        return is_sign and self.position is not None and not _is_quarter(self.position)

    def acts_when_held(self, key: str) -> bool:
        """Test whether a key goes on acting while it is held: a held key ticks once."""
        return key in MOVES

    def on_key(self, event: events.Key) -> None:
        """Begin to write in the text under the cursor, with the sign that was typed."""
        if self.position and self.check_consume_key(event.key, event.character):
            event.stop()
            event.prevent_default()
            self.post_message(self.Opened(self.position, events.Key(event.key, event.character)))

    def action_tick_here(self) -> None:
        """Tick or untick the checkbox under the cursor."""
        if self.position and _is_quarter(self.position):
            self.post_message(self.Ticked(self.position.field))

    def action_enter(self) -> None:
        """Tick the checkbox or open the text under the cursor."""
        if _is_quarter(self.position):
            self.action_tick_here()
        elif self.position:
            self.post_message(self.Opened(self.position))

    def on_click(self, event: events.Click) -> None:
        """Go to the field under the mouse, and tick or open it."""
        event.stop()
        x, y = event.x - self.gutter.left - 1, self._row(self.line_at(event))
        for place, position in enumerate(self._positions):
            if position.top <= y < position.bottom and position.left <= x < position.right:
                self._put(place)
                self.action_enter()
                return

    def make_room(self, position: FieldPosition | None, lines: int) -> None:
        """Keep lines free for the editor of a field; None ends the editing."""
        if (position, lines) != (self._editing, self._room):
            self._editing, self._room = position, lines
            self.content_changed()
            self.redraw_all()

    def _row(self, row: int) -> int:
        """Return the laid-out line for a line of the pane; -1 under the editor."""
        if self._editing is None or row < (start := editor_line(self._editing)):
            return row
        return -1 if row < start + self._room else row - start - self._room + self._editing.bottom

    def draw_line(self, row: int) -> Strip:
        """Draw a laid-out line."""
        row = self._row(row)
        if not 0 <= row < len(self._detail.lines):
            return strip([], self.width, self.style("text"))
        position = self.position if self.has_focus or self._editing else None
        here = position is not None and position.top <= row < position.bottom
        box = position.field if here and position and _is_quarter(position) else ""
        segments = self._detail.lines[row]
        if self._editing is not None and row == self._editing.top:
            segments = tuple(segment for segment in segments if segment.style in ("title", "note"))
        parts: list[Part] = [self._number_at(row) or ("▌" if here and not box else " ", self.style("text"))]
        parts += [(segment.text, self._style_of(segment, box)) for segment in segments]
        return strip(parts, self.width, self.style("text"))

    def _number_at(self, row: int) -> Part | None:
        """Return the number of the field that begins in a laid-out line, if it has one."""
        if not self._numbers:
            return None
        names = [f"{position.kind} {position.field}" for position in self._positions if position.top == row]
        number = next((self._numbers[name] for name in names if self._numbers.get(name)), "")
        return (numerals(number), self.style("current")) if number else None

    def _style_of(self, segment: Segment, box: str) -> Style:
        style = self.style(segment.style)
        if segment.link:
            return style + Style(link=segment.link)
        return style + Style(reverse=True) if box and segment.field == box else style


def _is_quarter(position: FieldPosition | None) -> bool:
    """Test whether a field is a checkbox."""
    return position is not None and position.is_checkbox


def _empty(width: int) -> DetailLines:
    """Return what the pane says without a measure and a track."""
    words = wrap(_("The chosen measure is shown here"), width)
    return DetailLines(tuple((Segment(line, "empty"),) for line in words), ())


def _cells(segments: Iterable[Segment]) -> int:
    return sum(cells(segment.text) for segment in segments)


def editor_line(position: FieldPosition) -> int:
    """Return the first line of a field's editor: below the title, even if the text stands beside it."""
    return max(position.body, position.top + 1)
