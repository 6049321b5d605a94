"""A choice of a few values in a form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from itatui.thai import safe
from itatui.tui.styling.strips import strip
from itatui.tui.widgets.form_box import FormBox

Choices = Callable[[], Sequence[tuple[str, str]]]
"""Returns the values, each with its title in the current language."""


class ChoiceBox(FormBox):
    """A value of a few. The arrows and Space choose another."""

    BINDINGS = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

    def __init__(self, choices: Choices, chosen: str, *, widget_id: str) -> None:
        super().__init__(id=widget_id)
        self._choices = choices
        self.text = chosen
        """The value, as a draft keeps it."""

    def fill(self, text: str) -> None:
        """Choose a value; one that is none changes nothing."""
        if text in [value for value, _title in self._choices()]:
            self.text = text
            self.refresh()
            self.post_message(self.Changed())

    def action_turn(self, by: int) -> None:
        """Choose the next (1) or the previous (-1) value."""
        values = [value for value, _title in self._choices()]
        at = values.index(self.text) if self.text in values else 0
        self.fill(values[(at + by) % len(values)])

    def on_click(self, event: events.Click) -> None:
        """Choose the next value."""
        event.stop()
        self.focus()
        self.action_turn(1)

    def render_line(self, y: int) -> Strip:
        """Draw the value between arrows."""
        style = self.style("writing")
        if y:
            return strip([], self.size.width, style)
        title = next((title for value, title in self._choices() if value == self.text), self.text)
        words = f"‹ {safe(title)} ›"
        return strip([(words, self.style("caret") if self.has_focus else style)], self.size.width, style)
