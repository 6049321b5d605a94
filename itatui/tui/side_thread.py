"""Threads beside the keys: for long work, and for reads that may never end, as of a folder on a network.

The end of the program waits for none of them, so they write nothing.
"""

import asyncio
import gc
from _thread import start_new_thread
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import copy_context
from functools import partial
from types import TracebackType
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


async def read_aside(read: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
    """Return what `read` returns, from a thread, or raise its error here."""
    answer: _Answer[T] = _Answer()
    work = partial(copy_context().run, read, *args, **options)
    start_new_thread(answer.take, (work,))  # `Thread.start` would hold up the loop until the thread has begun: 5 ms
    return await answer.future


async def work_beside(work: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
    """Do the same for work that makes objects in masses, without garbage collection meanwhile.

    A layout makes so many that walks over all of them would hold up the keys for 50 ms, again and again.
    """
    with _collector_resting():
        return await read_aside(_walked, partial(work, *args, **options))


class _Answer(Generic[T]):
    """What a thread returns or raises, on its way to the event loop that asked."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.future: asyncio.Future[T] = self._loop.create_future()

    def take(self, work: Callable[[], T]) -> None:
        """Do the work, in the thread, and send its answer."""
        with self:
            self._send(self.future.set_result, work())

    def __enter__(self) -> None:
        """Begin to watch for an exception."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> bool:
        """Send an exception of any kind: in the thread, nobody would see it."""
        if error is not None:
            self._send(self.future.set_exception, error)
        return True

    def _send(self, tell: Callable[..., None], value: T | BaseException) -> None:
        with suppress(RuntimeError):  # the loop is closed: the program has ended
            self._loop.call_soon_threadsafe(self._arrive, tell, value)

    def _arrive(self, tell: Callable[..., None], value: T | BaseException) -> None:
        if not self.future.cancelled():
            tell(value)


class _Works:
    """The works that are going on."""

    count = 0
    was_collecting = False


@contextmanager
def _collector_resting() -> Iterator[None]:
    if not _Works.count:
        _Works.was_collecting = gc.isenabled()
        gc.disable()
    _Works.count += 1
    try:
        yield
    finally:
        _Works.count -= 1
        if not _Works.count and _Works.was_collecting:
            gc.enable()


def _walked(work: Callable[[], T]) -> T:
    """Return what `work` returns, and walk over its objects in the thread: 20 ms that the next picture would take.

    Work that is given up returns None; its objects are gone, and the screen is being drawn.
    """
    answer = work()
    if answer is not None:
        gc.collect(0)
    return answer
