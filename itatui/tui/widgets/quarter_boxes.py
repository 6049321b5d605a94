"""Checkboxes of the four quarters in a form."""

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from itatui.domain.quarters import NUMBERS, Quarters, parse_quarters, phrase, quarters
from itatui.errors import UsageError
from itatui.thai import numerals
from itatui.tui.keyboard import bound
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.form_box import FormBox

STEP = 8
"""Cells from a checkbox to the next."""


class QuarterBoxes(FormBox):
    """A set of quarters (1-4). Space or a number ticks, the arrows move."""

    BINDINGS = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("space", "tick(0)", show=False),
        *(Binding(bound(str(number)), f"tick({number})", show=False) for number in NUMBERS),
    ]

    @dataclass
    class Changed(Message):
        """A quarter was ticked or unticked."""

    def __init__(self, ticked: Quarters, *, widget_id: str) -> None:
        super().__init__(id=widget_id)
        self.ticked = ticked
        self._at = 1
        """Quarter under the cursor."""

    @property
    def text(self) -> str:
        """The quarters in writing, as a draft keeps them."""
        return phrase(self.ticked)

    def fill(self, text: str) -> None:
        """Tick the quarters of a text; one that cannot be read changes nothing."""
        try:
            self.tick_only(parse_quarters(text))
        except UsageError:
            return

    def tick_only(self, ticked: Quarters) -> None:
        """Tick these quarters and no others."""
        self.ticked = ticked
        self.refresh()
        self.post_message(self.Changed())

    def action_step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) quarter."""
        self._at = min(max(self._at + by, NUMBERS[0]), NUMBERS[-1])
        self.refresh()

    def action_tick(self, quarter: int) -> None:
        """Tick a quarter, or untick it; 0: the one under the cursor."""
        self._at = quarter or self._at
        self.tick_only(quarters(self.ticked ^ {self._at}))

    def on_click(self, event: events.Click) -> None:
        """Tick the quarter under the mouse."""
        event.stop()
        place = (event.x - self.gutter.left) // STEP
        if 0 <= place < len(NUMBERS):
            self.action_tick(NUMBERS[place])

    def render_line(self, y: int) -> Strip:
        """Draw the checkboxes."""
        text = self.style("writing")
        parts: list[Part] = []
        for number in NUMBERS if y == 0 else ():
            box = numerals(f"[{'x' if number in self.ticked else ' '}] {number}")
            here = self.has_focus and number == self._at
            parts += [(box, self.style("caret") if here else text), (" " * (STEP - len(box)), text)]
        return strip(parts, self.size.width, text)
