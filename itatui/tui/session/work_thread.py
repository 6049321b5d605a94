"""A thread for long work beside the keys: layouts, searches, repairs."""

import asyncio
import gc
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class _Works:
    """The works that are going on."""

    count = 0
    was_collecting = False


async def work_beside(work: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
    """Return what `work` returns, from a thread, without garbage collection meanwhile.

    A layout makes so many objects that walks over all of them would hold up the keys for 50 ms, again and again.
    """
    if not _Works.count:
        _Works.was_collecting = gc.isenabled()
        gc.disable()
    _Works.count += 1
    try:
        return await asyncio.to_thread(work, *args, **options)
    finally:
        _Works.count -= 1
        if not _Works.count and _Works.was_collecting:
            gc.enable()
