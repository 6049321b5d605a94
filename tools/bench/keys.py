"""Key names and the bytes xterm sends for them."""

_BYTES = {
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
    """Return the bytes of a named key or a letter."""
    return _BYTES.get(key) or key.encode()
