"""The source of the year's rules, indicators and items: files beside the configuration, and those that ship."""

from pathlib import Path
from typing import TYPE_CHECKING

from itatui.store import config

if TYPE_CHECKING:
    from datetime import date

    from itatui.domain.check.check import Checkup
    from itatui.domain.evidence_sheet import Item
    from itatui.domain.indicators import Indicators
    from itatui.domain.register import Register


class YearFiles:
    """Implements `itatui.domain.protocols.YearSource` by the files beside the configuration and those that ship."""

    def check(self, register: "Register", path: Path, today: "date", last: "Register | None") -> "Checkup":
        """Return what the rules of the publish check find."""
        from itatui.store.publish_check import publish_check  # lazy: not before the first picture

        return publish_check(register, path, today, last)

    def indicators(self) -> "Indicators":
        """Return the indicators of the assessment."""
        return config.indicators(config.config_path())

    def items(self) -> "tuple[Item, ...]":
        """Return the items for which evidence is handed in."""
        return config.items(config.config_path())

    def fingerprint(self, path: Path) -> str:
        """Return name and fingerprint of a published file."""
        from itatui.store.fingerprint import fingerprint  # lazy: asked for once a year

        return fingerprint(path)
