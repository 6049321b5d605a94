"""Key names and the bytes xterm sends for them."""

_BYTES = {
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "end": b"\x1b[F",
    "home": b"\x1b[H",
    "ctrl+end": b"\x1b[1;5F",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f8": b"\x1b[19~",
    "delete": b"\x1b[3~",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "enter": b"\r",
    "escape": b"\x1b",
    "space": b" ",
}


def key_bytes(key: str) -> bytes:
    """Return the bytes of a named key, of Ctrl with a letter, or of a letter. Raise `KeyError` for another name."""
    if len(key) == 1:
        return key.encode()
    if key.startswith("ctrl+") and len(key) == len("ctrl+n"):
        return bytes([ord(key[-1]) & 0x1F])
    return _BYTES[key]
