"""Filters for text from users and files (`clean`) and for text to a terminal (`safe`).

They refuse characters that control a terminal or disguise text: ECMA-48 C0 and C1 control characters except newline
and tab, bidirectional controls (Unicode UAX 9), lone surrogates, line and paragraph separators, and noncharacters.
"""

import re
from functools import cache

QUOTE_CELLS = 80
"""Cells of a typed or stored text that a message repeats."""

_LINE_ENDS = "\r\n?|[\x0b\x0c\x85\u2028\u2029]"
"""Line ends other than the newline: CR LF, CR, Word's manual break (VT), form feed, NEL, LS and PS."""

_RANGES = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"


@cache
def _refused() -> re.Pattern[str]:
    noncharacters = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    return re.compile(f"[{_RANGES}{noncharacters}]")


def safe(text: str) -> str:
    """Replace refused characters by visible signs, such as ␛ for ESC or ‹U+009B›."""
    if text.isprintable() or not _refused().search(text):
        return text
    return _refused().sub(_picture, text)


def quote(text: str, width: int = QUOTE_CELLS) -> str:
    """Return a text from users or files as messages name it: safe, on one line, and cut to `width` cells."""
    head = text[: 4 * width]  # marks take no cells
    line = safe(head).replace("\n", "␊").replace("\t", "␉")
    if len(head) == len(text) and 2 * len(line) <= width:
        return line
    from itatui.thai.cell_width import truncate  # lazy: most names are short

    return truncate(line if len(head) == len(text) else f"{line}…", width)


def clean(text: str) -> tuple[str, int]:
    """Drop refused characters. Return the text and the number dropped.

    Line ends of every kind become newlines and are not counted.
    """
    if text.isprintable():
        return text, 0
    return _refused().subn("", re.sub(_LINE_ENDS, "\n", text))


def one_line(text: str) -> str:
    """Return a text on a single line: a space for each line end and tab inside it, none at its ends."""
    return re.sub(f"{_LINE_ENDS}|[\n\t]", " ", text.strip("\r\n\x0b\x0c\x85\u2028\u2029"))


def _picture(refused: re.Match[str]) -> str:
    code = ord(refused.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"‹U+{code:04X}›"
