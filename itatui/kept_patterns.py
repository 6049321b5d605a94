"""Compiled regular expressions, kept by their text from one start to the next.

The modules of Textual, Rich and Python compile a hundred patterns while they are imported: a tenth of the start. What
CPython's compiler made of each is kept in a file in the user's cache folder, for this version of Python alone. A
pattern is found by its whole text and flags, so that a kept one cannot be stale; CPython checks its code again. Without
a readable file everything is compiled as ever.
"""

import marshal
import os
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

NAME = "patterns"
"""Name of the file in itatui's cache folder."""
_VERSION = sys.version.encode()
"""Begins the file, behind the checksum of everything that follows."""
_CHECKSUM = 8
"""Bytes of the checksum."""
_MOST = 1000
"""Patterns of the largest file."""
_IMPORT = "<frozen importlib._bootstrap>"
"""File name of the code that imports modules."""


class KeptPatterns:
    """The patterns in a file, and those that imported modules have compiled since."""

    def __init__(self, path: str) -> None:
        """Read the file. One that is damaged, of another Python or of another user counts as empty."""
        self._path = path
        self._codes = _read(path)
        self._new: list[Key] = []
        self._compiler: Any = import_module("re._compiler")
        self._compile: Any = self._compiler.compile
        self._build: Any = import_module("_sre").compile

    def install(self) -> None:
        """Give the kept patterns to every module that compiles one."""
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

    def save(self) -> None:
        """Write the file anew if imported modules have compiled patterns that are not in it. Failing is no fault."""
        if not self._new or not self._path:
            return
        codes = dict(list((self._codes | {key: self._code(*key) for key in self._new}).items())[-_MOST:])
        data = _VERSION + marshal.dumps(codes)
        temporary = f"{self._path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(self._path), 0o700, exist_ok=True)  # noqa: PTH103, PTH120
            with open(temporary, "wb", opener=_private) as file:
                file.write(_checksum(data) + data)
            os.replace(temporary, self._path)  # noqa: PTH105
        except OSError:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108

    def _code(self, pattern: str | bytes, flags: int) -> Code:
        """Return what CPython's compiler makes of a pattern, as `re._compiler.compile` passes it on."""
        parsed = import_module("re._parser").parse(pattern, flags)
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        code = [int(each) for each in self._compiler._code(parsed, flags)]
        return int(flags | state.flags), code, state.groups - 1, dict(state.groupdict), tuple(names)


def location() -> str:
    """Return the path of the file; empty if the user has no home."""
    for folder in (os.environ.get("XDG_CACHE_HOME", ""), os.path.join(os.environ.get("HOME", ""), ".cache")):  # noqa: PTH118
        if folder.startswith("/"):
            return os.path.join(folder, "itatui", NAME)  # noqa: PTH118
    return ""


def _read(path: str) -> dict[Key, Code]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            status = os.fstat(file.fileno())
            data = file.read()
    except OSError:
        return {}
    is_own = status.st_uid == os.geteuid() and not status.st_mode & 0o022
    checksum, rest = data[:_CHECKSUM], data[_CHECKSUM:]
    if not is_own or not rest.startswith(_VERSION) or checksum != _checksum(rest):
        return {}
    codes: dict[Key, Code] = marshal.loads(memoryview(rest)[len(_VERSION) :])
    return codes


def _checksum(data: bytes) -> bytes:
    """Return the checksum that CPython has for its own compiled files: it is there before any module is imported."""
    checksum: bytes = import_module("_imp").source_hash(0, data)
    return checksum


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_CLOEXEC, 0o600)


def _is_importing() -> bool:
    """Return whether a module is being imported: patterns of texts that users type are not kept."""
    frame = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_filename == _IMPORT:
            return True
        frame = frame.f_back  # type: ignore[assignment]
    return False
