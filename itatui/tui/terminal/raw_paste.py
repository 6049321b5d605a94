"""Pastes without the marks of a bracketed paste, told from keys by their form.

Some consoles send a paste as if it were typed: its tabs and line ends would act as keys, and so would its letters where
nothing is being written. Over a slow line, keys that were typed one after another arrive together too.
"""

from collections.abc import Iterator

_BREAKS = "\t\r\n"
_SHORTEST, _LONG = 5, 80


def is_paste(text: str) -> bool:
    """Return True if characters that arrived in a single read are a paste.

    They are if there are at least five code points, with a tab or a line end between two that are not blank; or at
    least 80 without. A held key is not: a single character repeated, or tabs and line ends alone. Nor is a word with
    the Enter or Tab behind it, which may well arrive together.
    """
    if len(text) < _SHORTEST:
        return False
    words = [word for word in text.replace("\t", "\n").replace("\r", "\n").split("\n") if word.strip()]
    return len(words) > 1 or (len(text) >= _LONG and len(set("".join(words))) > 1)


def split_at_controls(text: str) -> Iterator[str]:
    """Yield runs of printable characters, tabs and line ends; and each other control character, which is a key."""
    start = 0
    for at, character in enumerate(text):
        if is_control(character):
            if start < at:
                yield text[start:at]
            yield character
            start = at + 1
    if start < len(text):
        yield text[start:]


def is_control(character: str) -> bool:
    """Return True for a control character that is neither a tab nor a line end."""
    return (character < " " and character not in _BREAKS) or character == "\x7f"
