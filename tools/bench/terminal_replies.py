"""Replies of the simulated terminal to queries: few and immediate, like those of an old xterm.

Without replies a program skips the wait (Textual) or runs into its time limit; users see neither.
"""

import re

_QUERY = re.compile(
    rb"\x1b\[(?P<attributes>0?c)"
    rb"|\x1b\[\?(?P<mode>\d+)\$p"
    rb"|(?P<cursor>\x1b\[6n)"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9?;$]*)?\Z")

COLUMN_AFTER_PROBE = 3
"""Cursor column (from 1) reported after a program wrote a cluster at the left edge: the cluster took two cells."""


def terminal_replies(data: bytes) -> tuple[bytes, bytes]:
    """Return the replies to the queries in `data`, and the unfinished query at its end."""
    replies = []
    for query in _QUERY.finditer(data):
        if query["attributes"]:
            replies.append(b"\x1b[?64;1;2;6;22c")
        elif query["mode"]:
            replies.append(b"\x1b[?" + query["mode"] + b";0$y")  # mode not recognised
        else:
            replies.append(b"\x1b[1;%dR" % COLUMN_AFTER_PROBE)
    rest = _UNFINISHED.search(data[-16:])
    return b"".join(replies), rest.group() if rest else b""
