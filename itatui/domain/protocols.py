"""Interfaces through which the screen uses registers and settings without knowing about files."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from itatui.domain.backup import Backup, Restored
from itatui.domain.change import Change, Edit
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.person import Person
from itatui.domain.register import Register

if TYPE_CHECKING:
    from datetime import date

    from itatui.domain.check.check import Checkup
    from itatui.domain.evidence_sheet import Item
    from itatui.domain.indicators import Indicators


class RegisterStore(Protocol):
    """Storage of a register. Methods that write return when the change is durable on the disk.

    On `ItatuiError` nothing was changed. `prepare`, `changed`, `enter`, `leave` and `others` never raise it, and may be
    called while another thread is in any other method.
    """

    path: Path
    """Path of the register."""
    on_note: Callable[[str], object]
    """Called with a line for the user after a save, in the thread that saved."""
    can_undo: bool
    """Whether the user had a change to undo when the register was last read or written here."""
    can_redo: bool
    """Whether there was an undo to redo then."""

    @property
    def who(self) -> str:
        """Login name under which changes are recorded."""

    def prepare(self) -> None:
        """Load what a save needs: an update may replace the program on the disk while it is open."""

    def load(self) -> Register:
        """Return the current register."""

    def changed(self) -> bool:
        """Return whether another process has changed the register since the last call that returned it."""

    def history(self) -> list[Change]:
        """Return all changes, oldest first."""

    def apply(self, *edits: Edit, run: str = "") -> Register:
        """Save edits as a change. Changes with the same `run` become a single entry of the history."""

    def undo(self, number: int = 0) -> Register:
        """Undo the entry with this number; 0: the user's own latest.

        `ConflictError` names the field changed since, the user and the time.
        """

    def redo(self) -> Register:
        """Redo the entry undone last."""

    def read_form(self, path: Path) -> str:
        """Return the text of a file with a form."""

    def backups(self) -> list[Backup]:
        """Return the backups, newest first, each compared with the current register."""

    def preview(self, number: int) -> Backup:
        """Return the backup with this number; its `edits` are those that `restore` would make."""

    def restore(self, number: int) -> Restored:
        """Restore a backup as a change that can be undone.

        A file that cannot be read is replaced by the backup and kept beside it.
        """

    def enter(self) -> None:
        """Announce to other users that the register is open here; do nothing where that is impossible."""

    def leave(self) -> None:
        """Withdraw the announcement. That of a killed program expires within seconds."""

    def others(self) -> tuple[Person, ...]:
        """Return the other users who have the register open, earliest first. Cheap enough to call each second."""


class Recent(NamedTuple):
    """A register opened before."""

    path: str
    agency: str
    """Short name of the agency at that time."""
    fiscal_year: int
    """Buddhist Era."""


class NewRegister(NamedTuple):
    """What a new register needs."""

    agency: str
    short: str
    """Short name of the agency; empty: the same."""
    fiscal_year: int
    """Buddhist Era."""
    chosen: frozenset[str] | None = None
    """Ids of the measures that are taken over; None: all."""
    mends_years: bool = False
    """Whether activities that tell the year of the last register tell the new one."""


class RegisterList(Protocol):
    """The registers of a user. `ItatuiError` if a register cannot be read; then none is created.

    A register created or opened here is opened next by `itatui`, unless the configuration names another.
    """

    unkept: str
    """Why the register opened last is not opened next by `itatui`; empty if it is."""

    def remembered(self) -> tuple[Recent, ...]:
        """Return the registers opened before, latest first, without a look at their folders: one may be slow."""

    def recent(self) -> tuple[Recent, ...]:
        """Return the remembered registers that still exist."""

    def opened(self, store: RegisterStore, register: Register) -> None:
        """Record that a register is open."""

    def sample(self) -> RegisterStore:
        """Return the user's copy of the sample, created if it does not exist."""

    def sources(self) -> tuple[Recent, ...]:
        """Return the registers from which the next year's can be made: those opened before, and those beside them."""

    def look(self, path: str) -> Register:
        """Return the register at a path as typed by the user, without opening it from now on."""

    def begin(self, wanted: NewRegister, source: str = "") -> RegisterStore:
        """Create a register in a new file: empty, or with the plan of the register at the path `source`."""

    def at(self, path: str) -> RegisterStore:
        """Return the register at a path as typed by the user."""

    def document(self, path: str) -> bytes:
        """Return the bytes of a document to be imported. The message of an error is the reason alone."""

    def sheets(self, folder: str) -> Sequence[str]:
        """Return the names of the Word and Excel documents in a folder. The message of an error is the reason alone."""


class YearSource(Protocol):
    """What a year asks of every register, itatui's or the agency's own, and the files that were published.

    Every method reads files: call it in a thread. `ItatuiError` if one cannot be read or is not valid.
    """

    def check(self, register: Register, path: Path, today: "date", last: Register | None) -> "Checkup":
        """Return what the publish check finds; `path` is that of the register, `last` that of the year before."""

    def indicators(self) -> "Indicators":
        """Return the indicators of the assessment."""

    def items(self) -> "tuple[Item, ...]":
        """Return the items for which evidence is handed in."""

    def fingerprint(self, path: Path) -> str:
        """Return name and fingerprint of a published file, as a closed register keeps them."""


class SettingsStore(Protocol):
    """The user's settings, by name. Every method raises `ItatuiError`."""

    own: Path
    """Configuration file that belongs to the user once they have edited it."""

    def values(self) -> Mapping[str, Any]:
        """Return all settings as in force from the next start."""

    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """Return the possible values of the settings that have few; the default is first."""

    def kept_in(self) -> Path:
        """Return the file in which choices are saved."""

    def fixed(self) -> frozenset[str]:
        """Return the settings that the user's own file sets: choices do not change them."""

    def choose(self, name: str, value: Any) -> bool:
        """Save a choice. Return False if the user's own file sets another value."""


class DraftPlace(NamedTuple):
    """The place where a text is typed."""

    register: str
    """Absolute path of the register; empty for settings and the welcome screen."""
    dialog: str
    """Name of the dialog, or `measure result` for a field of a measure."""
    record: str = ""
    """Id of the measure or code of the track; empty if the dialog belongs to none."""


class Draft(NamedTuple):
    """Texts that were typed in a place and are not confirmed yet."""

    place: DraftPlace
    title: str
    """The question that the texts answer, in the language of that time."""
    texts: Mapping[str, str]
    """Text of each input field, by the name of the field."""
    when: str = ""
    """Time of the latest letter, ISO 8601."""


class DraftStore(Protocol):
    """The drafts of a user, kept between runs. No method raises: a draft that cannot be kept or read stops nothing.

    The drafts of a program that is still running are hidden from other programs.
    """

    def find(self, place: DraftPlace) -> Draft | None:
        """Return the latest draft of a place; it belongs to this program from now on."""

    def keep(self, draft: Draft) -> bool:
        """Keep a draft durably, in place of this program's draft of the same place. Return False on failure."""

    def drop(self, place: DraftPlace) -> None:
        """Delete this program's draft of a place."""

    def all_of(self, register: str) -> list[Draft]:
        """Return the drafts in a register that no other running program holds, latest first."""

    def sweep(self, register: str, is_there: Callable[[DraftPlace], bool]) -> None:
        """Delete drafts that are too old, and those of records that have long been removed from a register."""

    def close(self) -> None:
        """Leave the drafts to the next program."""
