"""The year on the screen: an environment with the rules, indicators and items that ship."""

from pathlib import Path

from itatui.store.config import SettingsFile, YearFiles
from itatui.store.recent import RecentRegisters
from itatui.tui.environment import Environment


def year_environment(folder: Path) -> Environment:
    """Return an environment without files of the agency's own; the registers of the user are in the XDG folders."""
    own = folder / "config.toml"
    return Environment(settings=SettingsFile(own), shelf=RecentRegisters(), year=YearFiles(own))
