"""What the screen needs of whoever keeps a person's settings, so that it need not know that there are files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol


class Settings(Protocol):
    """A person's settings, by their names in the configuration. Every method raises `ItatuiError`."""

    own: Path
    """The file that is the person's own as soon as they have written in it."""

    def values(self) -> Mapping[str, Any]:
        """Every setting as it is in force from the next start on."""

    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """What each setting of few values may be; the first is the usual."""

    def kept_in(self) -> Path:
        """The file in which a choice is kept."""

    def fixed(self) -> frozenset[str]:
        """The settings that the person's own file says, so that no choice changes them."""

    def choose(self, name: str, value: Any) -> bool:
        """Keeps a choice; False when a file says otherwise that is the person's own."""
