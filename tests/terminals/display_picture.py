"""The pixels of an X display, read with `xwd`."""

import struct
import subprocess
import zlib
from typing import NamedTuple

HEADER = struct.Struct(">25I")
"""Header of an X window dump: with its size, the bits of a pixel, the bytes of a line and the number of colours."""
COLOUR_BYTES = 12


class Picture(NamedTuple):
    """Pixels of a display, row by row: blue, green, red, and bytes without meaning."""

    line_bytes: int
    pixel_bytes: int
    pixels: bytes

    def cut(self, left: int, top: int, width: int, height: int) -> bytes:
        """Return the bytes of a rectangle."""
        starts = (row * self.line_bytes + left * self.pixel_bytes for row in range(top, top + height))
        return b"".join(self.pixels[start : start + width * self.pixel_bytes] for start in starts)

    def png(self, width: int, height: int) -> bytes:
        """Return the upper left part as a PNG file."""
        rows = b""
        for row in range(height):
            line = self.cut(0, row, width, 1)
            colours = [line[place :: self.pixel_bytes] for place in (2, 1, 0)]
            rows += b"\0" + bytes(byte for pixel in zip(*colours, strict=True) for byte in pixel)
        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        parts = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(rows, 9)), _chunk(b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def display_picture(display: str) -> Picture:
    """Return the picture of a display."""
    words = ["xwd", "-root", "-silent", "-display", display]
    dump = subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout
    header = HEADER.unpack_from(dump)
    size, bits, line, colours = header[0], header[11], header[12], header[19]
    return Picture(line, bits // 8, dump[size + colours * COLOUR_BYTES :])
