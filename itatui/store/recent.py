"""The registers of a person: the sample, new ones, and those that were open before, remembered in the state folder.

It reads and writes no register itself.
"""

import json
import os
from itertools import count
from pathlib import Path

from itatui.domain.new_register import blank
from itatui.domain.protocols import Recent, RegisterStore
from itatui.domain.register import Register
from itatui.store import config, paths, xdg
from itatui.store.create import SAMPLE, create, sample
from itatui.store.files import atomic
from itatui.store.register_file import RegisterFile
from itatui.thai import clean

MOST = 9
"""How many are remembered: each has a digit as its key."""


def recent_path() -> Path:
    """Where it is remembered which registers were open."""
    return xdg.folder("XDG_STATE_HOME", ".local/state") / "recent.json"


class RecentRegisters:
    """See `itatui.domain.protocols.RegisterList`."""

    def recent(self) -> tuple[Recent, ...]:
        """Those that are still there, latest first; none when it cannot be known."""
        return tuple(each for each in _remembered() if os.path.exists(each.path))  # noqa: PTH110 (Path raises)

    def opened(self, store: RegisterStore, register: Register) -> None:
        """Puts it before the others. That it cannot be remembered hinders nobody."""
        name = register.agency_short or register.agency
        this = Recent(str(store.path.absolute()), name, register.fiscal_year)
        before = _remembered()
        found = [this, *(each for each in before if each.path != this.path)][:MOST]
        if found == before:
            return
        try:
            recent_path().parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(found, ensure_ascii=False, indent=1)
            atomic.replace(recent_path(), text.encode("utf-8", "backslashreplace"), lambda _old: None)
        except OSError:
            return

    def sample(self) -> RegisterFile:
        """The copy of the sample. It is what `itatui` opens as long as nothing else is chosen."""
        place = paths.Place(paths.data_folder() / SAMPLE, "default")
        paths.first_use(place)
        return self._chosen(place.path)

    def begin(self, agency: str, year: int) -> RegisterFile:
        """A new register, under the first name that is free."""
        name, _dropped = clean(agency)
        register = blank(sample(), year, " ".join(name.split()))
        for number in count(1):
            end = f"_{number}" if number > 1 else ""
            path = paths.data_folder() / f"register_{year}{end}.json"
            if not os.path.lexists(path):
                break
        create(path, register)
        return self._chosen(path)

    def at(self, path: str) -> RegisterFile:
        """The register in a file; `~` is the person's home."""
        return self._chosen(paths.typed_path(path.strip()).expanduser())

    def _chosen(self, path: Path) -> RegisterFile:
        """Reads it, so that it is known to be one, and has it opened from now on."""
        file = RegisterFile(path)
        file.load()
        own, said = config.config_path(), str(path.absolute())
        if config.load(own).register or path != paths.data_folder() / SAMPLE:
            config.choose(own, "register", said)
        return file


def _remembered() -> list[Recent]:
    """What is remembered; nothing of what a person or an accident made of the file that is not as it should be."""
    try:
        found = json.loads(recent_path().read_text(encoding="utf-8"))
        return [Recent(str(path), str(name), int(year)) for path, name, year in found][:MOST]
    except (OSError, ValueError, TypeError):
        return []
