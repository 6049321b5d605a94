"""Words that follow the language: dialogs and screens stay open while the user changes it."""

from collections.abc import Callable

from itatui.thai import safe

Words = str | Callable[[], str]
"""A text that is the same in every language, or a function that returns it in the current language."""


def words_of(words: Words) -> str:
    """Return the text in the current language, safe for a terminal."""
    return safe(words() if callable(words) else words)
