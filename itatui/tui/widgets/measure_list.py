"""The list of measures: a few lines each, drawn only where they are in sight."""

from datetime import date
from itertools import groupby
from typing import NamedTuple

from rich.style import Style
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
from itatui.domain.rounds import year_result
from itatui.domain.search import Match, SearchResult, listed_text
from itatui.domain.status import late_quarters, mark
from itatui.locale import _
from itatui.thai import cells, numerals, safe, truncate, wrap
from itatui.tui.styling.spans import Span, first_lines
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.empty_words import empty_list
from itatui.tui.widgets.pane import MOVEMENT_BINDINGS, Pane
from itatui.tui.widgets.row_heights import RowHeights, fitted, fitting_height
from itatui.wording.filters import describe_filter

LINES = 2
"""Lines of a measure, unless the texts of all fit into the pane."""
MARKS, CLOSE_MARKS = 7, 4
"""Cells of the marks of the four quarters, with and without spaces between them."""
SPACIOUS = 50
"""Cells of a pane from which there are spaces between the marks."""


class RowPlan(NamedTuple):
    """What the lines of a measure show beside its text, and the cells that this leaves."""

    number: str
    indent: int
    """Cells of the number."""
    missing: str
    """Word for what is missing, at the end of the second line; empty: nothing is."""
    room: int
    """Cells of the text in the first line."""
    rest: int
    """Cells of the text in each other line."""


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
    """Id of the measure under the cursor: its number is highlighted."""
    detailed: var[str] = var("")
    """Id of the measure in the detail: its row is tinted. It follows the cursor when the keys rest."""
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
        self._heights = RowHeights()
        self._rows: dict[str, int] = {}
        self._strips: LRUCache[object, tuple[Strip, ...]] = LRUCache(512)

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
        self._heights = self._fitted_heights(self.shown)
        self.redraw_all()
        self.content_changed()

    def on_language_changed(self) -> None:
        """Redraw title and list."""
        self.watch_shown()

    def watch_match(self, old: Match, new: Match) -> None:
        """Redraw the measures in sight whose matches differ."""
        self._subtitle()
        if not len(self._strips):  # another list: every line is redrawn anyway
            return
        for measure in self._in_sight():
            text = listed_text(measure)
            if old.spans(text) != new.spans(text):
                self._redraw_row(measure.id)

    def _in_sight(self) -> tuple[Measure, ...]:
        first, last = (self._heights.row_at(line) for line in (self.top, self.top + self.inside.height))
        return self.shown[first : last + 1]

    def _redraw_row(self, measure_id: str, width: int = 0) -> None:
        """Redraw a measure if it is in the list, or only its first `width` cells."""
        if (row := self._rows.get(measure_id)) is not None:
            self.redraw(self._heights.first(row), self._heights.height(row), width)

    def watch_unseen(self, old: frozenset[str], new: frozenset[str]) -> None:
        """Redraw the changed marks."""
        self._redraw_numbers(*(old ^ new), width=2)

    def watch_marked(self, old: frozenset[str], new: frozenset[str]) -> None:
        """Redraw the changed marks."""
        self._subtitle()
        seen = {measure.id for measure in self._in_sight()}
        self._redraw_numbers(*((old ^ new) & seen), width=2)

    def watch_filter(self) -> None:
        """Describe the filter in the border, and in an empty list."""
        self._subtitle()
        if not self.shown:
            self.redraw_all()

    def watch_today(self) -> None:
        """Redraw the list: a quarter may have ended."""
        self._strips.clear()
        self.redraw_all()

    def watch_current(self, old: str, new: str) -> None:
        """Redraw the numbers at the old and the new position of the cursor."""
        self._redraw_numbers(old, new)
        if (row := self._rows.get(new)) is not None:
            self.show_lines(self._heights.first(row), self._heights.height(row))

    def watch_detailed(self, old: str, new: str) -> None:
        """Redraw the rows that lose and get the tint."""
        for measure_id in (old, new):
            self._redraw_row(measure_id)

    def _redraw_numbers(self, *measure_ids: str, width: int = 1) -> None:
        """Redraw the numbers only: over a slow line, width is time."""
        for measure_id in measure_ids:
            if (row := self._rows.get(measure_id)) is not None:
                self._redraw_row(measure_id, self._indent(self._number(self.shown[row])) + width)

    def _indent(self, number: str) -> int:
        """Return the cells of a number."""
        return max(cells(number), 2 if self.track else 5)

    def _number(self, measure: Measure) -> str:
        if self.register is None or self.register.measure(measure.id) is None:
            return ""  # `shown` is set before `register`
        return numerals(str(self.register.number(measure))) if self.track else self.register.ref(measure)

    def _subtitle(self) -> None:
        total = 0
        if self.register:
            total = len(self.register.measures_of(self.track) if self.track else self.register.measures)
        parts = [describe_filter(self.filter, self.register)]
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
        """Update the counts in the border, and what is missing, which may add a line to a row."""
        self._subtitle()
        self.fit()
        if not self.shown:
            self.redraw_all()

    def on_resize(self) -> None:
        """Keep the cursor in sight; the heights of the rows may have changed."""
        self.watch_current(self.current, self.current)

    def fit(self) -> None:
        """Fit the rows into the pane, and keep the first row in sight where it is."""
        heights = self._fitted_heights(self.shown)
        if heights != self._heights:
            self.top = heights.first(min(self._heights.row_at(self.top), heights.rows))
            self._heights = heights
            self._strips.clear()
            self.redraw_all()
            self.content_changed()

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
        self.action_step(by * max(1, self._heights.row_at(self.inside.height) - 1))

    def action_enter(self) -> None:
        """Go on to the detail."""
        self.post_message(self.Entered())

    def action_leave(self) -> None:
        """Go back to the tracks."""
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the measure under the mouse; a double click opens the detail."""
        event.stop()
        row = self._heights.row_at(self.line_at(event))
        if 0 <= row < len(self.shown):
            self.post_message(self.Moved(self.shown[row].id))
            if event.chain > 1:
                self.post_message(self.Entered())

    def line_count(self) -> int:
        """Return the lines of all measures."""
        return self._heights.total

    def draw_line(self, row: int) -> Strip:
        """Draw a line of a measure."""
        line, row = row, self._heights.row_at(row)
        if row >= len(self.shown):
            words = self._empty_lines() if not self.shown else []
            empty = words[line] if line < len(words) else ""
            return strip([(f" {empty}", self.style("empty"))], self.width, self.style("text"))
        measure = self.shown[row]
        marked = (measure.id in self.unseen, measure.id in self.marked)
        here = (measure.id == self.current, measure.id == self.detailed)
        key = (measure, row, self.width, here, self.has_focus, marked, self.match, self.app.theme)
        lines = self._strips.get(key)
        if lines is None:
            lines = self._strips[key] = self._measure_lines(measure, self._heights.height(row))
        return lines[line - self._heights.first(row)]

    def _empty_lines(self) -> list[str]:
        """Return the words of an empty list."""
        if self.register is None:
            return []
        words = empty_list(self.register, self.filter._replace(track=self.track))
        return wrap(numerals(safe(words)), max(self.width - 2, 4))

    # Drawing a measure ---------------------------------------------------------------------------

    @property
    def _marks_width(self) -> int:
        return MARKS if self.width >= SPACIOUS else CLOSE_MARKS

    def plan(self, measure: Measure) -> RowPlan:
        """Plan the lines of a measure."""
        number, missing = self._number(measure), self._missing(measure)
        indent, marks = self._indent(number), self._marks_width
        room = max(self.width - indent - marks - 3, 4)
        return RowPlan(number, indent, missing, room, min(room, room + marks - cells(missing)))

    def prepare(self, found: SearchResult) -> None:
        """Wrap the rows of a result that come into sight, and find the matches in them. For a thread.

        It changes nothing: what takes time is kept by the texts.
        """
        heights = self._fitted_heights(found.measures)
        top = max(min(self.top, heights.total - self.inside.height), 0)
        first, last = (heights.row_at(line) for line in (top, top + self.inside.height))
        for row, measure in enumerate(found.measures[first : last + 1], first):
            plan = self.plan(measure)
            first_lines(listed_text(measure), (plan.room, plan.rest), heights.height(row), found.match)

    def _fitted_heights(self, shown: tuple[Measure, ...]) -> RowHeights:
        """Return rows as high as their texts if all fit, else cut to fit, but not below `LINES`."""
        height = self.inside.height
        if len(shown) > height:
            return RowHeights(len(shown), LINES)
        plans = [(measure, self.plan(measure)) for measure in shown]
        needed = [-(-cells(measure.activity) // plan.room) for measure, plan in plans]
        most = height if sum(needed) <= height else fitting_height(needed, height, LINES) + 1  # for lines to spare
        # A second line for what is missing.
        least = [LINES if plan.missing else 1 for _measure, plan in plans]
        texts = [len(first_lines(listed_text(measure), (plan.room, plan.rest), most)) for measure, plan in plans]
        return RowHeights.of(fitted(list(map(max, texts, least)), height, LINES))

    def _measure_lines(self, measure: Measure, height: int) -> tuple[Strip, ...]:
        tinted = measure.id == self.detailed
        text, number = self._tint("text", tinted=tinted), self.style("strong")
        if measure.id == self.current:
            number = self.style("cursor") if self.has_focus else self.style("current")
        plan = self.plan(measure)
        shown = first_lines(listed_text(measure), (plan.room, plan.rest), height, self.match)
        mark = "+" if measure.id in self.marked else "*" if measure.id in self.unseen else " "
        sign = (mark, self._tint("changed", tinted=tinted) if mark != " " else text)
        rows: list[list[Part]] = []
        for spans in (*shown, *[[]] * (height - len(shown))):
            line = [(part, self._tint(style, tinted=tinted)) for part, style in spans]
            rows.append([(" " * (plan.indent + 2), text), *line])
        rows[0][:1] = [(f"{plan.number:>{plan.indent}} ", number), sign]
        rows[0] += [(" " * (plan.room + 1 - _width(shown[0])), text), *self._quarter_marks(measure, tinted)]
        if plan.missing and height > 1:
            used = _width(shown[1]) if len(shown) > 1 else 0
            space = plan.room + 1 + self._marks_width - used - cells(plan.missing)
            rows[1] += [(" " * space, text), (plan.missing, self._tint("missing", tinted=tinted))]
        return tuple(strip(row, self.width, text) for row in rows)

    def _tint(self, style: str, *, tinted: bool) -> Style:
        """Return a style, on the ground of the row in the detail."""
        plain = self.style(style)
        return plain + Style(bgcolor=self.style("writing").bgcolor) if tinted and not plain.reverse else plain

    def _quarter_marks(self, measure: Measure, tinted: bool) -> list[Part]:
        assert self.register is not None
        late = late_quarters(measure, quarters_ended(self.register.fiscal_year, self.today))
        styles = {"●": "done", "!": "late", "○": "text", "–": "text", "·": "text"}
        signs = [mark(quarter, measure, late) for quarter in NUMBERS]
        spans = groupby(signs, key=styles.__getitem__)
        space = " " if self._marks_width == MARKS else ""
        parts = [("".join(f"{sign}{space}" for sign in run), self._tint(style, tinted=tinted)) for style, run in spans]
        parts[-1] = (parts[-1][0].rstrip(), parts[-1][1])
        return parts

    def _missing(self, measure: Measure) -> str:
        if self.register is None or self.register.measure(measure.id) is None:
            return ""  # `shown` is set before `register`
        if measure.is_dropped:
            return _("not possible")
        return "" if year_result(self.register.reporter(measure)) else _("blank")


def _width(spans: list[Span]) -> int:
    return sum(cells(text) for text, _style in spans)
