"""Where the cursor of a text goes, and what keys and mouse take with it: letters with their marks, and Thai words.

A letter is a cluster, a place is a line and a number of code points in it (Textual's `Location`). Whatever way the
cursor comes, it never stands inside a letter. At the end of a line that goes on in the next, one place is seen twice:
after the last letter of the one, before the first of the other; `_hug` tells which is meant. How the text looks is not
known here. Where a line is in the text is private to Textual, and so are the three methods that a test asks about.
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
    """A text area in which one moves, selects and deletes as Thai is read."""

    BINDINGS = [
        Binding("ctrl+delete", "delete_word_right", show=False),
        Binding("ctrl+home", "cursor_text_start", show=False),
        Binding("ctrl+end", "cursor_text_end", show=False),
        Binding("ctrl+shift+home", "cursor_text_start(True)", show=False),
        Binding("ctrl+shift+end", "cursor_text_end(True)", show=False),
    ]

    _hug: Location | None = None
    """A place at a soft break that is meant as the end of the line before it; in force while the cursor is there."""
    _goal: int | None = None
    """The cell to which going up and down keeps; None: the one that the cursor is in."""

    def keep_steps(self) -> None:
        """Has what is typed from now on taken back word by word."""
        self.history = TextHistory(lambda row: self.document.get_line(row))

    # Where things are ---------------------------------------------------------------------------

    def _rows(self) -> list[tuple[int, int]]:
        """Of each line on the screen: its line in the text, and which part of it."""
        return self.wrapped_document._offset_to_line_info

    def span(self, row: int) -> tuple[int, int, int] | None:
        """Of a line on the screen: its line in the text, and the places where it begins and ends there."""
        rows = self._rows()
        if not 0 <= row < len(rows) or rows[row][0] >= self.document.line_count:  # asked in the middle of an edit
            return None
        line, part = rows[row]
        length = len(self.document.get_line(line))
        start, end = [0, *self.wrapped_document.get_offsets(line), length][part : part + 2]
        return line, start, end

    def tabs(self, line: int, start: int) -> Iterable[int]:
        """The cells that each tab of a line takes, of those from a place on."""
        whole = self.document.get_line(line)
        if "\t" not in whole:
            return ()
        return iter(self.wrapped_document.get_tab_widths(line)[whole.count("\t", 0, start) :])

    def row_of(self, location: Location) -> int:
        """The line on the screen, from the top of the text, on which a place is."""
        line, column = location
        part = bisect_right(self.wrapped_document.get_offsets(line), column)
        return bisect_left(self._rows(), (line, part)) - (part > 0 and location == self._hug)

    def offset_of(self, location: Location) -> Offset:
        """The cell and the line, from the beginning of the text, at which a place is."""
        row = self.row_of(location)
        span = self.span(row)
        if span is None:
            return Offset(0, 0)
        line, start, _end = span
        return Offset(cell_of(self.document.get_line(line)[start : location[1]], self.tabs(line, start)), row)

    def place_at(self, offset: Offset) -> Location:
        """The place before the letter at a cell; past the end of a line, its end."""
        span = self.span(clamp(offset.y, 0, len(self._rows()) - 1))
        if span is None:
            return self.document.end
        line, start, end = span
        text = self.document.get_line(line)[start:end]
        column = column_at(text, max(offset.x, 0), self.tabs(line, start))
        return (line, start + column) if column < len(text) else self._end_of(span)

    def _end_of(self, span: tuple[int, int, int]) -> Location:
        """The end of a line on the screen: before the spaces at a soft break, else hugging the line."""
        line, start, end = span
        text = self.document.get_line(line)
        column = end if end == len(text) else start + len(text[start:end].rstrip(" "))
        self._take_to_heart((line, column) if column == end < len(text) else None)
        return line, column

    def _take_to_heart(self, hug: Location | None) -> None:
        if hug != self._hug:
            self._hug = hug
            self.refresh()

    def _validate_selection(self, selection: Selection) -> Selection:
        """Keeps both ends of what is selected out of letters, whoever sets them."""
        start, end = super()._validate_selection(selection)
        kept = Selection(self._outside(start), self._outside(end))
        if kept.end != self._hug:
            self._hug = None
        return kept

    def _outside(self, location: Location) -> Location:
        row, column = location
        return row, cursor_stops.outside(self.document.get_line(row), column)

    def _recompute_cursor_offset(self) -> None:
        """Where the view has to be for the cursor to be in it."""
        self._cursor_offset = self.offset_of(self.cursor_location)

    def record_cursor_width(self) -> None:
        """Forgets the cell that going up and down kept to."""
        self._goal = None

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """None: none is shown, and looking for it would read the whole text."""
        return None

    # Where the cursor goes ----------------------------------------------------------------------

    def get_cursor_left_location(self) -> Location:
        """Before the letter with all its marks."""
        return self._to_the_left(cursor_stops.before)

    def get_cursor_word_left_location(self) -> Location:
        """The beginning of the word."""
        return self._to_the_left(cursor_stops.word_before)

    def _to_the_left(self, go: cursor_stops.Going) -> Location:
        row, column = self.cursor_location
        if column or not row:
            return row, go(self.document.get_line(row), column)
        return row - 1, len(self.document.get_line(row - 1))

    def get_cursor_right_location(self) -> Location:
        """After the letter with all its marks."""
        return self._to_the_right(cursor_stops.after)

    def get_cursor_word_right_location(self) -> Location:
        """The beginning of the next word."""
        return self._to_the_right(cursor_stops.word_after)

    def _to_the_right(self, go: cursor_stops.Going) -> Location:
        row, column = self.cursor_location
        line = self.document.get_line(row)
        if column < len(line) or row == self.document.line_count - 1:
            return row, go(line, column)
        return row + 1, 0

    def get_cursor_up_location(self) -> Location:
        """In the line above, at the cell where going up and down began."""
        return self._lines_away(-1)

    def get_cursor_down_location(self) -> Location:
        """In the line below, at the cell where going up and down began."""
        return self._lines_away(1)

    def _lines_away(self, by: int) -> Location:
        x, y = self.offset_of(self.cursor_location)
        if self._goal is None:
            self._goal = x
        if not 0 <= y + by < len(self._rows()):
            return (0, 0) if by < 0 else self.document.end
        return self.place_at(Offset(self._goal, y + by))

    def get_cursor_line_start_location(self, smart_home: bool = False) -> Location:
        """The beginning of the line as it is seen."""
        span = self.span(self.row_of(self.cursor_location))
        return span[:2] if span else self.cursor_location

    def get_cursor_line_end_location(self) -> Location:
        """The end of the line as it is seen."""
        span = self.span(self.row_of(self.cursor_location))
        return self._end_of(span) if span else self.cursor_location

    def action_cursor_page_up(self) -> None:
        """A screenful up."""
        self._page(-1)

    def action_cursor_page_down(self) -> None:
        """A screenful down."""
        self._page(1)

    def _page(self, by: int) -> None:
        x, y = self.offset_of(self.cursor_location)
        if self._goal is None:
            self._goal = x
        lines = by * max(self.scrollable_content_region.height, 1)
        self.scroll_relative(y=lines, animate=False)
        to = clamp(y + lines, 0, len(self._rows()) - 1)
        self.move_cursor(self.place_at(Offset(self._goal, to)), record_width=False)

    def action_cursor_text_start(self, select: bool = False) -> None:
        """To the beginning of the text."""
        self.move_cursor((0, 0), select=select)

    def action_cursor_text_end(self, select: bool = False) -> None:
        """To the end of the text."""
        self.move_cursor(self.document.end, select=select)

    # What is deleted ----------------------------------------------------------------------------

    def action_delete_left(self) -> None:
        """Backspace takes one mark at a time, as Thais type."""
        start, end = self.selection
        if start == end:
            end = self._to_the_left(cursor_stops.rubbed_out)
        self._delete_via_keyboard(start, end)

    def action_delete_word_right(self) -> None:
        """Takes the word to the right, and the spaces before it, but not those behind it."""
        start, end = self.selection
        if start == end:
            end = self._to_the_right(cursor_stops.word_end)
        self._delete_via_keyboard(start, end)

    # The mouse ----------------------------------------------------------------------------------

    def get_target_document_location(self, event: events.MouseEvent) -> Location:
        """The place that is pointed at."""
        across, down = self.gutter.left, self.gutter.top
        return self.place_at(Offset(event.x - across, event.y - down) + self.scroll_offset)

    def on_click(self, event: events.Click) -> None:
        """Two clicks select the word, three the paragraph."""
        row, column = self.get_target_document_location(event)
        line = self.document.get_line(row)
        if event.chain == 2:
            start, end = cursor_stops.word_around(line, column)
            self.selection = Selection((row, start), (row, end))
        elif event.chain == 3:
            self.select_line(row)
