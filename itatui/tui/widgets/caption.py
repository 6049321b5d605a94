"""A line of words in a dialog, in the user's language of the moment."""

from textual.content import Content
from textual.widgets import Static

from itatui.tui.words import Words, words_of


class Caption(Static):
    """Words that follow the language. Data in them is no markup."""

    def __init__(self, words: Words, *, widget_id: str | None = None, classes: str | None = None) -> None:
        super().__init__(Content(words_of(words)), id=widget_id, classes=classes)
        self._words = words

    def say(self, words: Words) -> None:
        """Show other words."""
        self._words = words
        self.on_language_changed()

    def on_language_changed(self) -> None:
        """Show the words in another language."""
        self.update(Content(words_of(self._words)))
