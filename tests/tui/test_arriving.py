"""What arrives from the terminal: no byte ends the program, and no paste presses a key."""

import pytest
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from itatui.tui import arriving
from itatui.tui.arriving import Decoder

PASTE, PASTED = "\x1b[200~", "\x1b[201~"
BYTES = f"\x1b[A{PASTE}ก\x1b[3~ข\x1b[20{PASTED}ง\x1b[B{PASTE}\x1b{PASTED}\x1b".encode() + b"\xff\xe0\xb8"
TEXT = f"\x1b[A{PASTE}ก\x1a[3~ข\x1a[20{PASTED}ง\x1b[B{PASTE}\x1a{PASTED}\x1b\ufffd\ufffd"


@pytest.mark.parametrize("cut", range(len(BYTES)))
def test_wherever_the_bytes_are_cut(cut: int) -> None:
    decoder = Decoder()
    assert decoder.decode(BYTES[:cut]) + decoder.decode(BYTES[cut:]) + decoder.decode(b"", final=True) == TEXT


def test_byte_by_byte() -> None:
    decoder = Decoder()
    got = "".join(decoder.decode(bytes([byte])) for byte in BYTES)
    assert got + decoder.decode(b"", final=True) == TEXT


def test_the_escape_key_is_not_held_back() -> None:
    assert Decoder().decode(b"\x1b") == "\x1b"


def test_textual_asks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(linux_driver), "getincrementaldecoder", None)
    arriving.install()
    assert "getincrementaldecoder" in LinuxDriver.run_input_thread.__code__.co_names
    assert isinstance(vars(linux_driver)["getincrementaldecoder"]("utf-8")(), Decoder)
    monkeypatch.delitem(vars(linux_driver), "getincrementaldecoder")
    with pytest.raises(RuntimeError):
        arriving.install()
