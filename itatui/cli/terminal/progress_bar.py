"""A progress bar on standard error, only where it is a terminal."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from math import inf
from typing import TypeVar

from itatui.thai import quote

Item = TypeVar("Item")

_CELLS = 20
"""Cells of the bar."""
_NAME_CELLS = 30
"""Most cells of the name before it."""
_PAUSE_S = 0.1
"""Seconds between two pictures of it."""


class ProgressBar:
    """A bar that shows how much of a work is done, and is gone at its end."""

    def __init__(self, name: str = "", patience_s: float = 0.0) -> None:
        """`name` stands before the bar; work that takes less than `patience_s` seconds shows none."""
        self._name = f"{quote(name, _NAME_CELLS)} " if name else ""
        self._patience_s = patience_s
        self._start = time.monotonic()
        self._shown = -inf
        """Time of the latest picture."""
        self._is_seen = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def show(self, done: int, total: int) -> None:
        """Show how much is done."""
        now = time.monotonic()
        if not (self._is_seen and total) or now - self._start < self._patience_s or now - self._shown < _PAUSE_S:
            return
        self._shown = now
        full = _CELLS * done // total
        sys.stderr.write(f"\r{self._name}{'█' * full}{'░' * (_CELLS - full)} {done:,}/{total:,}\x1b[K")
        sys.stderr.flush()

    def end(self) -> None:
        """Remove the bar."""
        if self._shown > -inf:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def with_progress(items: Iterable[Item], count: int) -> Iterator[Item]:
    """Yield the items, of which there are `count`, and show how many are done; 0: show nothing."""
    bar = ProgressBar()
    try:
        for number, item in enumerate(items, 1):
            bar.show(number, count)
            yield item
    finally:
        bar.end()
