"""Where things are: the configuration, the user's data, and which register is meant."""

import os
from pathlib import Path
from typing import NamedTuple

from itatui.store import xdg
from itatui.store.config import Config
from itatui.store.create import SAMPLE, create, sample
from itatui.store.errors import StoreError

VARIABLE = "ITATUI_REGISTER"
"""The environment's word on which register is meant."""


class Place(NamedTuple):
    """The register that is meant, and what said so."""

    path: Path
    source: str
    """`option`, `environment`, `configuration` or `default`."""


def data_folder() -> Path:
    """The user's folder for registers (XDG)."""
    return xdg.folder("XDG_DATA_HOME", ".local/share")


def typed_path(text: str) -> Path:
    """The file that a word of the command line names, in bytes the same whatever the locale says."""
    return Path(os.fsdecode(text.encode("utf-8", "surrogateescape")))


def meant(option: str | None, config: Config) -> Place:
    """Which register is meant: the option's, the environment's, the configuration's, or the user's own copy."""
    if option:
        return Place(typed_path(option), "option")
    if named := os.environ.get(VARIABLE):
        return Place(Path(named), "environment")
    if config.register:
        return Place(Path(config.register).expanduser(), "configuration")
    return Place(data_folder() / SAMPLE, "default")


def is_first(place: Place) -> bool:
    """Whether the user's copy of the sample is meant and not there."""
    return place.source == "default" and not os.path.exists(place.path)  # noqa: PTH110 (it says False where Path raises)


def first_use(place: Place) -> bool:
    """Makes the user's copy of the sample when that is what is meant and it is not there; whether it did."""
    if not is_first(place):
        return False
    try:
        create(place.path, sample())
    except StoreError:
        if not place.path.exists():  # else somebody was quicker, and made the same
            raise
        return False
    return True
