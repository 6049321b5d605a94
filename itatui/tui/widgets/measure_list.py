"""The list of measures: a few lines each, drawn only where they are in sight."""

from datetime import date
from itertools import groupby

from textual import events
from textual.binding import Binding
from textual.cache import LRUCache
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from itatui.domain.filter import Filter
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.search import Match
from itatui.domain.status import late_quarters, mark
from itatui.locale import _
from itatui.thai import cells, numerals, pad, safe, truncate, wrap_offsets
from itatui.tui.styling.spans import Span, match_spans, spans_between
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.pane import MOVEMENT_BINDINGS, Pane
from itatui.wording.filters import describe_filter

LINES, TALL_LINES = 2, 5
"""Lines of a measure in a low pane, and in a pane that has room for nearly every whole text."""
TALL = 45
"""Lines of a pane from which measures have `TALL_LINES`."""
CODE_POINTS_PER_CELL = 5 / 2
"""Code points per cell that surely fill a line: most Thai takes three for two cells."""
MARKS = 7
"""Cells of the marks of the four quarters."""


class MeasureList(Pane):
    """The list. Neither opening it nor moving in it depends on its length."""

    BINDINGS = [
        *MOVEMENT_BINDINGS,
        Binding("enter,right", "enter", show=False),
        Binding("left", "leave", show=False),
    ]

    DEFAULT_CLASSES = "pane -front"

    register: var[Register | None] = var(None)
    shown: var[tuple[Measure, ...]] = var(())
    """Measures in the list, in order."""
    match: var[Match] = var(Match())
    """The search whose matches are highlighted."""
    current: var[str] = var("")
    """Id of the measure under the cursor."""
    track: var[str] = var("")
    """Code of the listed track; empty: every track, and the numbers include its code."""
    today: var[date] = var(date.min)
    unseen: var[frozenset[str]] = var(frozenset[str]())
    """Ids of measures changed by other users: `*` beside the number."""

    marked: var[frozenset[str]] = var(frozenset[str]())
    """Ids of marked measures: `+` beside the number."""
    filter: var[Filter] = var(Filter())
    """The filter, described in the border."""

    def __init__(self, pane_id: str) -> None:
        super().__init__(pane_id)
        self._shown_subtitle = ""
        self._lines_drawn = LINES
        self._rows: dict[str, int] = {}
        self._strips: LRUCache[object, tuple[Strip, ...]] = LRUCache(512)

    @property
    def lines_each(self) -> int:
        """Lines of a measure at this height."""
        return TALL_LINES if self.inside.height >= TALL else LINES

    class Moved(Message):
        """The cursor is on another measure."""

        def __init__(self, measure_id: str) -> None:
            super().__init__()
            self.measure_id = measure_id

    class Entered(Message):
        """The user goes on to the detail."""

    class Left(Message):
        """The user goes back to the tracks."""

    def watch_shown(self) -> None:
        """Redraw the list."""
        self._strips.clear()
        self._rows = {measure.id: row for row, measure in enumerate(self.shown)}
        self.set_title(_("Measures {track}").format(track=self.track).strip())
        self._subtitle()
        self.redraw_all()
        self.content_changed()

    def on_language_changed(self) -> None:
        """Redraw title and list."""
        self.watch_shown()

    def watch_match(self, old: Match, new: Match) -> None:
        """Redraw the measures in sight whose matches differ."""
        self._subtitle()
        for row, measure in enumerate(self._in_sight(), self.top // self.lines_each):
            if old.spans(measure.activity) != new.spans(measure.activity):
                self.redraw(row * self.lines_each, self.lines_each)

    def _in_sight(self) -> tuple[Measure, ...]:
        first = self.top // self.lines_each
        return self.shown[first : first + self.inside.height // self.lines_each + 2]

    def watch_unseen(self, old: frozenset[str], new: frozenset[str]) -> None:
        """Redraw the changed marks."""
        self._redraw_numbers(*(old ^ new), width=2)

    def watch_marked(self, old: frozenset[str], new: frozenset[str]) -> None:
        """Redraw the changed marks."""
        self._subtitle()
        height = self.inside.height // self.lines_each + 2
        seen = {
            measure.id for measure in self.shown[self.top // self.lines_each : self.top // self.lines_each + height]
        }
        self._redraw_numbers(*((old ^ new) & seen), width=2)

    def watch_filter(self) -> None:
        """Describe the filter in the border."""
        self._subtitle()

    def watch_today(self) -> None:
        """Redraw the list: a quarter may have ended."""
        self._strips.clear()
        self.redraw_all()

    def watch_current(self, old: str, new: str) -> None:
        """Redraw the numbers at the old and the new position of the cursor."""
        self._redraw_numbers(old, new)
        if (row := self._rows.get(new)) is not None:
            self.show_lines(row * self.lines_each, self.lines_each)

    def _redraw_numbers(self, *measure_ids: str, width: int = 1) -> None:
        """Redraw the numbers only: over a slow line, width is time."""
        for measure_id in measure_ids:
            if (row := self._rows.get(measure_id)) is not None:
                self.redraw(row * self.lines_each, self.lines_each, self._number_width(self.shown[row]) + width)

    def _number_width(self, measure: Measure) -> int:
        return max(cells(self._number(measure)), 2 if self.track else 5)

    def _number(self, measure: Measure) -> str:
        if self.register is None or self.register.measure(measure.id) is None:
            return ""  # `shown` is set before `register`
        return numerals(str(self.register.number(measure))) if self.track else self.register.ref(measure)

    def _subtitle(self) -> None:
        total = 0
        if self.register:
            total = len(self.register.measures_of(self.track) if self.track else self.register.measures)
        parts = [describe_filter(self.filter)]
        parts += [f"{len(self.shown)}/{total}"] if len(self.shown) != total else []
        parts += [_("without tone marks")] if not self.match.tones else []
        parts += [_("{count} selected").format(count=len(self.marked))] if self.marked else []
        parts += (
            [_("Esc: clear") if self.marked else _("Esc: show all")]
            if self.filter != self.filter.track_only() or self.marked
            else []
        )
        room = max(self.size.width - 4, 8)
        words = safe(truncate(numerals("  ".join(filter(None, parts))), room))
        if words != self._shown_subtitle:
            self._shown_subtitle = words
            self.border_subtitle = Content(words)

    def watch_register(self) -> None:
        """Update the counts in the border."""
        self._subtitle()

    def on_resize(self) -> None:
        """Keep the cursor in sight; `lines_each` may have changed."""
        if self.lines_each != self._lines_drawn:
            self.top = self.top // self._lines_drawn * self.lines_each
            self._lines_drawn = self.lines_each
            self._strips.clear()
            self.content_changed()
        self.watch_current(self.current, self.current)

    def on_focus(self) -> None:
        """Show the cursor in the style of the focused pane."""
        self._redraw_numbers(self.current)

    on_blur = on_focus

    def action_step(self, by: int) -> None:
        """Move the cursor by measures."""
        if self.shown:
            row = min(max(self._rows.get(self.current, 0) + by, 0), len(self.shown) - 1)
            self.post_message(self.Moved(self.shown[row].id))

    def action_page(self, by: int) -> None:
        """Move the cursor by pages."""
        self.action_step(by * max(1, self.size.height // self.lines_each - 1))

    def action_enter(self) -> None:
        """Go on to the detail."""
        self.post_message(self.Entered())

    def action_leave(self) -> None:
        """Go back to the tracks."""
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the measure under the mouse; a double click opens the detail."""
        event.stop()
        row = self.line_at(event) // self.lines_each
        if 0 <= row < len(self.shown):
            self.post_message(self.Moved(self.shown[row].id))
            if event.chain > 1:
                self.post_message(self.Entered())

    def line_count(self) -> int:
        """Return the lines of all measures."""
        return len(self.shown) * self.lines_each

    def draw_line(self, row: int) -> Strip:
        """Draw a line of a measure."""
        row, part = divmod(row, self.lines_each)
        if row >= len(self.shown):
            empty = _("No measures") if not self.shown and row == 0 and part == 0 else ""
            return strip([(f" {empty}", self.style("empty"))], self.width, self.style("text"))
        measure = self.shown[row]
        marked = (measure.id in self.unseen, measure.id in self.marked)
        here = measure.id == self.current
        key = (measure, row, self.width, here, self.has_focus, marked, self.match, self.app.theme)
        lines = self._strips.get(key)
        if lines is None:
            lines = self._strips[key] = self._measure_lines(measure)
        return lines[part]

    def _measure_lines(self, measure: Measure) -> tuple[Strip, ...]:
        text, number = self.style("text"), self.style("strong")
        if measure.id == self.current:
            number = self.style("cursor") if self.has_focus else self.style("current")
        indent = self._number_width(measure)
        room = max(self.width - indent - MARKS - 4, 4)
        shown = row_lines(measure.activity, room, self.lines_each, self.match)
        lines = [self._filled(line, room + 1) for line in shown]
        mark = "+" if measure.id in self.marked else "*" if measure.id in self.unseen else " "
        sign = (mark, self.style("changed") if mark != " " else text)
        rows: list[list[Part]] = [[(" " * (indent + 1), number), (" ", text), *line] for line in lines]
        rows[0][:2] = [(f"{self._number(measure):>{indent}} ", number), sign]
        rows[0] += self._quarter_marks(measure)
        rows[1] += self._missing(measure)
        return tuple(strip(row, self.width, text) for row in rows)

    def _filled(self, spans: list[Span], width: int) -> list[Part]:
        """Style a line of text and pad it to `width` cells."""
        space = max(width - sum(cells(text) for text, _style in spans), 0)
        return [*((text, self.style(style)) for text, style in spans), (" " * space, self.style("text"))]

    def _quarter_marks(self, measure: Measure) -> list[Part]:
        assert self.register is not None
        late = late_quarters(measure.planned, measure.done, quarters_ended(self.register.fiscal_year, self.today))
        styles = {"●": "done", "!": "late", "○": "text", "·": "text"}
        signs = [mark(quarter, measure.planned, measure.done, late) for quarter in NUMBERS]
        spans = groupby(signs, key=styles.__getitem__)
        return [("".join(f"{sign} " for sign in run), self.style(style)) for style, run in spans]

    def _missing(self, measure: Measure) -> list[Part]:
        assert self.register is not None
        if self.register.reporter(measure).result:
            return []
        return [(pad(_("blank"), MARKS), self.style("missing"))]


def row_lines(text: str, width: int, count: int, match: Match) -> list[list[Span]]:
    """Return the first `count` lines of a text, of `width` cells, with an ellipsis if there are more."""
    text = " ".join(text.split())
    begin = text[: int(CODE_POINTS_PER_CELL * count * width)]  # a long text need not be wrapped to its end
    if cells(begin) < (count + 1) * width:
        begin = text
    begin = safe(begin)
    offsets = wrap_offsets(begin, width)
    spans = match_spans(begin, match)
    lines = [spans_between(spans, start, end) for start, end in offsets[:count]]
    if len(offsets) > count:
        start, end = offsets[count - 1]
        end = start + wrap_offsets(begin[start:end], max(width - 1, 1))[0][1]  # room for "…", between words
        lines[-1] = [*spans_between(spans, start, end), ("…", "text")]
    return lines + [[]] * (count - len(lines))
