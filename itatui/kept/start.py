"""Compiled patterns and modules that a start of the screen leaves to the next, in a file of the user's cache folder.

Without them the start takes a fifth longer. The file is of one version of Python, and of the user alone; nothing in it
comes from a register or was typed. Without a readable file everything is compiled and imported as ever.
"""

import marshal
import os
import sys
from contextlib import suppress

from itatui.kept.modules import KeptModules, checksum
from itatui.kept.patterns import KeptPatterns

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from itatui.kept.modules import Folders, Place
    from itatui.kept.patterns import Patterns

NAME = "start"
"""Name of the file in itatui's cache folder."""
_VERSION = f"{sys.version} {sys.flags.optimize} ".encode()
"""Begins the head of the file."""
_NUMBER = 8
"""Bytes of the checksum of the head and of its length, with which the file begins."""


class KeptStart:
    """The patterns and modules in a file."""

    def __init__(self, path: str) -> None:
        """Read the head of the file. One that is damaged, of another Python or of another user counts as empty."""
        self._path = path
        self._file, head = _open(path)
        self._head = checksum(head)
        self._is_damaged = False
        self._codes = 2 * _NUMBER + len(head)  # the first byte behind the head
        kept: tuple[Patterns, Folders] = marshal.loads(memoryview(head)[len(_VERSION) :]) if head else ({}, {})
        self._patterns = KeptPatterns(kept[0])
        self._modules = KeptModules(kept[1], self._read)

    def install(self) -> None:
        """Give the kept patterns and modules to every module that is imported from now on."""
        self._patterns.install()
        self._modules.install()

    def save(self) -> None:
        """Write the file anew if it is damaged or other patterns or modules were needed. Failing is no fault."""
        if not self._path or not (self._is_damaged or self._patterns.has_new() or self._modules.has_new()):
            return
        folders, codes = self._modules.all()
        head = _VERSION + marshal.dumps((self._patterns.all(), folders))
        if checksum(head) == self._head:
            return
        temporary = f"{self._path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(self._path), 0o700, exist_ok=True)  # noqa: PTH103, PTH120
            with open(temporary, "wb", opener=_private) as file:
                file.write(checksum(head) + len(head).to_bytes(_NUMBER, "little") + head + codes)
            os.replace(temporary, self._path)  # noqa: PTH105
        except OSError:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108

    def _read(self, place: "Place") -> bytes | None:
        """Return the code at a place behind the head; None if it is damaged."""
        first, length, expected = place
        with suppress(OSError):
            code = os.pread(self._file, length, self._codes + first)
            if checksum(code) == expected:
                return code
        self._is_damaged = True
        return None


def location() -> str:
    """Return the path of the file; empty if the user has no home."""
    for folder in (os.environ.get("XDG_CACHE_HOME", ""), os.path.join(os.environ.get("HOME", ""), ".cache")):  # noqa: PTH118
        if folder.startswith("/"):
            return os.path.join(folder, "itatui", NAME)  # noqa: PTH118
    return ""


def _open(path: str) -> tuple[int, bytes]:
    """Open the file and return its descriptor and its head, which is empty if the file cannot be used."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return -1, b""
    try:
        status = os.fstat(file)
        start = os.pread(file, 2 * _NUMBER, 0)
        length = int.from_bytes(start[_NUMBER:], "little")
        head = os.pread(file, min(length, status.st_size), 2 * _NUMBER)
    except OSError:
        return file, b""
    is_own = status.st_uid == os.geteuid() and not status.st_mode & 0o022
    is_whole = head.startswith(_VERSION) and checksum(head) == start[:_NUMBER]
    return file, head if is_own and is_whole else b""


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_CLOEXEC, 0o600)
