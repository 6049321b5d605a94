"""A progress bar on standard error, only where it is a terminal."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

_CELLS = 20
"""Cells of the bar."""
_PAUSE_S = 0.1
"""Seconds between two pictures of it."""


def with_progress(items: Iterable[Item], count: int) -> Iterator[Item]:
    """Yield the items, of which there are `count`, and show how many are done. The bar is gone at the end."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb" or not count:
        yield from items
        return
    shown = 0.0
    try:
        for number, item in enumerate(items, 1):
            if time.monotonic() - shown >= _PAUSE_S:
                shown = time.monotonic()
                _show(number, count)
            yield item
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _show(number: int, count: int) -> None:
    full = _CELLS * number // count
    sys.stderr.write(f"\r{'█' * full}{'░' * (_CELLS - full)} {number:,}/{count:,}\x1b[K")
    sys.stderr.flush()
