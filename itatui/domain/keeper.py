"""What the screen needs of whoever keeps the register, so that it need not know that there is a file."""

from pathlib import Path
from typing import Protocol

from itatui.domain.change import Change, Edit
from itatui.domain.register import Register


class Keeper(Protocol):
    """Keeps one register. Every method that writes returns only when the change is safe on the disk.

    All but `changed` raise `ItatuiError`, and then nothing was changed.
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
        """Takes back the entry of this number; 0: the person's own latest."""

    def redo(self) -> Register:
        """Makes again what was taken back last."""
