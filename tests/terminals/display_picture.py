"""The pixels of an X display, read with `xwd`."""

import struct
import subprocess
from typing import NamedTuple

HEADER = struct.Struct(">25I")
"""Header of an X window dump: with its size, the bits of a pixel, the bytes of a line and the number of colours."""
COLOUR_BYTES = 12


class Picture(NamedTuple):
    """Pixels of a display, row by row."""

    line_bytes: int
    pixel_bytes: int
    pixels: bytes

    def cut(self, left: int, top: int, width: int, height: int) -> bytes:
        """Return the bytes of a rectangle."""
        starts = (row * self.line_bytes + left * self.pixel_bytes for row in range(top, top + height))
        return b"".join(self.pixels[start : start + width * self.pixel_bytes] for start in starts)


def display_picture(display: str) -> Picture:
    """Return the picture of a display."""
    words = ["xwd", "-root", "-silent", "-display", display]
    dump = subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout
    header = HEADER.unpack_from(dump)
    size, bits, line, colours = header[0], header[11], header[12], header[19]
    return Picture(line, bits // 8, dump[size + colours * COLOUR_BYTES :])
