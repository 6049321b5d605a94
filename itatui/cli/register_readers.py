"""Read many registers in several processes, in the order of their files; damaged ones never stop it."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from itatui.domain.named_tuple import NamedTuple
from itatui.domain.rollup import RegisterLine, RollupOptions, lines_of
from itatui.store import RegisterFile
from itatui.store.backups import FOLDER_SUFFIX
from itatui.store.errors import StoreError
from itatui.store.identity import Identity

_MAX_PROCESSES = 8
_GARBAGE_OBJECTS = 100_000
"""New objects after which a process collects garbage: those of some ten registers."""
_NOBODY = Identity("")
"""Reader of the files: they are not changed, so that nobody is asked for."""
_CHUNK = 32
"""Files that a process is given at once."""


class Reading(NamedTuple):
    """What was read of a file."""

    file: str
    lines: tuple[RegisterLine, ...]
    reason: str = ""
    """Why it could not be read; empty: it was."""


def register_paths(places: Sequence[str], on_closed: Callable[[OSError], object] | None = None) -> Iterator[Path]:
    """Yield the files among these, and the JSON files in the folders among them, sorted. `OSError` for a missing place.

    Backups, hidden folders and hidden files are left out. `on_closed` is called for a folder that cannot be read.
    """
    for place in places:
        path = Path(os.path.expanduser(place))  # noqa: PTH111 (as typed paths are read)
        if not path.is_dir():
            path.stat()
            yield path
            continue
        for folder, folders, names in os.walk(path, onerror=on_closed):
            folders[:] = sorted(each for each in folders if not (each.startswith(".") or each.endswith(FOLDER_SUFFIX)))
            chosen = sorted(name for name in names if name.endswith(".json") and not name.startswith("."))
            yield from (Path(folder, name) for name in chosen)


def read_registers(paths: Sequence[Path], options: RollupOptions) -> Iterator[Reading]:
    """Yield the readings of files in their order."""
    read = partial(_read, options=options)
    processes = min(len(os.sched_getaffinity(0)), _MAX_PROCESSES, len(paths) // _CHUNK)
    if processes < 2:
        yield from map(read, paths)
        return
    yield from _in_processes(read, paths, processes)


def _in_processes(read: Callable[[Path], Reading], paths: Iterable[Path], processes: int) -> Iterator[Reading]:
    from multiprocessing import get_context  # lazy: only many registers need processes

    with get_context("fork").Pool(processes, _begin) as pool:
        yield from pool.imap(read, paths, _CHUNK)


def _begin() -> None:
    """Leave Ctrl+C to the first process, and collect garbage, which commands do not."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(_GARBAGE_OBJECTS)
    gc.enable()


def _read(path: Path, options: RollupOptions) -> Reading:
    try:
        register = RegisterFile(path, _NOBODY).load_alone()
    except StoreError as error:
        return Reading(str(path), (), str(error))
    return Reading(str(path), tuple(lines_of(register, path, options)))
