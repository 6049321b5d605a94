"""A text area for Thai that draws its own lines, and only those that change.

Textual's own wraps the whole paragraph for every line that it draws: a letter typed in 2,000 characters takes 40 ms
(measured).
"""

from functools import cached_property

from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Location

from itatui.thai import cursor_stops
from itatui.thai.cell_columns import cell_of, column_at, display_text
from itatui.tui.styling.spans import spans_between
from itatui.tui.styling.strips import Part, strip
from itatui.tui.styling.styles import StyleTable
from itatui.tui.terminal.line_breaker import install_in_editors
from itatui.tui.text_input.cursor import ClusterTextArea
from itatui.tui.words import Words, words_of

LINE_BREAK_KEYS = ("ctrl+j", "newline")
"""Textual's names of the key that sends a newline."""


class ThaiTextArea(ClusterTextArea):
    """A text of any number of paragraphs, wrapped between words."""

    def __init__(
        self,
        text: str = "",
        *,
        widget_id: str | None = None,
        classes: str | None = None,
        wraps: bool = True,
        placeholder: Words = "",
    ) -> None:
        install_in_editors()
        super().__init__(text, soft_wrap=wraps, tab_behavior="focus", compact=True, id=widget_id, classes=classes)
        self.cursor_blink = False
        self.highlight_cursor_line = False
        self.match_cursor_bracket = False
        self.keep_history()
        self._placeholder = placeholder
        self._seen: dict[int, list[Part]] = {}
        """Parts of each visible line as it was drawn last."""
        self._frame: object = None
        """Style of the border as it was drawn last."""

    @cached_property
    def style(self) -> StyleTable:
        """The named styles in the current theme."""
        return StyleTable(self)

    def fill(self, text: str) -> None:
        """Put another text in place of the present one, with the cursor at its end. Undo brings that back."""
        self.replace(text, self.document.start, self.document.end)
        self.move_cursor(self.document.end)

    def on_language_changed(self) -> None:
        """Show the hint of an empty text, and the titles in the border, in another language."""
        self.refresh(layout=True)

    async def _on_key(self, event: events.Key) -> None:
        """Insert a line break on Ctrl+J, also where Enter ends the text: a terminal sends it for a line end."""
        if event.key in LINE_BREAK_KEYS:
            event.stop()
            event.prevent_default()
            self._replace_via_keyboard("\n", *self.selection)
            return
        await super()._on_key(event)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the visible lines, without Textual's own styles."""
        return super(TextArea, self).render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw a visible line."""
        parts = self._seen[y] = self._line(y)
        return strip(parts, self.scrollable_content_region.width, self.style("writing"))

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> "ThaiTextArea":
        """Redraw the given regions; without any, the lines that differ, or everything if the border does."""
        width, height = self.scrollable_content_region.size
        if regions or layout or recompose or not repaint or not self.is_mounted or not width:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        frame = self.styles.border, self.styles.border_title_color, self.styles.border_title_style
        if frame != self._frame:
            self._frame = frame
            return super().refresh()
        changed = [y for y in range(height) if self._seen.get(y) != self._line(y)]
        return super().refresh(*(Region(0, y, width, 1) for y in changed)) if changed else self

    def _line(self, y: int) -> list[Part]:
        """Return the parts of a visible line."""
        row = y + self.scroll_offset.y
        span = self.span(row)
        if span is None:
            return []
        line, start, end = span
        whole = self.document.get_line(line)
        if not whole and self._placeholder and self.document.line_count == 1:
            return self._parts(words_of(self._placeholder), [0, 0], 0 if self._draw_cursor else None, "hint")
        start, end = self._in_view(whole, span)
        first, final = sorted(self.selection)
        selected_range = [min(max(_column(at, line) - start, 0), end - start) for at in (first, final)]
        caret = None
        if self._draw_cursor and self.cursor_location[0] == line and self.row_of(self.cursor_location) == row:
            caret = min(self.cursor_location[1] - start, end - start)
        text = whole[start:end]
        if not text and first[0] <= line < final[0]:  # show the selected line break
            text, selected_range = " ", [0, 1]
        tabs = iter(self.tabs(line, start))
        return [
            (display_text(part, tabs), style) for part, style in self._parts(text, selected_range, caret, "writing")
        ]

    def _in_view(self, whole: str, span: tuple[int, int, int]) -> tuple[int, int]:
        """Return the columns between which a line is drawn."""
        line, start, end = span
        if not self.soft_wrap:
            return self._scrolled(whole, self.scrollable_content_region.width)
        if end == len(whole) or whole[end - 1] != " ":
            return start, end
        text = whole[start:end]
        shown = text.rstrip(" ")  # spaces at a soft break, as far as there is room
        room = self.wrap_width - cell_of(shown, self.tabs(line, start))
        return start, start + min(len(text), len(shown) + max(room, 0))

    def _scrolled(self, whole: str, width: int) -> tuple[int, int]:
        """Return the same for a line that does not wrap, from the scroll position on."""
        left = self.scroll_offset.x
        start = cursor_stops.after(whole, column_at(whole, left - 1)) if left else 0
        return start, column_at(whole, cell_of(whole[:start]) + width)

    def _parts(self, text: str, selected_range: list[int], caret: int | None, style: str) -> list[Part]:
        """Return a text in its styles: plain, selected, and the cluster under the cursor."""
        plain, selected = self.style(style), self.style("selected")
        parts: list[Part] = [
            (text[: selected_range[0]], plain),
            (text[selected_range[0] : selected_range[1]], selected),
            (text[selected_range[1] :], plain),
        ]
        if caret is None or caret < 0:  # left of the visible columns
            return [part for part in parts if part[0]]
        under = text[caret : cursor_stops.after(text, caret)] or " "
        return [
            *spans_between(parts, 0, caret),
            (under, self.style("caret")),
            *spans_between(parts, caret + len(under), len(text)),
        ]


def _column(location: Location, line: int) -> int:
    """Return the column of a location as seen from a line: -1 above it, a very large number below it."""
    row, column = location
    return column if row == line else -1 if row < line else 1 << 30
