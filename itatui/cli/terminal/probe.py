"""How many cells ทำ takes, asked of a terminal by where its cursor is before and after. Nothing of it stays to be seen.

Keys that arrive meanwhile are put back, where the kernel lets one (since Linux 6.2 it may not: so nothing is asked
when a key is waiting already, and no more is read than the answer). An answer that comes too late is read at the end.
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

LIMIT = 0.3
"""Seconds for which the answer of a command waits for that of the terminal."""
LATE = 1.0
"""Seconds from the question for which the end of the program waits for it, lest it be taken for typed."""

QUESTION = f"\x1b7\x1b[6n{PROBE}\x1b[6n\x1b8\x1b[K".encode()
"""Keeps the cursor's place, asks for it, asks again behind the probe; goes back and erases."""
_PLACE = re.compile(rb"\x1b\[(\d+);(\d+)R")

Places = list[tuple[int, int]]
"""Rows and columns, from 1."""
Attributes = list[Any]
"""A terminal's, as `termios` has them."""


def ask(source: int, terminal: int) -> int | None:
    """The cells of the probe by the terminal of these descriptors; None: it does not say, or must not be asked."""
    try:
        if os.ttyname(source) != os.ttyname(terminal) or os.tcgetpgrp(source) != os.getpgrp():
            return None  # two terminals, or one that is somebody else's now
        before = termios.tcgetattr(source)
    except (OSError, termios.error):
        return None
    places: Places = []
    rest, asked = b"", 0.0
    _listen_raw(source, before)
    try:
        if not _waits(source, 0):
            os.write(terminal, QUESTION)
            asked = time.monotonic()
            places, rest = _listen(source, b"", asked + LIMIT)
    finally:
        if asked and len(places) < 2:
            atexit.register(_settle, source, before, rest, 2 - len(places), asked + LATE)
        else:
            _give_back(source, before, rest)
    if len(places) < 2 or places[0][0] != places[1][0]:
        return None
    return places[1][1] - places[0][1]


def _settle(source: int, before: Attributes, rest: bytes, missing: int, until: float) -> None:
    """Reads what the terminal still has to answer: it would be shown, or taken for typed."""
    try:
        with suppress(OSError, KeyboardInterrupt):  # the line has dropped, or nobody wants to wait
            _places, rest = _listen(source, rest, until, missing)
    finally:
        _give_back(source, before, rest)


def _listen(source: int, heard: bytes, until: float, wanted: int = 2) -> tuple[Places, bytes]:
    """The places that are told until then, and all else that was read, in order."""
    while len(_PLACE.findall(heard)) < wanted and _waits(source, until - time.monotonic()):
        byte = os.read(source, 1)  # one by one: what comes behind the answer is left for who it is meant for
        if not byte:
            break
        heard += byte
    return [(int(row), int(column)) for row, column in _PLACE.findall(heard)], _PLACE.sub(b"", heard)


def _waits(source: int, seconds: float) -> bool:
    return bool(select.select([source], [], [], max(0.0, seconds))[0])


def _listen_raw(source: int, before: Attributes) -> None:
    """Has the terminal hand on each byte as it comes, and show none."""
    raw = [*before]
    raw[3] = before[3] & ~(termios.ICANON | termios.ECHO)
    termios.tcsetattr(source, termios.TCSANOW, raw)


def _give_back(source: int, before: Attributes, typed: bytes) -> None:
    """Leaves the terminal as it was found, with what was typed."""
    with suppress(termios.error, OSError):  # it is gone, or takes nothing back
        if typed:
            fcntl.ioctl(source, termios.TIOCSTI, typed[:1])  # a trial: where it fails, nothing more is read
            while _waits(source, 0):
                typed += os.read(source, 1)
            typed = typed[:-1]  # what was typed before, and what waited behind it
        termios.tcsetattr(source, termios.TCSANOW, before)
        for byte in typed:
            fcntl.ioctl(source, termios.TIOCSTI, bytes([byte]))
        return
    with suppress(termios.error, OSError):
        termios.tcsetattr(source, termios.TCSANOW, before)
