"""Stand-ins for modules that others import for what itatui does not use, or uses later.

A module that was imported while a stand-in stood for another keeps the stand-in; everyone else gets the real one.
"""

import sys
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


@contextmanager
def standing_in(modules: "Mapping[str, ModuleType | None]") -> "Iterator[None]":
    """Let these modules be imported in place of those of their names, but for those that were imported before.

    None makes an import fail.
    """
    absent = {name: module for name, module in modules.items() if name not in sys.modules}
    sys.modules.update(absent)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


def module_with(name: str, attribute: "Callable[[str], object]") -> ModuleType:
    """Return a module whose attributes are what `attribute` returns for their names."""
    module = ModuleType(name)
    module.__dict__["__getattr__"] = attribute
    return module


def imported_later(name: str) -> ModuleType:
    """Return a module of functions, each of which imports the real one when it is called."""
    return module_with(name, partial(_later, name))


def _later(module: str, name: str) -> "Callable[..., object]":
    def call(*args: object, **options: object) -> object:
        function: Callable[..., object] = getattr(import_module(module), name)
        return function(*args, **options)

    return call
