"""What arrives from the terminal, before Textual reads it: every byte becomes a text, and a paste stays one.

Textual ends the program at the first byte that is no UTF-8 (a terminal set to another Thai encoding sends one with
each letter), and takes an ESC inside a paste for keys that were pressed. The function replaced here is private to
Textual; its major version is pinned, and a test fails as soon as it is gone or no longer asked.
"""

from codecs import getincrementaldecoder

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_DROPPED = "\x1a"
"""What stands for an ESC in a paste: a control character, which is left out of every text, and counted."""


class InputDecoder:
    """Makes the terminal's bytes into text, wherever they are cut."""

    def __init__(self) -> None:
        self._utf8 = getincrementaldecoder("utf-8")("replace")
        self._pasting = False
        self._tail = ""
        """The last characters before a paste: it may begin in them."""
        self._held = ""
        """The last characters of a paste so far: it may end in them."""

    def decode(self, data: bytes, final: bool = False) -> str:
        """The text in these bytes, which may be none yet."""
        text, self._held = self._held + self._utf8.decode(data, final), ""
        done = ""
        while text:
            part, text = self._pasted(text) if self._pasting else self._typed(text)
            done += part
        return done

    def _typed(self, text: str) -> tuple[str, str]:
        """What comes before a paste and its beginning, as it is; and the rest."""
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
        """What is pasted and its end, without the escapes in it; and the rest."""
        inside, end, rest = text.partition(_END)
        self._pasting = not end
        if not end:
            held = next(size for size in range(len(_END) - 1, -1, -1) if inside.endswith(_END[:size]))
            inside, self._held = inside[: len(inside) - held], inside[len(inside) - held :]
        return inside.replace("\x1b", _DROPPED) + end, rest


def install() -> None:
    """Has Textual read so from now on. `RuntimeError` when this Textual is not made as it was."""
    from textual.drivers import linux_driver

    if not hasattr(linux_driver, "getincrementaldecoder"):
        raise RuntimeError("this Textual does not read as it did: itatui can not be safe with it")
    linux_driver.getincrementaldecoder = _decoder


def _decoder(_encoding: str) -> type[InputDecoder]:
    return InputDecoder
