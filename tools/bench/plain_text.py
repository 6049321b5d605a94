"""The words in what a program writes to a terminal, without the sequences that place and colour them."""

import re
from collections.abc import Sequence

_SEQUENCE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor, modes
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC: titles, links
    rb"|\x1b[PX^_][^\x1b]*\x1b\\"  # DCS, SOS, PM, APC
    rb"|\x1b[ -/]*[0-~]"
    rb"|[\x00-\x1f\x7f]"
)


def plain(data: bytes) -> str:
    """The text alone, in the order in which it was written."""
    return _SEQUENCE.sub(b"", data).decode(errors="ignore")


def first_with_texts(pieces: Sequence[bytes], marks: Sequence[str]) -> int | None:
    """The first of the pieces with which all the marks have been written; None when some are missing.

    Everything so far is read again with each piece: sequences, letters and marks may be cut anywhere.
    """
    for place in range(len(pieces)):
        text = plain(b"".join(pieces[: place + 1]))
        if all(mark in text for mark in marks):
            return place
    return None
