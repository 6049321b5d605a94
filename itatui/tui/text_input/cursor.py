"""Thai-aware cursor movement, selection and deletion, by grapheme cluster and by word.

A location is a line and a number of code points (Textual's `Location`); the cursor is never inside a cluster. At a
soft line break the same location appears twice: at the end of a screen row and at the start of the next. `_hug` says
which is meant.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from textual import events
from textual.binding import Binding
from textual.geometry import Offset, clamp
from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection

from itatui.thai import cursor_stops
from itatui.thai.cell_columns import cell_of, column_at
from itatui.tui.text_input.undo import TextHistory


class ClusterTextArea(TextArea):
    """A text area that moves, selects and deletes by cluster and Thai word."""

    BINDINGS = [
        Binding("ctrl+delete", "delete_word_right", show=False),
        Binding("ctrl+home", "cursor_text_start", show=False),
        Binding("ctrl+end", "cursor_text_end", show=False),
        Binding("ctrl+shift+home", "cursor_text_start(True)", show=False),
        Binding("ctrl+shift+end", "cursor_text_end(True)", show=False),
    ]

    _hug: Location | None = None
    """Location at a soft break that means the end of the upper row, while the cursor is there."""
    _goal: int | None = None
    """Cell to which Up and Down keep; None: the cell of the cursor."""

    def keep_history(self) -> None:
        """Undo word by word from now on."""
        self.history = TextHistory(lambda row: self.document.get_line(row))

    # Locations ----------------------------------------------------------------------------------

    def _rows(self) -> list[tuple[int, int]]:
        """Return line and part of the line for each screen row."""
        return self.wrapped_document._offset_to_line_info

    def span(self, row: int) -> tuple[int, int, int] | None:
        """Return the line of a screen row, and the columns where the row begins and ends."""
        rows = self._rows()
        if not 0 <= row < len(rows) or rows[row][0] >= self.document.line_count:  # called within an edit
            return None
        line, part = rows[row]
        length = len(self.document.get_line(line))
        start, end = [0, *self.wrapped_document.get_offsets(line), length][part : part + 2]
        return line, start, end

    def tabs(self, line: int, start: int) -> Iterable[int]:
        """Return the widths in cells of a line's tabs from column `start` on."""
        whole = self.document.get_line(line)
        if "\t" not in whole:
            return ()
        return iter(self.wrapped_document.get_tab_widths(line)[whole.count("\t", 0, start) :])

    def row_of(self, location: Location) -> int:
        """Return the screen row of a location, from the top of the text."""
        line, column = location
        part = bisect_right(self.wrapped_document.get_offsets(line), column)
        return bisect_left(self._rows(), (line, part)) - (part > 0 and location == self._hug)

    def offset_of(self, location: Location) -> Offset:
        """Return the cell and the screen row of a location."""
        row = self.row_of(location)
        span = self.span(row)
        if span is None:
            return Offset(0, 0)
        line, start, _end = span
        return Offset(cell_of(self.document.get_line(line)[start : location[1]], self.tabs(line, start)), row)

    def location_at(self, offset: Offset) -> Location:
        """Return the location before the cluster at a cell, or the end of the row."""
        span = self.span(clamp(offset.y, 0, len(self._rows()) - 1))
        if span is None:
            return self.document.end
        line, start, end = span
        text = self.document.get_line(line)[start:end]
        column = column_at(text, max(offset.x, 0), self.tabs(line, start))
        return (line, start + column) if column < len(text) else self._end_of(span)

    def _end_of(self, span: tuple[int, int, int]) -> Location:
        """Return the end of a screen row: before the spaces of a soft break, else hugging the row."""
        line, start, end = span
        text = self.document.get_line(line)
        column = end if end == len(text) else start + len(text[start:end].rstrip(" "))
        self._set_hug((line, column) if column == end < len(text) else None)
        return line, column

    def _set_hug(self, hug: Location | None) -> None:
        if hug != self._hug:
            self._hug = hug
            self.refresh()

    def _validate_selection(self, selection: Selection) -> Selection:
        """Keep both ends of a selection out of clusters."""
        start, end = super()._validate_selection(selection)
        kept = Selection(self._outside(start), self._outside(end))
        if kept.end != self._hug:
            self._hug = None
        return kept

    def _outside(self, location: Location) -> Location:
        row, column = location
        return row, cursor_stops.snap(self.document.get_line(row), column)

    def _recompute_cursor_offset(self) -> None:
        """Set the offset that is scrolled into view."""
        self._cursor_offset = self.offset_of(self.cursor_location)

    def record_cursor_width(self) -> None:
        """Forget the cell of Up and Down."""
        self._goal = None

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """Return None: the search would read the whole text."""
        return None

    # Movement -----------------------------------------------------------------------------------

    def get_cursor_left_location(self) -> Location:
        """Return the location before the cluster."""
        return self._to_the_left(cursor_stops.before)

    def get_cursor_word_left_location(self) -> Location:
        """Return the start of the word."""
        return self._to_the_left(cursor_stops.word_before)

    def _to_the_left(self, go: cursor_stops.Movement) -> Location:
        row, column = self.cursor_location
        if column or not row:
            return row, go(self.document.get_line(row), column)
        return row - 1, len(self.document.get_line(row - 1))

    def get_cursor_right_location(self) -> Location:
        """Return the location after the cluster."""
        return self._to_the_right(cursor_stops.after)

    def get_cursor_word_right_location(self) -> Location:
        """Return the start of the next word."""
        return self._to_the_right(cursor_stops.word_after)

    def _to_the_right(self, go: cursor_stops.Movement) -> Location:
        row, column = self.cursor_location
        line = self.document.get_line(row)
        if column < len(line) or row == self.document.line_count - 1:
            return row, go(line, column)
        return row + 1, 0

    def get_cursor_up_location(self) -> Location:
        """Return the location in the row above, at the cell where the movement began."""
        return self._lines_away(-1)

    def get_cursor_down_location(self) -> Location:
        """Return the location in the row below, at the cell where the movement began."""
        return self._lines_away(1)

    def _lines_away(self, by: int) -> Location:
        x, y = self.offset_of(self.cursor_location)
        if self._goal is None:
            self._goal = x
        if not 0 <= y + by < len(self._rows()):
            return (0, 0) if by < 0 else self.document.end
        return self.location_at(Offset(self._goal, y + by))

    def get_cursor_line_start_location(self, smart_home: bool = False) -> Location:
        """Return the start of the screen row."""
        span = self.span(self.row_of(self.cursor_location))
        return span[:2] if span else self.cursor_location

    def get_cursor_line_end_location(self) -> Location:
        """Return the end of the screen row."""
        span = self.span(self.row_of(self.cursor_location))
        return self._end_of(span) if span else self.cursor_location

    def action_cursor_page_up(self) -> None:
        """Move a page up."""
        self._page(-1)

    def action_cursor_page_down(self) -> None:
        """Move a page down."""
        self._page(1)

    def _page(self, by: int) -> None:
        x, y = self.offset_of(self.cursor_location)
        if self._goal is None:
            self._goal = x
        lines = by * max(self.scrollable_content_region.height, 1)
        self.scroll_relative(y=lines, animate=False)
        to = clamp(y + lines, 0, len(self._rows()) - 1)
        self.move_cursor(self.location_at(Offset(self._goal, to)), record_width=False)

    def action_cursor_text_start(self, select: bool = False) -> None:
        """Move to the start of the text."""
        self.move_cursor((0, 0), select=select)

    def action_cursor_text_end(self, select: bool = False) -> None:
        """Move to the end of the text."""
        self.move_cursor(self.document.end, select=select)

    # Deletion -----------------------------------------------------------------------------------

    def action_delete_left(self) -> None:
        """Delete a single code point, as is usual in Thai."""
        start, end = self.selection
        if start == end:
            end = self._to_the_left(cursor_stops.backspace_stop)
        self._delete_via_keyboard(start, end)

    def action_delete_word_right(self) -> None:
        """Delete to the end of the word, with the spaces before it but not those after it."""
        start, end = self.selection
        if start == end:
            end = self._to_the_right(cursor_stops.word_end)
        self._delete_via_keyboard(start, end)

    # Mouse --------------------------------------------------------------------------------------

    def get_target_document_location(self, event: events.MouseEvent) -> Location:
        """Return the location under the mouse."""
        across, down = self.gutter.left, self.gutter.top
        return self.location_at(Offset(event.x - across, event.y - down) + self.scroll_offset)

    def on_click(self, event: events.Click) -> None:
        """Select the word on a double click, the paragraph on a triple click."""
        row, column = self.get_target_document_location(event)
        line = self.document.get_line(row)
        if event.chain == 2:
            start, end = cursor_stops.word_around(line, column)
            self.selection = Selection((row, start), (row, end))
        elif event.chain == 3:
            self.select_line(row)
