"""A generation: the register as it was before one of its latest changes, kept to go back to."""

from pathlib import Path
from typing import NamedTuple

from itatui.domain.change import Edit
from itatui.domain.register import Register


class Backup(NamedTuple):
    """One of the old registers that are kept, in a few facts."""

    number: int
    """1 is the newest. It grows by one with every change."""
    path: Path
    """The file, which can be read like any register."""
    when: str
    """When it came to be as it is: ISO 8601."""
    who: str = ""
    """Who made the last change in it; empty when there is none in it yet."""
    measures: int = 0
    """How many measures it has."""
    edits: tuple[Edit, ...] = ()
    """What would be done to the register of today to make it so again; none when they are equal, or `apart`."""
    apart: str = ""
    """Why edits cannot make it so: there is nothing to compare it with, or its tracks are others."""
    damaged: str = ""
    """Why it cannot be gone back to; empty when it is good."""


class Restored(NamedTuple):
    """The register after it was made as it had been."""

    register: Register
    when: str
    """When what it went back to came to be: ISO 8601."""
    changed: bool
    """Whether anything was to be done; False when it was so already."""
    replaced: bool = False
    """Whether the file itself was put there, because none could be read: then there is no change to undo."""
    aside: Path | None = None
    """Where the file that could not be read is kept, when there was one."""
