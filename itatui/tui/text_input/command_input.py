"""The line in which one looks for a command: letters with their marks, and Thai words, as in every other text.

It is Textual's own Input, inside Textual's own palette, which knows it by its class; what is found is not known here.
"""

from textual import command
from textual.binding import Binding
from textual.command import CommandInput
from textual.widgets.input import Selection

from itatui.thai import cursor_stops
from itatui.tui.terminal.line_breaking import replace


class ThaiInput(CommandInput):
    """Left, right, Delete and words as `itatui.thai.cursor_stops` has them; the rest is Textual's."""

    BINDINGS = [Binding("ctrl+delete", "delete_right_word", show=False)]

    def validate_selection(self, selection: Selection) -> Selection:
        """Keeps the cursor out of letters, also when it comes from a click."""
        start, end = super().validate_selection(selection)
        return Selection(cursor_stops.outside(self.value, start), cursor_stops.outside(self.value, end))

    def _go(self, way: cursor_stops.Going, *, select: bool) -> None:
        start, end = self.selection
        target = way(self.value, end)
        self.selection = Selection(start if select else target, target)

    def _take(self, way: cursor_stops.Going) -> None:
        if self.selection.is_empty:
            self.delete(self.cursor_position, way(self.value, self.cursor_position))
        else:
            self.delete_selection()

    def action_cursor_left(self, select: bool = False) -> None:
        """Before the letter; of a selection, to its beginning."""
        if select or self.selection.is_empty:
            self._go(cursor_stops.before, select=select)
        else:
            super().action_cursor_left()

    def action_cursor_right(self, select: bool = False) -> None:
        """After the letter; of a selection, to its end."""
        if select or (self.selection.is_empty and not self.cursor_at_end):
            self._go(cursor_stops.after, select=select)
        else:
            super().action_cursor_right()

    def action_cursor_left_word(self, select: bool = False) -> None:
        """The beginning of the word."""
        self._go(cursor_stops.word_before, select=select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        """The beginning of the next word."""
        self._go(cursor_stops.word_after, select=select)

    def action_delete_left(self) -> None:
        """One mark at a time, as Thais type."""
        self._take(cursor_stops.rubbed_out)

    def action_delete_right(self) -> None:
        """The letter with all its marks."""
        self._take(cursor_stops.after)

    def action_delete_left_word(self) -> None:
        """The word, and the spaces behind it."""
        self._take(cursor_stops.word_before)

    def action_delete_right_word(self) -> None:
        """The word, and the spaces before it."""
        self._take(cursor_stops.word_end)


def install() -> None:
    """Has the palette ask with it. `RuntimeError` when this Textual has no such input where it was."""
    replace(command, "CommandInput", ThaiInput)
