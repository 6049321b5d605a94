"""Whether somebody still waits for a layout: a thread that works for nobody takes half of the time of the screen."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class UnwantedError(Exception):
    """Nobody waits for the layout any longer."""


_is_wanted: ContextVar[Callable[[], bool]] = ContextVar("is_wanted", default=lambda: True)


def while_wanted(is_wanted: Callable[[], bool], work: Callable[P, T], *args: P.args, **options: P.kwargs) -> T | None:
    """Return what a layout returns, or None as soon as it is no longer wanted. `is_wanted` is asked for each text."""
    token = _is_wanted.set(is_wanted)
    try:
        return work(*args, **options)
    except UnwantedError:
        return None
    finally:
        _is_wanted.reset(token)


def check_demand() -> None:
    """Raise `UnwantedError` if the layout that is going on is no longer wanted."""
    if not _is_wanted.get()():
        raise UnwantedError
