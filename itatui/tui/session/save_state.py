"""The save state of a register: whether the latest change is on the disk. The header says it in words."""

from enum import Enum, auto
from typing import NamedTuple


class SaveState(Enum):
    """How far the latest change has come."""

    UNCHANGED = auto()
    """Nothing was changed since the register was opened."""
    SAVING = auto()
    SAVED = auto()
    REFUSED = auto()
    """The store refused a change, which is given up."""
    CONFLICT = auto()
    """A text waits for the user's choice."""
    FAILING = auto()
    """A save failed and is tried again."""
    DRAFT = auto()
    """The text in a dialog is kept as a draft, to be confirmed."""
    UNKEPT = auto()
    """The text in a dialog cannot be kept as a draft: it lasts until the program ends."""


class SaveStatus(NamedTuple):
    """The save state and the time of the latest save."""

    state: SaveState = SaveState.UNCHANGED
    saved_at: str = ""
    """A time such as 09:30; empty before the first save."""
