"""Measure the cells of ทำ in a terminal, by cursor position reports before and behind it. The probe leaves no trace.

Keys that arrive meanwhile are put back with TIOCSTI. Since Linux 6.2 the kernel may forbid that, so the probe is not
sent if a key is already waiting, and reads no further than the reports. Late reports are consumed at exit.
"""

import atexit
import fcntl
import os
import re
import select
import termios
import time
from contextlib import suppress
from typing import Any

from itatui.thai.sara_am import PROBE

REPORT_TIMEOUT_S = 0.3
"""Seconds that a command waits for the reports."""
LATE_REPORT_TIMEOUT_S = 1.0
"""Seconds from the probe until the exit stops waiting for late reports, which a shell would take for keys."""

QUESTION = f"\x1b7\x1b[6n{PROBE}\x1b[6n\x1b8\x1b[K".encode()
"""Save the cursor, request its position before and behind the probe text, restore the cursor, erase the line."""
_REPORT = re.compile(rb"\x1b\[(\d+);(\d+)R")

Positions = list[tuple[int, int]]
"""Rows and columns, from 1."""
Attributes = list[Any]
"""Terminal attributes as `termios.tcgetattr` returns them."""


def probe_width(source: int, terminal: int) -> int | None:
    """Return the cells of the probe text, or None if the terminal must not be asked or does not answer.

    `source` and `terminal` are the descriptors of standard input and output.
    """
    try:
        if os.ttyname(source) != os.ttyname(terminal) or os.tcgetpgrp(source) != os.getpgrp():
            return None  # two terminals, or another program is in the foreground
        before = termios.tcgetattr(source)
    except (OSError, termios.error):
        return None
    positions: Positions = []
    rest, sent_at = b"", 0.0
    _set_unbuffered(source, before)
    try:
        if not _is_readable(source, 0):
            os.write(terminal, QUESTION)
            sent_at = time.monotonic()
            positions, rest = _read_reports(source, b"", sent_at + REPORT_TIMEOUT_S)
    finally:
        if sent_at and len(positions) < 2:
            missing = 2 - len(positions)
            atexit.register(_consume_late_reports, source, before, rest, missing, sent_at + LATE_REPORT_TIMEOUT_S)
        else:
            _restore(source, before, rest)
    if len(positions) < 2 or positions[0][0] != positions[1][0]:
        return None
    return positions[1][1] - positions[0][1]


def _consume_late_reports(source: int, before: Attributes, rest: bytes, missing: int, until: float) -> None:
    """Read the missing reports, which the shell would otherwise show or take for keys."""
    try:
        with suppress(OSError, KeyboardInterrupt):  # the line has dropped, or the user interrupts the wait
            _positions, rest = _read_reports(source, rest, until, missing)
    finally:
        _restore(source, before, rest)


def _read_reports(source: int, received: bytes, until: float, wanted: int = 2) -> tuple[Positions, bytes]:
    """Return the positions reported until `until`, and all other bytes in order."""
    while len(_REPORT.findall(received)) < wanted and _is_readable(source, until - time.monotonic()):
        byte = os.read(source, 1)  # byte by byte: keys behind the last report stay in the queue for the shell
        if not byte:
            break
        received += byte
    return [(int(row), int(column)) for row, column in _REPORT.findall(received)], _REPORT.sub(b"", received)


def _is_readable(source: int, seconds: float) -> bool:
    return bool(select.select([source], [], [], max(0.0, seconds))[0])


def _set_unbuffered(source: int, before: Attributes) -> None:
    """Deliver each byte at once, without echo."""
    attributes = [*before]
    attributes[3] = before[3] & ~(termios.ICANON | termios.ECHO)
    termios.tcsetattr(source, termios.TCSANOW, attributes)


def _restore(source: int, before: Attributes, typed: bytes) -> None:
    """Restore the terminal's attributes and put the typed bytes back."""
    with suppress(termios.error, OSError):  # the terminal is gone, or the kernel forbids TIOCSTI
        if typed:
            fcntl.ioctl(source, termios.TIOCSTI, typed[:1])  # a trial: if it fails, nothing more is read
            while _is_readable(source, 0):
                typed += os.read(source, 1)
            typed = typed[:-1]  # drop the trial byte: the order is then earlier keys, later keys
        termios.tcsetattr(source, termios.TCSANOW, before)
        for byte in typed:
            fcntl.ioctl(source, termios.TIOCSTI, bytes([byte]))
        return
    with suppress(termios.error, OSError):
        termios.tcsetattr(source, termios.TCSANOW, before)
