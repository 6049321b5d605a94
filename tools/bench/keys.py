"""Keys, as xterm sends them."""

_SENT = {
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "end": b"\x1b[F",
    "home": b"\x1b[H",
    "ctrl+end": b"\x1b[1;5F",
    "f2": b"\x1bOQ",
    "tab": b"\t",
    "enter": b"\r",
    "escape": b"\x1b",
    "space": b" ",
}


def key_bytes(key: str) -> bytes:
    """The bytes of a key: one of these names, or a letter."""
    return _SENT.get(key) or key.encode()
