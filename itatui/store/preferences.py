"""A person's settings as the screen sees them: the configuration and what is kept beside it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from itatui.store import config


class SettingsFile:
    """The settings in a configuration file; see `itatui.domain.protocols.SettingsStore`."""

    def __init__(self, own: Path) -> None:
        self.own = own

    def values(self) -> Mapping[str, Any]:
        """Every setting, read anew."""
        return config.load(self.own)._asdict()

    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """What each setting of few values may be."""
        return config.CHOICES

    def kept_in(self) -> Path:
        """The file in which a choice is kept."""
        return config.kept_in(self.own)

    def fixed(self) -> frozenset[str]:
        """The settings that the person's own file says."""
        return config.fixed(self.own)

    def choose(self, name: str, value: Any) -> bool:
        """Keeps a choice."""
        return config.choose(self.own, name, value)
