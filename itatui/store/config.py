"""Configuration: a TOML file in the XDG configuration folder.

A file that the user wrote or edited is read and never rewritten. Choices made in the program then go to
`SETTINGS_NAME` beside it, and the user's file takes precedence.
"""

import os
from collections.abc import Callable, Mapping
from errno import ENOENT
from pathlib import Path

from itatui.domain.named_tuple import NamedTuple
from itatui.errors import UsageError
from itatui.locale import LANGUAGES, _
from itatui.resources import resource
from itatui.store import xdg
from itatui.store.errors import StoreError, os_failure, reason_of
from itatui.thai import DIGITS, safe
from itatui.thai.sara_am import SARA_AM

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from itatui.domain.check.rules import Rule
    from itatui.domain.evidence_sheet import Item
    from itatui.domain.indicators import Indicators

    Read = TypeVar("Read")


CHECKSUM_PREFIX = "# Written by itatui: "
"""Start of the first line of a file that itatui may rewrite; the CRC-32 of the other lines follows."""

SETTINGS_NAME = "settings.toml"
"""Name of the file for choices made in the program, beside a configuration that the user edits."""

RULES_NAME = "rules.toml"
"""Name of the file with the agency's own rules of the check, beside the configuration."""

INDICATORS_NAME = "indicators.toml"
"""Name of the file with the agency's own indicators, beside the configuration."""

ITEMS_NAME = "itas.toml"
"""Name of the file with the agency's own items of evidence, beside the configuration."""

CHOICES = {
    "language": LANGUAGES,
    "sara_am": SARA_AM,
    "digits": DIGITS,
    "theme": ("auto", "dark", "light", "contrast-dark", "contrast-light", "ansi", "mono"),
    "motion": ("auto", "full", "none"),
}
"""Allowed values of each setting with few values; the first is the default."""


class Config(NamedTuple):
    """Settings in force. Keys missing from the file have the defaults below."""

    language: str = LANGUAGES[0]
    """Language of the interface, from `LANGUAGES`."""
    register: str = ""
    """Path of the register to open by default; empty for the user's copy of the sample."""
    words: tuple[str, ...] = ()
    """Words added by the user, never broken across lines."""
    sara_am: str = SARA_AM[0]
    """Spelling of ำ sent to the terminal, from `SARA_AM`."""
    digits: str = DIGITS[0]
    """Digits in text for people, from `DIGITS`."""
    unit: str = ""
    """The user's own unit, as measures name it; empty if not chosen."""
    theme: str = "auto"
    """Colour theme; `auto` suits the terminal."""
    motion: str = "auto"
    """Animation; `auto` turns it off over SSH."""


class SettingsFile:
    """The settings in a configuration file; implements the settings protocol of `itatui.domain`."""

    def __init__(self, own: Path) -> None:
        self.own = own

    def values(self) -> "Mapping[str, Any]":
        """Read the file and return all settings."""
        return load(self.own)._asdict()

    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """Return the allowed values of each setting with few values."""
        return CHOICES

    def kept_in(self) -> Path:
        """Return the path of the file that `choose` writes."""
        return kept_in(self.own)

    def fixed(self) -> frozenset[str]:
        """Return the names of the settings in the user's own file, which `choose` cannot change."""
        return fixed(self.own)

    def choose(self, name: str, value: "Any") -> bool:
        """Save a setting. Return False if the user's own file fixes it."""
        return choose(self.own, name, value)


def config_path() -> Path:
    """Return the path of the configuration file, which may not exist."""
    return xdg.folder("XDG_CONFIG_HOME", ".config") / "config.toml"


class UnreachableError(StoreError):
    """No configuration can be reached: something else is in the place of its folder, or it may not be entered."""

    def __init__(self, path: Path, error: OSError) -> None:
        folder = path.parent
        super().__init__(f"{safe(str(folder))}: {reason_of(error)}")
        self.may_name_register = isinstance(error, PermissionError)
        """Whether a configuration may be there, which names the register."""


def check_reachable(path: Path) -> None:
    """Raise `UnreachableError` if the folder of the configuration can hold no file, or may not be entered."""
    if (error := xdg.obstacle(path)) is not None:
        raise UnreachableError(path, error)


def load(path: Path) -> Config:
    """Read the configuration at `path` over the choices beside it, over the defaults.

    A folder that cannot be reached counts as empty. Raise `StoreError` if a file cannot be read or holds an invalid
    value.
    """
    return _read(path, _read(path.with_name(SETTINGS_NAME), Config()))


def _read(path: Path, defaults: Config) -> Config:
    values = _parse(path)
    return _validate(path, values, defaults) if values else defaults


def _parse(path: Path) -> "dict[str, Any]":
    """Return the keys and values of a TOML file; empty if there is no such file."""
    try:
        text = _text(path)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise os_failure(path, error, writing=False) from None
    except UnicodeDecodeError:
        raise _invalid(path, _("not UTF-8")) from None
    import tomllib  # lazy: most users have no configuration

    try:
        return tomllib.loads(text)
    except ValueError as error:  # not TOML, or a number of thousands of digits
        raise _invalid(path, str(error)) from None
    except RecursionError:
        raise _invalid(path, _("nested too deeply")) from None


def _text(path: Path, errors: str = "strict") -> str:
    """Return the text of a file, without a byte order mark. Raise `StoreError`, `OSError` or `UnicodeDecodeError`."""
    if not os.path.exists(path):  # noqa: PTH110 (the usual case; Path.exists may raise)
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT))
    from itatui.store.format.bounded_read import read_whole  # lazy: most users have no configuration
    from itatui.store.format.json_reader import NotARegisterError

    try:
        data = read_whole(path)
    except NotARegisterError as error:
        raise _invalid(path, str(error)) from None
    return data.decode("utf-8-sig", errors).replace("\r\n", "\n").replace("\r", "\n")


def _validate(path: Path, values: "dict[str, Any]", defaults: Config) -> Config:
    """Return `defaults` with the known keys of `values`; ignore unknown keys."""
    words = values.get("words", [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise _invalid(path, _("words must be a list of quoted words"))
    known = {name: values[name] for name in Config._fields if name in values}
    config = defaults._replace(**known)
    for name, choices in CHOICES.items():
        if getattr(config, name) not in choices:
            raise _invalid(path, _("{name} must be one of {known}").format(name=name, known=", ".join(choices)))
    if not isinstance(config.register, str):
        raise _invalid(path, _("register must be a quoted file name"))
    if not isinstance(config.unit, str):
        raise _invalid(path, _("unit must be a quoted unit name"))
    return config._replace(words=tuple(config.words))


def _invalid(path: Path, reason: str) -> StoreError:
    return StoreError(_("{path}: {reason}; fix or delete the file").format(path=safe(str(path)), reason=safe(reason)))


def rules(path: Path) -> "tuple[Rule, ...]":
    """Return the rules of the check: those that ship, changed by `RULES_NAME` beside the configuration at `path`.

    Raise `StoreError` if that file cannot be read or has an invalid rule.
    """
    from itatui.domain.check.rules import rules_of

    shipped = rules_of(_parse(resource("data", RULES_NAME)))
    own = path.with_name(RULES_NAME)
    try:
        return rules_of(_parse(own), shipped)
    except UsageError as error:
        raise _invalid(own, str(error)) from None


def indicators(path: Path) -> "Indicators":
    """Return the indicators of `INDICATORS_NAME` beside the configuration at `path`; without it, those that ship.

    Raise `StoreError` if that file cannot be read or is not valid.
    """
    from itatui.domain.indicators import indicators_of

    return _own_or_shipped(path.with_name(INDICATORS_NAME), indicators_of)


def items(path: Path) -> "tuple[Item, ...]":
    """Return the items of `ITEMS_NAME` beside the configuration at `path`; without it, those that ship.

    Raise `StoreError` if that file cannot be read or is not valid.
    """
    from itatui.domain.evidence_sheet import items_of

    return _own_or_shipped(path.with_name(ITEMS_NAME), items_of)


def _own_or_shipped(own: Path, read: "Callable[[dict[str, Any]], Read]") -> "Read":
    """Return what `read` makes of a file beside the configuration; without it, of the one that ships."""
    try:
        return read(_parse(own) or _parse(resource("data", own.name)))
    except UsageError as error:
        raise _invalid(own, str(error)) from None


def save(path: Path, config: Config) -> bool:
    """Write the settings that differ from the defaults to `path`.

    Return False, without writing, if the user wrote or edited that file. Raise `StoreError` on failure.
    """
    import tomli_w

    defaults = Config()._asdict()
    body = tomli_w.dumps({name: value for name, value in config._asdict().items() if value != defaults[name]})
    try:
        check_reachable(path)
    except UnreachableError as error:
        raise StoreError(_("{reason}; the setting is not kept").format(reason=error)) from None
    try:
        if path.exists() and not _is_unedited(_text(path, "replace")):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        from itatui.store.files import atomic  # lazy: settings are rarely chosen

        atomic.replace(path, f"{CHECKSUM_PREFIX}{_checksum(body)}\n{body}".encode())
    except OSError as error:
        raise os_failure(path, error, writing=True) from None
    return True


def kept_in(path: Path) -> Path:
    """Return the file that stores choices: the configuration at `path`, or `SETTINGS_NAME` if the user edits it."""
    beside = path.with_name(SETTINGS_NAME)
    if beside.exists():
        return beside
    try:
        return path if _is_unedited(_text(path, "replace")) else beside
    except FileNotFoundError:
        return path
    except OSError as error:
        raise os_failure(path, error, writing=True) from None


def fixed(path: Path) -> frozenset[str]:
    """Return the names of the settings in the user's own configuration, which `choose` cannot change.

    Raise `StoreError` if the file cannot be read.
    """
    return frozenset() if kept_in(path) == path else frozenset(_parse(path))


def choose(path: Path, name: str, value: "Any") -> bool:
    """Save the value of a setting. Return False, without writing, if the user's own file fixes it.

    Raise `StoreError` if the value cannot be saved.
    """
    target = kept_in(path)
    return name not in fixed(path) and save(target, _read(target, Config())._replace(**{name: value}))


def _is_unedited(text: str) -> bool:
    """Return True if itatui wrote the text and nobody has edited it since."""
    first, _newline, body = text.partition("\n")
    return first == CHECKSUM_PREFIX + _checksum(body)


def _checksum(body: str) -> str:
    import zlib  # lazy: needed only to save a setting

    return f"{zlib.crc32(body.encode()):08x}"
