"""Inputs of questions: of several lines, and of a paragraph without line breaks, which Enter submits."""

from textual import events
from textual.message import Message
from textual.widgets.text_area import EditResult, Location

from itatui.thai import clean
from itatui.tui.text_input.text_area import ThaiTextArea


def _taken(event: events.Paste) -> str:
    """Stop a paste, and return its text without forbidden characters."""
    event.stop()
    event.prevent_default()
    text, _dropped = clean(event.text)
    return text


class LinesInput(ThaiTextArea):
    """Input of any number of lines."""

    def pasted(self, text: str) -> str:
        """Return a pasted text as it is to be inserted; for subclasses."""
        return text

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert a pasted text without forbidden characters."""
        await super()._on_paste(events.Paste(self.pasted(_taken(event))))


class LineInput(ThaiTextArea):
    """With `wraps=False` a single line, scrolling sideways."""

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
        """Submit on Enter."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_submit()
            return
        await super()._on_key(event)

    def action_submit(self) -> None:
        """Submit the text."""
        self.post_message(self.Submitted(self))

    def pasted(self, text: str) -> str:
        """Return a pasted text as it is to be inserted, empty for nothing; for subclasses."""
        return text

    def insert_typed(self, text: str) -> None:
        """Insert a text in place of the selection."""
        self._replace_via_keyboard(text, *self.selection)

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert a pasted text without forbidden characters."""
        if text := self.pasted(_taken(event).strip("\n")):
            await super()._on_paste(events.Paste(text))

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        """Insert a text with spaces in place of line breaks and tabs, however it was entered."""
        return super()._replace_via_keyboard(insert.replace("\n", " ").replace("\t", " "), start, end)
