"""A text of one paragraph: what is asked for in a line or a few. Enter hands it over; no newline ever gets in.

What becomes of the text is the business of whoever shows it.
"""

from textual import events
from textual.document._document import EditResult, Location
from textual.message import Message

from itatui.thai import clean
from itatui.tui.text_input.text_area import ThaiTextArea


class LineInput(ThaiTextArea):
    """With `wraps=False` it is one line high, and moves sideways under the cursor."""

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, field: "LineInput") -> None:
            super().__init__()
            self.field = field

    @property
    def value(self) -> str:
        """The text."""
        return self.text

    async def _on_key(self, event: events.Key) -> None:
        """Enter hands the text over."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_submit()
            return
        await super()._on_key(event)

    def action_submit(self) -> None:
        """Hands the text over."""
        self.post_message(self.Submitted(self))

    async def _on_paste(self, event: events.Paste) -> None:
        """Takes in a pasted text without what no text may hold."""
        event.stop()
        event.prevent_default()
        text, _dropped = clean(event.text)
        await super()._on_paste(events.Paste(text))

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        """Puts a space for every end of a line and tab, wherever the text comes from."""
        return super()._replace_via_keyboard(" ".join(insert.splitlines()).replace("\t", " "), start, end)
