"""A thread for reads that may never end, as of a folder on a network: the end of the program does not wait for it."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def read_aside(read: Callable[[], T]) -> T:
    """Return what `read` returns, from a thread. It must raise nothing but `OSError`, which is raised here."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def give(value: T | None, error: OSError | None) -> None:
        if answer.cancelled():
            return
        if error is None:
            answer.set_result(value)  # type: ignore[arg-type]
        else:
            answer.set_exception(error)

    def run() -> None:
        try:
            value, failure = read(), None
        except OSError as error:
            value, failure = None, error
        if not loop.is_closed():
            loop.call_soon_threadsafe(give, value, failure)

    threading.Thread(target=run, daemon=True).start()
    return await answer
