"""The year on the screen: an environment with the rules, indicators and items that ship."""

from pathlib import Path

from itatui.store.config import SettingsFile
from itatui.store.recent import RecentRegisters
from itatui.store.year_files import YearFiles
from itatui.tui.environment import Environment


def year_environment(folder: Path) -> Environment:
    """Return an environment with its settings in a folder; registers and own rules are in the XDG folders."""
    return Environment(settings=SettingsFile(folder / "config.toml"), shelf=RecentRegisters(), year=YearFiles())
