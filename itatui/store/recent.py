"""The user's registers: the sample, new and recent registers, listed in the XDG state folder."""

import json
import os
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

from itatui.domain.protocols import NewRegister, Recent, RegisterStore
from itatui.domain.register import Register
from itatui.store import config, paths, xdg
from itatui.store.create import SAMPLE, create, sample
from itatui.store.errors import StoreError
from itatui.store.files import atomic
from itatui.store.format.bounded_read import read_whole
from itatui.store.register_file import RegisterFile
from itatui.thai import clean

MAX_BESIDE = 20
"""Number of files that are looked at beside the recent registers."""
MAX_RECENT = 9
"""Number of recent registers that are listed: each has a digit key on the screen."""


def recent_path() -> Path:
    """Return the path of the list of recent registers."""
    return xdg.folder("XDG_STATE_HOME", ".local/state") / "recent.json"


class RecentRegisters:
    """See `itatui.domain.protocols.RegisterList`."""

    unkept = ""

    def remembered(self) -> tuple[Recent, ...]:
        """Return the recent registers, latest first; none if the list is unreadable."""
        return tuple(_read_recent())

    def recent(self) -> tuple[Recent, ...]:
        """Return the recent registers that still exist."""
        return tuple(each for each in self.remembered() if os.path.exists(each.path))  # noqa: PTH110 (Path may raise)

    def opened(self, store: RegisterStore, register: Register) -> None:
        """Put a register at the top of the list. Failure to save the list is ignored."""
        name = register.agency_short or register.agency
        latest = Recent(str(store.path.absolute()), name, register.fiscal_year)
        old = _read_recent()
        new = [latest, *(each for each in old if each.path != latest.path)][:MAX_RECENT]
        if new == old:
            return
        try:
            recent_path().parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(new, ensure_ascii=False, indent=1)
            atomic.replace(recent_path(), text.encode("utf-8", "backslashreplace"))
        except OSError:
            return

    def sample(self) -> RegisterFile:
        """Open the user's copy of the sample, created if missing."""
        choice = paths.RegisterChoice(paths.data_folder() / SAMPLE, "default")
        paths.create_sample_copy(choice)
        return self._open_by_default(choice.path)

    def sources(self) -> tuple[Recent, ...]:
        """Return the recent registers, then those in their folders, in the data folder and in the current folder."""
        recent = self.recent()
        folders = [Path(each.path).parent for each in recent]
        known = {os.path.realpath(each.path) for each in recent}
        beside = []
        for path in _json_files([*folders, paths.data_folder(), Path.cwd()]):
            if os.path.realpath(path) not in known and (found := _readable(path)):
                known.add(os.path.realpath(path))
                beside.append(found)
        return (*recent, *beside)

    def look(self, path: str) -> Register:
        """Return the register at a path; `~` is the user's home."""
        return RegisterFile(_expanded(path)).load()

    def begin(self, wanted: NewRegister, source: str = "") -> RegisterFile:
        """Create a register under the first free file name: empty, or with the plan of another."""
        from itatui.domain.new_register import blank, next_year, with_year_in_activities  # lazy: not for every start

        agency, short = (" ".join(clean(name)[0].split()) for name in (wanted.agency, wanted.short))
        year, source_file = wanted.fiscal_year, RegisterFile(_expanded(source)) if source else None
        if source_file is None:
            register = blank(sample(), year, agency, short)
        else:
            last = source_file.load()
            register = next_year(last, year, agency, short, wanted.chosen)
            if wanted.mends_years:
                register = with_year_in_activities(register, last.fiscal_year)
        for number in count(1):
            end = f"_{number}" if number > 1 else ""
            path = paths.data_folder() / f"register_{year}{end}.json"
            if not os.path.lexists(path):
                break
        create(path, register, source_file)
        return self._open_by_default(path)

    def at(self, path: str) -> RegisterFile:
        """Open the register at a path; `~` is the user's home."""
        return self._open_by_default(_expanded(path))

    def document(self, path: str) -> bytes:
        """Return the bytes of a document at a path."""
        from itatui.store.document_file import read_document_file  # lazy: as above

        return read_document_file(path)

    def sheets(self, folder: str) -> Sequence[str]:
        """Return the names of the Word and Excel documents in a folder."""
        from itatui.store.document_file import sheet_names  # lazy: as above

        return sheet_names(folder)

    def _open_by_default(self, path: Path) -> RegisterFile:
        """Open a register, check that it is readable, and make it the default if that can be kept."""
        file = RegisterFile(path)
        file.load()
        self.unkept = ""
        try:
            own = config.config_path()
            if config.load(own).register or path != paths.data_folder() / SAMPLE:
                config.choose(own, "register", str(path.absolute()))
        except StoreError as error:
            self.unkept = str(error)
        return file


def _expanded(path: str) -> Path:
    return paths.expanded(str(paths.typed_path(path.strip())))


def _json_files(folders: Iterable[Path]) -> list[Path]:
    """Return the visible JSON files of some folders, by name; at most `MAX_BESIDE`."""
    found = []
    for folder in dict.fromkeys(folders):
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208 (a folder that cannot be read has no files)
        except OSError:
            continue
        found += [folder / name for name in names if name.endswith(".json") and not name.startswith(".")]
    return found[:MAX_BESIDE]


def _readable(path: Path) -> Recent | None:
    """Return a file as a register that can be opened; None if it is none."""
    try:
        register = RegisterFile(path).load()
    except StoreError:
        return None
    return Recent(str(path), register.agency_short or register.agency, register.fiscal_year)


def _read_recent() -> list[Recent]:
    """Return the listed registers; empty if the file is missing or malformed."""
    try:
        entries = json.loads(read_whole(recent_path()))
        return [Recent(str(path), str(name), int(year)) for path, name, year in entries][:MAX_RECENT]
    except (OSError, ValueError, TypeError, RecursionError):
        return []
