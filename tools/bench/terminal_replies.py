"""What the terminal answers when a program asks it something: little, and at once, as an old xterm does.

The program that gets no answer waits for none (Textual) or until it gives up: neither is what people see.
"""

import re

_ASKED = re.compile(
    rb"\x1b\[(?P<attributes>0?c)"
    rb"|\x1b\[\?(?P<mode>\d+)\$p"
    rb"|(?P<place>\x1b\[6n)"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9?;$]*)?\Z")

COLUMN_AFTER_PROBE = 3
"""A program that writes one cluster at the left edge and asks where the cursor is finds that it took two cells."""


def answers(data: bytes) -> tuple[bytes, bytes]:
    """The answers to what is asked in these bytes; and the start of a question that goes on in the next ones."""
    replies = []
    for asked in _ASKED.finditer(data):
        if asked["attributes"]:
            replies.append(b"\x1b[?64;1;2;6;22c")
        elif asked["mode"]:
            replies.append(b"\x1b[?" + asked["mode"] + b";0$y")  # a mode that this terminal does not know
        else:
            replies.append(b"\x1b[1;%dR" % COLUMN_AFTER_PROBE)
    rest = _UNFINISHED.search(data[-16:])
    return b"".join(replies), rest.group() if rest else b""
