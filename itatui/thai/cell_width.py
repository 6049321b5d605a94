"""Width of text in terminal cells, and text truncated or padded to a width."""

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate

from itatui.thai.code_page import encoded
from itatui.thai.grapheme_clusters import JOINING, clusters

_MARKS = bytes([0xD1, *range(0xD4, 0xDB), *range(0xE7, 0xEF)])
_WIDTHS = bytes(0 if byte in _MARKS else 1 for byte in range(256))


@cache
def _unusual() -> re.Pattern[str]:
    return re.compile("[^ -~\u0e00-\u0e7f\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2500-\u25fc]")


def is_plain(text: str) -> bool:
    """Return True if every character is ASCII, Thai, or a sign of single width, so that no width table is needed."""
    if text.isprintable():
        try:
            encoded(text)
        except UnicodeEncodeError:
            pass
        else:
            return True
    return not _unusual().search(text)


def plain_widths(text: str) -> bytes:
    """Return the cells of each code point of a plain text, as bytes."""
    return encoded(text, "replace").translate(_WIDTHS)


def cells(text: str) -> int:
    """Return the terminal cells of `text`: Thai marks 0, other Thai and printable ASCII 1, the rest by Rich's tables.

    ำ (U+0E33) takes 1, as in xterm, VTE, tmux and screen.
    """
    if text.isprintable():
        if text.isascii():
            return len(text)
        try:
            # The code page has a byte per code point, and deleting bytes is the fastest way to count.
            return len(encoded(text).translate(None, _MARKS))
        except UnicodeEncodeError:
            pass
    if not _unusual().search(text):
        return len(encoded(text, "replace").translate(None, _MARKS))
    from rich.cells import cell_len

    return cell_len(text)


def truncate(text: str, width: int) -> str:
    """Shorten `text` to at most `width` cells between clusters, with "…" at the end if shortened."""
    if cells(text) <= width:
        return text
    if width < 1:
        return ""
    # Examine only the beginning of a long text, if that is enough to fill the width (marks take no cells).
    head = text[: 4 * width + 16]
    if cells(head) < width:
        head = text
    if is_plain(head):
        return head[: _cut(head, width - 1)] + "…"
    kept: list[str] = []
    room = width - 1
    for cluster in clusters(head):
        room -= cells(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept) + "…"


def _cut(text: str, room: int) -> int:
    """Return the end of the last cluster that fits in `room` cells, for a wider plain text."""
    cut = bisect_right(list(accumulate(plain_widths(text), initial=0)), room) - 1
    while cut and text[cut] in JOINING:
        cut -= 1
    return cut


def pad(text: str, width: int) -> str:
    """Truncate `text` to `width` cells, or fill it with spaces on the right.

    A joiner at the end is dropped: it would join the first space.
    """
    taken = cells(text)
    if taken <= width and text[-1:] != "\u200d":
        return text + " " * (width - taken)
    fitted = truncate(text, width).rstrip("\u200d")
    return fitted + " " * (width - cells(fitted))
