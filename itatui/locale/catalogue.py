"""A compiled catalogue (.mo) in which messages are looked up as they are needed.

Python's own class decodes all 1,600 messages of the file first: 6 ms of every command, which shows twenty of them. The
format is in the manual of GNU gettext, "The Format of GNU MO Files": pairs of length and offset, sorted by message.
"""

import sys
from array import array

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import IO

_MAGIC = 0x950412DE
_LITTLE = _MAGIC.to_bytes(4, "little")
_END = b"\0"
"""Stands between the singular and the plural of a message."""


class Messages:
    """The messages as they are in the code."""

    def gettext(self, message: str) -> str:
        """Return a message."""
        return message

    def ngettext(self, one: str, several: str, count: int) -> str:
        """Return a message about a number of things."""
        return one if count == 1 else several


class Catalogue(Messages):
    """The messages of a language with one form for every number, as Thai has."""

    def __init__(self, file: "IO[bytes]") -> None:
        """Read the file. Raise `OSError` if it is not a catalogue, as Python's own class does."""
        self._data = file.read()
        self._found: dict[str, str] = {}
        if not self._data.startswith(_LITTLE):
            raise OSError(0, "Bad magic number", getattr(file, "name", ""))
        _revision, self._count, messages, texts = self._numbers(4, 4)
        self._messages = self._numbers(messages, 2 * self._count)
        self._texts = self._numbers(texts, 2 * self._count)

    def gettext(self, message: str) -> str:
        """Return a message in this language; the message itself if it is not in the catalogue."""
        if (found := self._found.get(message)) is None:
            found = self._found[message] = self._text_of(message.encode()) or message
        return found

    def ngettext(self, one: str, several: str, count: int) -> str:
        """Return a message about a number of things."""
        return self._text_of(f"{one}\0{several}".encode()) or super().ngettext(one, several, count)

    def _text_of(self, message: bytes) -> str:
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._at(self._messages, middle) < message:
                low = middle + 1
            else:
                high = middle
        is_found = low < self._count and self._at(self._messages, low) == message
        return self._at(self._texts, low).partition(_END)[0].decode() if is_found else ""

    def _at(self, table: "array[int]", index: int) -> bytes:
        length, start = table[2 * index], table[2 * index + 1]
        return self._data[start : start + length]

    def _numbers(self, start: int, count: int) -> "array[int]":
        """Return numbers of four bytes from an offset on."""
        numbers = array("I", self._data[start : start + 4 * count])
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers
