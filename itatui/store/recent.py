"""The user's registers: the sample, new and recent registers, listed in the XDG state folder."""

import json
import os
from itertools import count
from pathlib import Path

from itatui.domain.new_register import blank
from itatui.domain.protocols import Recent, RegisterStore
from itatui.domain.register import Register
from itatui.store import config, paths, xdg
from itatui.store.create import SAMPLE, create, sample
from itatui.store.errors import StoreError
from itatui.store.files import atomic
from itatui.store.format.bounded_read import read_whole
from itatui.store.register_file import RegisterFile
from itatui.thai import clean

MAX_RECENT = 9
"""Number of recent registers that are listed: each has a digit key on the screen."""


def recent_path() -> Path:
    """Return the path of the list of recent registers."""
    return xdg.folder("XDG_STATE_HOME", ".local/state") / "recent.json"


class RecentRegisters:
    """See `itatui.domain.protocols.RegisterList`."""

    unkept = ""

    def recent(self) -> tuple[Recent, ...]:
        """Return the recent registers that still exist, latest first; none if the list is unreadable."""
        return tuple(each for each in _read_recent() if os.path.exists(each.path))  # noqa: PTH110 (Path may raise)

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

    def begin(self, agency: str, year: int) -> RegisterFile:
        """Create an empty register for a fiscal year (Buddhist Era), under the first free file name."""
        name, _dropped = clean(agency)
        register = blank(sample(), year, " ".join(name.split()))
        for number in count(1):
            end = f"_{number}" if number > 1 else ""
            path = paths.data_folder() / f"register_{year}{end}.json"
            if not os.path.lexists(path):
                break
        create(path, register)
        return self._open_by_default(path)

    def at(self, path: str) -> RegisterFile:
        """Open the register at a path; `~` is the user's home."""
        return self._open_by_default(paths.expanded(str(paths.typed_path(path.strip()))))

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


def _read_recent() -> list[Recent]:
    """Return the listed registers; empty if the file is missing or malformed."""
    try:
        entries = json.loads(read_whole(recent_path()))
        return [Recent(str(path), str(name), int(year)) for path, name, year in entries][:MAX_RECENT]
    except (OSError, ValueError, TypeError, RecursionError):
        return []
