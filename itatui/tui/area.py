"""A text area for Thai: its cursor goes from letter to letter with all their marks, and it draws its own lines.

Textual's own draws each line by dividing the whole paragraph anew, so that a letter typed in 2,000 characters takes
40 ms. What is typed, and what becomes of it, is not known here. Where a line is in the text is private to Textual.
"""

import re
from functools import cached_property

from textual.document._document import Location
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

from itatui.thai import cells
from itatui.thai.clustering import clusters
from itatui.tui.drawing import Part, strip
from itatui.tui.drawn import Looks
from itatui.tui.wrapping import install_in_editors


class Area(TextArea):
    """A text of any number of paragraphs, broken between words."""

    def __init__(self, text: str = "", *, widget_id: str | None = None, classes: str | None = None) -> None:
        install_in_editors()
        super().__init__(text, soft_wrap=True, tab_behavior="focus", compact=True, id=widget_id, classes=classes)
        self.cursor_blink = False
        self.highlight_cursor_line = False
        self.match_cursor_bracket = False
        self._seen: dict[int, list[Part]] = {}
        """What each line in sight was drawn of last."""

    @cached_property
    def look(self) -> Looks:
        """How its parts look."""
        return Looks(self)

    # How it looks -------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in sight; those that Textual's own styles would draw are not needed."""
        return super(TextArea, self).render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One of the lines in sight."""
        parts = self._seen[y] = self._line(y)
        return strip(parts, self.scrollable_content_region.width, self.look("writing"))

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> "Area":
        """Has drawn again what is asked for; of the whole of it, the lines that look different by now."""
        width, height = self.scrollable_content_region.size
        if regions or layout or recompose or not repaint or not self.is_mounted or not width:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        changed = [y for y in range(height) if self._seen.get(y) != self._line(y)]
        return super().refresh(*(Region(0, y, width, 1) for y in changed)) if changed else self

    def _line(self, y: int) -> list[Part]:
        places = self.wrapped_document._offset_to_line_info
        row = y + self.scroll_offset.y
        if row >= len(places):
            return []
        line, section = places[row]
        if line >= self.document.line_count:  # asked in the middle of an edit: it is asked again at its end
            return []
        whole = self.document.get_line(line)
        start, end = [0, *self.wrapped_document.get_offsets(line), len(whole)][section : section + 2]
        last = end == len(whole)
        parts = self._parts(whole[start:end] if last else whole[start:end].rstrip(" ") or " ", (line, start), last=last)
        if "\t" not in whole:
            return parts
        widths = iter(self.wrapped_document.get_tab_widths(line)[whole.count("\t", 0, start) :])
        return [(re.sub("\t", lambda _tab: " " * next(widths), text), style) for text, style in parts]

    def _parts(self, text: str, place: Location, *, last: bool) -> list[Part]:
        """A line's text, begun at a place, with what is selected of it, and the cursor, in looks of their own."""
        line, start = place
        plain, chosen = self.look("writing"), self.look("selected")
        first, final = sorted(self.selection)
        marks = [min(max(at - start, 0), len(text)) for at in (_column(first, line), _column(final, line))]
        parts: list[Part] = [(text[: marks[0]], plain), (text[slice(*marks)], chosen), (text[marks[1] :], plain)]
        row, column = self.selection.end
        here = column - start
        if row != line or not self._draw_cursor or not (0 <= here <= len(text) if last else 0 <= here < len(text)):
            return parts
        under = clusters(text[here:])[0] if here < len(text) else " "
        return [*_cut(parts, 0, here), (under, self.look("pen")), *_cut(parts, here + len(under), len(text))]

    # How the cursor moves -----------------------------------------------------------------------

    def move_cursor(
        self,
        location: Location,
        select: bool = False,
        center: bool = False,
        record_width: bool = True,
    ) -> None:
        """Moves the cursor, but never between a letter and its marks, wherever it comes from."""
        row, column = location
        while row < self.document.line_count and _inside(self.document.get_line(row), column):
            column -= 1
        super().move_cursor((row, column), select, center, record_width)

    def get_cursor_right_location(self) -> Location:
        """After the letter with all its marks: what the right arrow passes over, and Delete takes."""
        row, column = super().get_cursor_right_location()
        while _inside(self.document.get_line(row), column):
            column += 1
        return row, column

    def get_cursor_left_location(self) -> Location:
        """Before the letter with all its marks."""
        row, column = super().get_cursor_left_location()
        while _inside(self.document.get_line(row), column):
            column -= 1
        return row, column

    def action_delete_left(self) -> None:
        """Backspace takes one mark at a time, as Thais type."""
        start, end = self.selection
        if start == end:
            end = self.navigator.get_location_left(self.cursor_location)
        self._delete_via_keyboard(start, end)


def _column(location: Location, line: int) -> int:
    """A place's column as a line sees it: before all of it when the place is above, after all of it when below."""
    row, column = location
    return column if row == line else -1 if row < line else 1 << 30


def _cut(parts: list[Part], start: int, end: int) -> list[Part]:
    """The parts between two offsets, in code points, of the text that they make."""
    found = []
    at = 0
    for text, style in parts:
        found.append((text[max(start - at, 0) : max(end - at, 0)], style))
        at += len(text)
    return found


def _inside(line: str, column: int) -> bool:
    """Whether a place in a line, in code points, is between a letter and a mark or ำ that belongs to it."""
    return 0 < column < len(line) and (line[column] == "ำ" or not cells(line[column]))
