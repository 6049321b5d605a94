"""Compiled regular expressions, kept by their text from start to start.

The modules of Textual, Rich and Python compile a hundred patterns while they are imported: a tenth of the start. A
pattern is found by its whole text and flags, so that it cannot be stale; CPython checks its code again.
"""

import re
import sys
from contextlib import suppress
from importlib import import_module

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any

    Key = tuple[str | bytes, int]
    """Text of a pattern and its flags."""
    Code = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]
    """Flags with those in the text, operations, number of groups, groups by name, and names of groups by number."""
    Patterns = dict[Key, Code]
    """What CPython's compiler made of each pattern."""

_MOST = 1000
"""Patterns that are kept at most."""
_IMPORT = "<frozen importlib._bootstrap>"
"""File name of the code that imports modules."""


class KeptPatterns:
    """The patterns of earlier starts, and those that imported modules have compiled since."""

    def __init__(self, codes: "Patterns") -> None:
        """Keep these."""
        self._codes = codes
        self._new: list[Key] = []
        self._compiler: Any = import_module("re._compiler")
        self._compile: Any = self._compiler.compile
        self._build: Any = import_module("_sre").compile

    def install(self) -> None:
        """Give the kept patterns to every module that compiles any."""
        self._compiler.compile = self._kept

    def _kept(self, pattern: "Any", flags: int = 0) -> "re.Pattern[Any]":
        code = self._codes.get((pattern, int(flags))) if isinstance(pattern, str | bytes) else None
        if code is not None:
            with suppress(RuntimeError, ValueError, TypeError):  # code that CPython does not take
                return self._build(pattern, *code)  # type: ignore[no-any-return]
        compiled = self._compile(pattern, flags)
        if isinstance(pattern, str | bytes) and _is_importing():
            self._new.append((pattern, int(flags)))
        return compiled  # type: ignore[no-any-return]

    def has_new(self) -> bool:
        """Return whether imported modules have compiled patterns that were not kept."""
        return bool(self._new)

    def all(self) -> "Patterns":
        """Return all of them, the new ones last."""
        return dict(list((self._codes | {key: self._code(*key) for key in self._new}).items())[-_MOST:])

    def _code(self, pattern: str | bytes, flags: int) -> "Code":
        """Return what CPython's compiler makes of a pattern, as `re._compiler.compile` passes it on."""
        parsed = import_module("re._parser").parse(pattern, flags)
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        code = [int(each) for each in self._compiler._code(parsed, flags)]
        return int(flags | state.flags), code, state.groups - 1, dict(state.groupdict), tuple(names)


def _is_importing() -> bool:
    """Return whether a module is being imported: patterns of texts that users type are not kept."""
    frame = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_filename == _IMPORT:
            return True
        frame = frame.f_back  # type: ignore[assignment]
    return False
