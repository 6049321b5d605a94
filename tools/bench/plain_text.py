"""Text in terminal output, without control sequences."""

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
    """Return the text in the order in which it was written."""
    return _SEQUENCE.sub(b"", data).decode(errors="ignore")


def first_with_texts(pieces: Sequence[bytes], texts: Sequence[str]) -> int | None:
    """Return the index of the first piece by which all texts have been written, or None.

    Decodes everything so far with each piece, because sequences, letters and texts may be cut anywhere.
    """
    for index in range(len(pieces)):
        text = plain(b"".join(pieces[: index + 1]))
        if all(each in text for each in texts):
            return index
    return None
