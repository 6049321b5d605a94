"""The search box: the list is filtered while the user types."""

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.timer import Timer

from itatui.locale import _
from itatui.thai import clean, repair_text
from itatui.tui.text_input.line_input import LineInput

SEARCH_DELAY_S = 0.15
"""Seconds after the last key until the list is filtered."""


class SearchBox(LineInput):
    """Enter moves to the matches; Esc clears the search."""

    BINDINGS = [
        Binding("escape", "clear", show=False),
        Binding("down,tab,shift+tab", "submit", show=False),
    ]

    class Searched(Message):
        """The list is to show the measures that contain a text; empty: every measure."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The user goes on to the list."""

    def __init__(self, text: str) -> None:
        super().__init__(
            text,
            widget_id="find",
            wraps=False,
            placeholder=lambda: _("a word in the measure, result, outcome, unit or evidence"),
        )
        self.compact = False  # keeps the border
        self._show_titles()
        self._delay: Timer | None = None

    def _show_titles(self) -> None:
        self.border_title = _("Find")
        self.border_subtitle = _("Enter: go to the list   Esc: show all")

    def on_language_changed(self) -> None:
        """Show titles and hint in another language."""
        self._show_titles()
        super().on_language_changed()

    def pasted(self, text: str) -> str:
        """Repair a pasted text."""
        return repair_text(text)[0]

    def on_focus(self, event: events.Focus) -> None:
        """Select the text, so that typing replaces it."""
        if not event.from_app_focus:
            self.select_all()

    def on_text_area_changed(self, event: LineInput.Changed) -> None:
        """Restart the delay."""
        event.stop()
        if self._delay is not None:
            self._delay.stop()
        self._delay = self.set_timer(SEARCH_DELAY_S, self._search)

    def _search(self) -> None:
        text, _dropped = clean(self.value)
        self.post_message(self.Searched(text))

    def on_line_input_submitted(self, event: LineInput.Submitted) -> None:
        """Go on to the list."""
        event.stop()
        self._leave()

    def action_clear(self) -> None:
        """Clear the search and go on to the list."""
        self.text = ""
        self._leave()

    def _leave(self) -> None:
        if self._delay is not None:
            self._delay.stop()
        self._search()
        # The box is removed on blur: removed now, Textual would focus the detail for a moment.
        self.post_message(self.Left())

    def on_blur(self, event: events.Blur) -> None:
        """Close the box."""
        self._search()
        self.remove()
