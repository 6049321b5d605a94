"""The configuration: a TOML file in the XDG place. One that a person wrote or changed is read, never rewritten."""

from pathlib import Path
from typing import Any, NamedTuple

from itatui.locale import LANGUAGES, _
from itatui.store import durable, xdg
from itatui.store.failures import StoreError, os_failure
from itatui.thai import DIGITS, safe
from itatui.thai.sara_am import SARA_AM

MARK = "# Written by itatui: "
"""The first line of a file that itatui may rewrite: this, and a checksum of the rest."""


class Config(NamedTuple):
    """What the officer chose. A file may hold less; what it does not say is as here."""

    language: str = LANGUAGES[0]
    """One of `LANGUAGES`."""
    register: str = ""
    """The register that is opened when none is named; empty: the user's copy of the sample."""
    words: tuple[str, ...] = ()
    """The officer's own words, which are never broken inside."""
    sara_am: str = SARA_AM[0]
    """How ำ is sent to the terminal; one of `SARA_AM`."""
    digits: str = DIGITS[0]
    """One of `DIGITS`: how numbers are written for people."""
    unit: str = ""
    """The officer's own unit, as measures name it; empty: none is chosen."""


def config_path() -> Path:
    """Where the configuration is, whether or not there is one."""
    return xdg.folder("XDG_CONFIG_HOME", ".config") / "config.toml"


def load(path: Path) -> Config:
    """The configuration in a file; what there is when there is none. `StoreError` says what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise os_failure(path, error, writing=False) from None
    except UnicodeDecodeError:
        raise _wrong(path, _("it is not UTF-8")) from None
    import tomllib  # here, because most have no configuration

    try:
        return _checked(path, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _wrong(path, str(error)) from None


def _checked(path: Path, found: dict[str, Any]) -> Config:
    if not isinstance(found.get("words", []), list):
        raise _wrong(path, _("words is a list of words in quotes"))
    known = {name: found[name] for name in Config._fields if name in found}
    config = Config(**known)._replace(words=tuple(found.get("words", ())))
    if config.language not in LANGUAGES:
        raise _wrong(path, _("language is one of {known}").format(known=", ".join(LANGUAGES)))
    if config.digits not in DIGITS:
        raise _wrong(path, _("digits is one of {known}").format(known=", ".join(DIGITS)))
    if not isinstance(config.register, str):
        raise _wrong(path, _("register is a file's name in quotes"))
    if not isinstance(config.unit, str):
        raise _wrong(path, _("unit is a unit's name in quotes"))
    if not all(isinstance(word, str) for word in config.words):
        raise _wrong(path, _("words is a list of words in quotes"))
    if config.sara_am not in SARA_AM:
        raise _wrong(path, _("sara_am is one of {known}").format(known=", ".join(SARA_AM)))
    return config


def _wrong(path: Path, reason: str) -> StoreError:
    return StoreError(_("{path}: {reason}; mend or remove the file").format(path=safe(str(path)), reason=safe(reason)))


def save(path: Path, config: Config) -> bool:
    """Writes the configuration; False, and nothing done, when the file there is a person's own. `StoreError`."""
    import tomli_w

    body = tomli_w.dumps({name: value for name, value in config._asdict().items() if value})
    try:
        if path.exists() and not _ours(path.read_text(encoding="utf-8", errors="replace")):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        durable.replace(path, f"{MARK}{_checksum(body)}\n{body}".encode(), lambda _old: None)
    except OSError as error:
        raise os_failure(path, error, writing=True) from None
    return True


def _ours(text: str) -> bool:
    first, _newline, body = text.partition("\n")
    return first == MARK + _checksum(body)


def _checksum(body: str) -> str:
    import zlib  # here, because it is read at every start and written once a year

    return f"{zlib.crc32(body.encode()):08x}"
