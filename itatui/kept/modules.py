"""Byte code of imported modules, kept from start to start in a single file instead of a thousand.

To import a module, Python lists its folder, looks at its source and reads its byte code. Here it is found by its folder
and name, and taken only if its source and its folder have the size and the times of change that they had when Python
found it there; one of these times no program can set. Any other module is imported as ever.
"""

import marshal
import os
import sys
from _imp import source_hash
from contextlib import suppress
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES, SOURCE_SUFFIXES, ExtensionFileLoader, FileFinder, SourceFileLoader

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType
    from typing import Any

    State = tuple[int, int, int]
    """Times of the last change of a file or folder (st_mtime and st_ctime, in nanoseconds), and its size in bytes."""
    Place = tuple[int, int, bytes]
    """Where the code of a module is: its first byte behind the head of the file, its length in bytes, its checksum."""
    Entry = tuple[State, bool, Place]
    """State of the source, whether the module is a package, and place of the code."""
    Folders = dict[str, tuple[State, dict[str, Entry]]]
    """By the path of a folder: its state, and its modules by the last part of their names."""
    Module = tuple[tuple[str, str], tuple[State, bool, bytes]]
    """Folder and name of a module; state of its source, whether it is a package, and its code."""

_MOST = 32_000_000
"""Bytes of code that are kept at most."""


class KeptModules:
    """The modules in a file, and those imported since."""

    def __init__(self, folders: "Folders", read: "Callable[[Place], bytes | None]") -> None:
        """Keep modules of these folders. `read` returns the code at a place, or None if it is damaged."""
        self._folders = folders
        self._read = read
        self._earlier = set(sys.modules)  # no start can take them from here

    def install(self) -> None:
        """Find modules here first when they are imported."""
        for folder in sys.path_importer_cache.keys() & self._folders.keys():
            with suppress(ImportError):
                sys.path_importer_cache[folder] = self._finder(folder)
        sys.path_hooks.insert(0, self._finder)

    def _finder(self, folder: str) -> "_KeptFolder":
        """Return the finder for a folder. Raise ImportError if Python is to ask the next one of `sys.path_hooks`."""
        state, entries = self._folders.get(folder, (None, {}))
        if state is None or state != _state(folder):
            raise ImportError(folder)
        return _KeptFolder(folder, entries, self._read)

    def has_new(self) -> bool:
        """Return whether this process has imported modules that were not kept."""
        return any(self._new())

    def all(self) -> "tuple[Folders, bytes]":
        """Return the modules that are still as they were and those that were imported, and the code of all of them."""
        folders: Folders = {}
        parts: list[bytes] = []
        first = 0
        for (folder, name), (source, is_package, code) in (dict(self._unchanged()) | dict(_found(self._new()))).items():
            state = _state(folder)
            if state is not None and first + len(code) <= _MOST:
                place = first, len(code), checksum(code)
                folders.setdefault(folder, (state, {}))[1][name] = source, is_package, place
                parts.append(code)
                first += len(code)
        return folders, b"".join(parts)

    def _new(self) -> "Iterator[ModuleSpec]":
        """Yield the specs of modules that were imported from their sources."""
        for name in sys.modules.keys() - self._earlier:
            spec: ModuleSpec | None = getattr(sys.modules.get(name), "__spec__", None)
            if spec is not None and type(spec.loader) is SourceFileLoader:
                yield spec

    def _unchanged(self) -> "Iterator[Module]":
        for folder, (state, entries) in self._folders.items():
            if state != _state(folder):
                continue
            for name, (source, is_package, place) in entries.items():
                code = self._read(place) if source == _state(_file(folder, name, is_package)) else None
                if code is not None:
                    yield (folder, name), (source, is_package, code)


class _KeptFolder(FileFinder):
    """Finder for the modules of a folder."""

    def __init__(self, folder: str, entries: "dict[str, Entry]", read: "Callable[[Place], bytes | None]") -> None:
        super().__init__(folder, *_kinds())
        self._entries = entries
        self._read = read

    def find_spec(self, fullname: str, target: "ModuleType | None" = None) -> "ModuleSpec | None":
        name = fullname.rpartition(".")[2]
        entry = self._entries.get(name)
        if entry is not None:
            source, is_package, place = entry
            file = _file(self.path, name, is_package)
            if source == _state(file):
                return _spec(fullname, file, _KeptLoader(fullname, file, place, self._read), is_package)
        return super().find_spec(fullname, target)

    def invalidate_caches(self) -> None:
        """Look into the folder again from now on: the program says that it has changed."""
        super().invalidate_caches()
        self._entries = {}


class _KeptLoader(SourceFileLoader):
    """Loader of a module."""

    def __init__(self, fullname: str, path: str, place: "Place", read: "Callable[[Place], bytes | None]") -> None:
        super().__init__(fullname, path)
        self._place = place
        self._read = read

    def get_code(self, fullname: str) -> "CodeType | None":
        code = self._read(self._place)
        return super().get_code(fullname) if code is None else marshal.loads(code)


def checksum(data: bytes) -> bytes:
    """Return the checksum that CPython has for its own byte code: it is there before any module is imported."""
    return source_hash(0, data)


def _found(specs: "Iterable[ModuleSpec]") -> "Iterator[Module]":
    """Yield these modules as Python would find them now."""
    for spec in specs:
        file, is_package = spec.origin or "", spec.submodule_search_locations is not None
        name = spec.name.rpartition(".")[2]
        folder = os.path.dirname(os.path.dirname(file) if is_package else file)  # noqa: PTH120
        source = _state(file)
        found = FileFinder(folder, *_kinds()).find_spec(spec.name)
        if source is None or found is None or found.origin != file or file != _file(folder, name, is_package):
            continue
        with suppress(ImportError, OSError, SyntaxError, ValueError):  # a source that has changed since
            code = marshal.dumps(SourceFileLoader(spec.name, file).get_code(spec.name))
            if source == _state(file):
                yield (folder, name), (source, is_package, code)


def _kinds() -> "list[tuple[Any, list[str]]]":
    """Return the kinds of modules in a folder, in the order in which Python looks for them."""
    return [(ExtensionFileLoader, EXTENSION_SUFFIXES), (SourceFileLoader, SOURCE_SUFFIXES)]


def _spec(fullname: str, file: str, loader: _KeptLoader, is_package: bool) -> "ModuleSpec":
    """Return the spec of a module, by the function of importlib.util, which would import a dozen modules more."""
    make: Any = import_module("_frozen_importlib_external").spec_from_file_location
    locations = [os.path.dirname(file)] if is_package else None  # noqa: PTH120
    return make(fullname, file, loader=loader, submodule_search_locations=locations)  # type: ignore[no-any-return]


def _file(folder: str, name: str, is_package: bool) -> str:
    """Return the path of a module's source."""
    return f"{folder}/{name}/__init__.py" if is_package else f"{folder}/{name}.py"


def _state(path: str) -> "State | None":
    """Return the state of a file or folder; None if it is gone."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size
