"""Input of the command palette, with movement and deletion by grapheme cluster and Thai word.

Textual's palette creates its own `Input` subclass and finds it by class, so the class is replaced.
"""

from textual import command
from textual.binding import Binding
from textual.command import CommandInput
from textual.widgets.input import Selection

from itatui.thai import cursor_stops
from itatui.tui.terminal.line_breaker import replace


class ThaiInput(CommandInput):
    """Cursor keys, Delete and word keys follow `itatui.thai.cursor_stops`; the rest is Textual's."""

    BINDINGS = [Binding("ctrl+delete", "delete_right_word", show=False)]

    def validate_selection(self, selection: Selection) -> Selection:
        """Keep the cursor out of clusters, also after a click."""
        start, end = super().validate_selection(selection)
        return Selection(cursor_stops.snap(self.value, start), cursor_stops.snap(self.value, end))

    def _go(self, way: cursor_stops.Movement, *, select: bool) -> None:
        start, end = self.selection
        target = way(self.value, end)
        self.selection = Selection(start if select else target, target)

    def _take(self, way: cursor_stops.Movement) -> None:
        if self.selection.is_empty:
            self.delete(self.cursor_position, way(self.value, self.cursor_position))
        else:
            self.delete_selection()

    def action_cursor_left(self, select: bool = False) -> None:
        """Move before the cluster, or to the start of the selection."""
        if select or self.selection.is_empty:
            self._go(cursor_stops.before, select=select)
        else:
            super().action_cursor_left()

    def action_cursor_right(self, select: bool = False) -> None:
        """Move past the cluster, or to the end of the selection."""
        if select or (self.selection.is_empty and not self.cursor_at_end):
            self._go(cursor_stops.after, select=select)
        else:
            super().action_cursor_right()

    def action_cursor_left_word(self, select: bool = False) -> None:
        """Move to the start of the word."""
        self._go(cursor_stops.word_before, select=select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        """Move to the start of the next word."""
        self._go(cursor_stops.word_after, select=select)

    def action_delete_left(self) -> None:
        """Delete a single code point, as is usual in Thai."""
        self._take(cursor_stops.backspace_stop)

    def action_delete_right(self) -> None:
        """Delete the cluster."""
        self._take(cursor_stops.after)

    def action_delete_left_word(self) -> None:
        """Delete back to the start of the word."""
        self._take(cursor_stops.word_before)

    def action_delete_right_word(self) -> None:
        """Delete to the end of the word, with the spaces before it."""
        self._take(cursor_stops.word_end)


def install() -> None:
    """Make the palette use this input. Raise `RuntimeError` if Textual's class has moved."""
    replace(command, "CommandInput", ThaiInput)
