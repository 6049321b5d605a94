"""What the screen needs of whoever keeps the register, so that it need not know that there is a file."""

from pathlib import Path
from typing import Protocol

from itatui.domain.backup import Backup, Restored
from itatui.domain.change import Change, Edit
from itatui.domain.person import Person
from itatui.domain.register import Register


class RegisterStore(Protocol):
    """Keeps one register. Every method that writes returns only when the change is safe on the disk.

    All but `changed`, `enter`, `leave` and `others` raise `ItatuiError`, and then nothing was changed. Those four may
    be called while another thread is in one of the rest.
    """

    path: Path
    """Where the register is."""

    @property
    def who(self) -> str:
        """The login name under which changes are recorded."""

    def load(self) -> Register:
        """The register as it is now."""

    def changed(self) -> bool:
        """Whether somebody else changed it since it was last loaded or changed here."""

    def history(self) -> list[Change]:
        """Every change, oldest first."""

    def apply(self, *edits: Edit, run: str = "") -> Register:
        """Makes one change of these edits; those of one `run` become one entry of the history."""

    def undo(self, number: int = 0) -> Register:
        """Takes back the entry of this number; 0: the person's own latest.

        `ConflictError` says which field was changed since, by whom and when.
        """

    def redo(self) -> Register:
        """Makes again what was taken back last."""

    def backups(self) -> list[Backup]:
        """What the register was before its latest changes, newest first, each compared with what it is now."""

    def preview(self, number: int) -> Backup:
        """One of these by its number: its `edits` are what `restore` would do."""

    def restore(self, number: int) -> Restored:
        """Makes the register as it was then, as one change, which `undo` takes back.

        One that cannot be read is replaced by the generation, and kept beside.
        """

    def enter(self) -> None:
        """Has others see that this person has the register open; where that cannot be, nothing is done."""

    def leave(self) -> None:
        """Has others see that this person is gone. One who is killed is seen to be gone, too, within seconds."""

    def others(self) -> tuple[Person, ...]:
        """Who else has the register open, first come first; empty where that is not known. Cheap: ask each second."""
