"""The user's data folder, and the choice of the register to open."""

import os
from pathlib import Path

from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.locale import _
from itatui.store import xdg
from itatui.store.config import Config, config_path
from itatui.store.create import SAMPLE, create, sample
from itatui.store.errors import StoreError
from itatui.thai import safe

REGISTER_VARIABLE = "ITATUI_REGISTER"
"""Environment variable with the path of the register to open."""


class RegisterChoice(NamedTuple):
    """The register to open, and the reason for it."""

    path: Path
    source: str
    """`option`, `environment`, `configuration` or `default`."""


def data_folder() -> Path:
    """Return the user's folder for registers, in the XDG data folder."""
    return xdg.folder("XDG_DATA_HOME", ".local/share")


def typed_path(text: str) -> Path:
    """Return the path in an argument of the command line, with the same bytes whatever the locale."""
    return Path(os.fsdecode(text.encode("utf-8", "surrogateescape")))


def expanded(text: str) -> Path:
    """Return the path in a text, with `~` as a user's home. Raise `StoreError` if no file can have that path."""
    try:
        if "\0" not in text:
            return Path(text).expanduser()
    except RuntimeError:  # no such user
        pass
    raise StoreError(_("{path}: no file can have this name").format(path=safe(text)))


def choose_register(option: str | None, config: Config) -> RegisterChoice:
    """Choose by option, environment variable or configuration, in this order; else the user's copy of the sample.

    A relative path in the configuration starts at its folder. Raise `StoreError` if no file can have that path.
    """
    if option:
        return RegisterChoice(typed_path(option), "option")
    if named := os.environ.get(REGISTER_VARIABLE):
        return RegisterChoice(Path(named), "environment")
    if config.register:
        return RegisterChoice(config_path().parent / expanded(config.register), "configuration")
    return RegisterChoice(data_folder() / SAMPLE, "default")


def is_first_use(choice: RegisterChoice) -> bool:
    """Return True if the user's copy of the sample is chosen and missing."""
    return choice.source == "default" and not os.path.exists(choice.path)  # noqa: PTH110 (Path.exists may raise)


def is_sample_copy(path: Path, register: Register) -> bool:
    """Return whether a register is the user's copy of the sample, edited or not, and still of the sample's agency."""
    is_copy = os.path.realpath(path) == os.path.realpath(data_folder() / SAMPLE)
    return is_copy and register.agency == sample().agency


def create_sample_copy(choice: RegisterChoice) -> bool:
    """Create the user's copy of the sample on first use. Return True if it was created here."""
    if not is_first_use(choice):
        return False
    try:
        create(choice.path, sample())
    except StoreError:
        if not choice.path.exists():  # otherwise another process has just created the same file
            raise
        return False
    return True
