"""Drafts: texts typed in dialogs and not confirmed yet, each in a small file in the XDG state folder.

A file is named by its place and by the run of the program that wrote it, so that two programs of a user never write the
same file. A run holds a locked file as long as it lasts; the drafts of a run without a lock belong to the first program
that asks for them.
"""

import fcntl
import json
import os
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from itatui.domain.protocols import Draft, DraftPlace
from itatui.store import xdg
from itatui.store.errors import StoreError
from itatui.store.files import atomic
from itatui.store.format.bounded_read import read_whole

DAYS_KEPT, DAYS_KEPT_WITHOUT_RECORD = 90, 7
"""Days for which a draft is kept, and that of a removed record: its removal may be undone."""

_DAY_S = 24 * 60 * 60
_DRAFT, _RUN = ".json", ".run"
_FLAGS = os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def drafts_folder() -> Path:
    """Return the folder of the user's drafts. Raise `StoreError` if the user has no home."""
    return xdg.folder("XDG_STATE_HOME", ".local/state") / "drafts"


class DraftFolder:
    """See `itatui.domain.protocols.DraftStore`."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep drafts in a folder, created with the first draft; by default in the user's."""
        if folder is None:
            with suppress(StoreError):
                folder = drafts_folder()
        self._folder = folder
        self._run = os.urandom(6).hex()
        self._lock: int | None = None

    def find(self, place: DraftPlace) -> Draft | None:
        """Return the latest draft of a place; the file gets the name of this run."""
        for path in self._files(_checksums(place)):
            draft = _read(path)
            if draft is None or draft.place != place or self._is_held(path):
                continue
            own = self._path(place)
            try:
                if path != own:
                    self._enter()
                    path.replace(own)
            except FileNotFoundError:  # another program was faster
                continue
            except OSError:  # the folder is write-protected
                return draft
            return draft
        return None

    def keep(self, draft: Draft) -> bool:
        """Write the file of a draft durably."""
        if self._folder is None:
            return False
        try:
            self._enter()
            found = draft.place._asdict() | {"title": draft.title, "texts": dict(draft.texts), "when": draft.when}
            text = json.dumps(found, ensure_ascii=False)
            atomic.replace(self._path(draft.place), text.encode("utf-8", "backslashreplace"))
        except OSError:
            return False
        return True

    def drop(self, place: DraftPlace) -> None:
        """Delete the file of a draft."""
        if self._folder is not None:
            with suppress(OSError):
                self._path(place).unlink()

    def all_of(self, register: str) -> list[Draft]:
        """Return the drafts in a register that no other running program holds, latest first."""
        drafts: dict[DraftPlace, Draft] = {}
        for path in self._files(f"{_checksum(register)}-"):
            draft = _read(path)
            if draft is not None and draft.place.register == register and not self._is_held(path):
                drafts.setdefault(draft.place, draft)
        return list(drafts.values())

    def sweep(self, register: str, is_there: Callable[[DraftPlace], bool]) -> None:
        """Delete old drafts, those of removed records, and the other files of programs that were killed."""
        with suppress(OSError):
            self._sweep_drafts(register, is_there)
            for path in self._files("", _RUN, atomic.SUFFIX):
                if _age_days(path) > 1 and (path.suffix != _RUN or not self._is_held(path)):
                    path.unlink(missing_ok=True)

    def _sweep_drafts(self, register: str, is_there: Callable[[DraftPlace], bool]) -> None:
        for path in self._files(""):
            days = _age_days(path)
            if days > DAYS_KEPT_WITHOUT_RECORD and not self._is_held(path):
                draft = _read(path)
                gone = draft is not None and draft.place.register == register and not is_there(draft.place)
                if gone or days > DAYS_KEPT:
                    path.unlink(missing_ok=True)

    def close(self) -> None:
        """Unlock the drafts of this run."""
        if self._lock is not None and self._folder is not None:
            with suppress(OSError):
                (self._folder / f"{self._run}{_RUN}").unlink()
            os.close(self._lock)
            self._lock = None

    def _enter(self) -> None:
        """Create the folder and the locked file of this run. Raise `OSError`."""
        assert self._folder is not None
        if self._lock is not None:
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self._folder / f"{self._run}{_RUN}", _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
        with suppress(OSError):  # no locks here: then drafts of running programs are offered too
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self._lock = handle

    def _path(self, place: DraftPlace) -> Path:
        assert self._folder is not None
        return self._folder / f"{_checksums(place)}.{self._run}{_DRAFT}"

    def _files(self, start: str, *ends: str) -> Iterator[Path]:
        """Yield the files whose name begins with `start`, by default drafts: this run's first, then latest first."""
        if self._folder is None:
            return
        found = []
        for name in atomic.list_names(self._folder):
            if name.startswith(start) and name.endswith(ends or _DRAFT):
                with suppress(OSError):
                    path = self._folder / name
                    found.append((_run_of(path) == self._run, path.stat().st_mtime_ns, path))
        for _own, _time, path in sorted(found, reverse=True):
            yield path

    def _is_held(self, path: Path) -> bool:
        """Return whether another running program holds a draft, or any the file of a run."""
        run = _run_of(path)
        if run == self._run:
            return path.suffix == _RUN
        try:
            handle = os.open(path.with_name(f"{run}{_RUN}"), _FLAGS)
        except OSError:
            return False
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        finally:
            os.close(handle)
        return False


def _run_of(path: Path) -> str:
    return path.name.split(".")[-2]


def _age_days(path: Path) -> float:
    return (time.time() - path.stat().st_mtime) / _DAY_S


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def _checksums(place: DraftPlace) -> str:
    return f"{_checksum(place.register)}-{_checksum(f'{place.dialog} {place.record}')}"


def _read(path: Path) -> Draft | None:
    """Read a draft; None if the file is missing or malformed."""
    try:
        found = json.loads(read_whole(path, link=False))
        place = DraftPlace(found["register"], found["dialog"], found["record"])
        draft = Draft(place, found["title"], dict(found["texts"]), found["when"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    words = (*place, draft.title, draft.when, *draft.texts, *draft.texts.values())
    return draft if all(isinstance(word, str) for word in words) else None
