"""Decoder of the terminal's input: invalid bytes become characters, and a paste stays whole.

Textual ends the program at the first invalid UTF-8 byte (a terminal set to another Thai encoding sends such a byte
with each letter), and reads an ESC within a paste as a key.
"""

from codecs import getincrementaldecoder

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_DROPPED = "\x1a"
"""Replaces an ESC in a paste: a control character, which is left out of every text and counted."""


class InputDecoder:
    """Incremental decoder: the input may be cut anywhere."""

    def __init__(self) -> None:
        self._utf8 = getincrementaldecoder("utf-8")("replace")
        self._pasting = False
        self._tail = ""
        """Last characters before a paste, which may hold the start of its mark."""
        self._held = ""
        """Last characters of a paste so far, which may hold the start of its end mark."""

    def decode(self, data: bytes, final: bool = False) -> str:
        """Return the text in these bytes; it may be empty."""
        text, self._held = self._held + self._utf8.decode(data, final), ""
        done = ""
        while text:
            part, text = self._pasted(text) if self._pasting else self._typed(text)
            done += part
        return done

    def _typed(self, text: str) -> tuple[str, str]:
        """Return the text up to the start of a paste, unchanged, and the rest."""
        whole = self._tail + text
        at = whole.find(_BEGIN)
        if at < 0:
            self._tail = whole[1 - len(_BEGIN) :]
            return text, ""
        self._pasting = True
        cut = at + len(_BEGIN) - len(self._tail)
        self._tail = ""
        return text[:cut], text[cut:]

    def _pasted(self, text: str) -> tuple[str, str]:
        """Return the text up to the end of the paste, without escapes, and the rest."""
        inside, end, rest = text.partition(_END)
        self._pasting = not end
        if not end:
            held = next(size for size in range(len(_END) - 1, -1, -1) if inside.endswith(_END[:size]))
            inside, self._held = inside[: len(inside) - held], inside[len(inside) - held :]
        return inside.replace("\x1b", _DROPPED) + end, rest


def install() -> None:
    """Make Textual read with this decoder. Raise `RuntimeError` if its own has moved."""
    from textual.drivers import linux_driver

    if not hasattr(linux_driver, "getincrementaldecoder"):
        raise RuntimeError("this Textual does not read as it did: itatui can not be safe with it")
    linux_driver.getincrementaldecoder = _decoder


def _decoder(_encoding: str) -> type[InputDecoder]:
    return InputDecoder
