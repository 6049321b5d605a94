"""Decoding of terminal input: invalid bytes and pastes."""

import pytest
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

from itatui.tui.terminal import input_decoder
from itatui.tui.terminal.input_decoder import InputDecoder

PASTE, PASTE_END = "\x1b[200~", "\x1b[201~"
BYTES = f"\x1b[A{PASTE}ก\x1b[3~ข\x1b[20{PASTE_END}ง\x1b[B{PASTE}\x1b{PASTE_END}\x1b".encode() + b"\xff\xe0\xb8"
TEXT = f"\x1b[A{PASTE}ก\x1a[3~ข\x1a[20{PASTE_END}ง\x1b[B{PASTE}\x1a{PASTE_END}\x1b\ufffd\ufffd"


@pytest.mark.parametrize("cut", range(len(BYTES)))
def test_input_may_be_cut_anywhere(cut: int) -> None:
    decoder = InputDecoder()
    assert decoder.decode(BYTES[:cut]) + decoder.decode(BYTES[cut:]) + decoder.decode(b"", final=True) == TEXT


def test_input_may_come_byte_by_byte() -> None:
    decoder = InputDecoder()
    text = "".join(decoder.decode(bytes([byte])) for byte in BYTES)
    assert text + decoder.decode(b"", final=True) == TEXT


def test_escape_key_is_not_delayed() -> None:
    assert InputDecoder().decode(b"\x1b") == "\x1b"


def test_textual_uses_the_decoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(linux_driver), "getincrementaldecoder", None)
    input_decoder.install()
    assert "getincrementaldecoder" in LinuxDriver.run_input_thread.__code__.co_names
    assert isinstance(vars(linux_driver)["getincrementaldecoder"]("utf-8")(), InputDecoder)
    monkeypatch.delitem(vars(linux_driver), "getincrementaldecoder")
    with pytest.raises(RuntimeError):
        input_decoder.install()


FUNCTION_KEYS = {
    **{f"\x1b[{number}~": f"f{at}" for at, number in enumerate((11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24), 1)},
    **{f"\x1bO{letter}": f"f{at}" for at, letter in enumerate("PQRS", 1)},
    **{f"\x1b[[{letter}": f"f{at}" for at, letter in enumerate("ABCDE", 1)},
}
"""Sequences of PuTTY and rxvt, of xterm, and of the Linux console."""
OTHER_KEYS = {
    **dict.fromkeys(["\x1b[1~", "\x1b[7~", "\x1b[H", "\x1bOH"], "home"),
    **dict.fromkeys(["\x1b[4~", "\x1b[8~", "\x1b[F", "\x1bOF"], "end"),
    **dict.fromkeys(["\x1b[A", "\x1bOA"], "up"),
    **dict.fromkeys(["\x7f", "\x08"], "backspace"),
    **dict.fromkeys(["\r", "\x1bOM"], "enter"),
    "\x1b[3~": "delete",
    "\x1b[2~": "insert",
    "\x1b[5~": "pageup",
    "\x1b[6~": "pagedown",
    "\x1b[Z": "shift+tab",
    "\x1b[1;3A": "alt+up",
    "\x1b[1;3B": "alt+down",
    "\x1bx": "alt+x",
    "\x1bก": "alt+ก",
    "\x1b": "escape",
    "\x13": "ctrl+s",
    "\x11": "ctrl+q",
    "\x1a": "ctrl+z",
    "\x19": "ctrl+y",
    "\x0e": "ctrl+n",
    "\x0f": "ctrl+o",
}


@pytest.mark.parametrize(("sent", "key"), [*FUNCTION_KEYS.items(), *OTHER_KEYS.items()], ids=ascii)
def test_key_sequences_of_terminals(sent: str, key: str) -> None:
    parser = XTermParser()
    events = [*parser.feed(InputDecoder().decode(sent.encode())), *parser.feed("")]
    assert [event.key for event in events if isinstance(event, Key)] == [key]


def test_escape_then_arrow_is_not_alt_arrow() -> None:
    """Alt+Up moves a measure; Esc and Up typed quickly must not."""
    parser = XTermParser()
    events = [*parser.feed(InputDecoder().decode(b"\x1b\x1b[A")), *parser.feed("")]
    assert [event.key for event in events if isinstance(event, Key)] == ["escape", "up"]
