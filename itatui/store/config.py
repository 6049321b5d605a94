"""The configuration: a TOML file in the XDG place. One that a person wrote or changed is read, never rewritten.

What is chosen in the program is then kept in a file of its own beside it, and the person's file goes before that one.
"""

from pathlib import Path
from typing import Any, NamedTuple

from itatui.locale import LANGUAGES, _
from itatui.store import xdg
from itatui.store.errors import StoreError, os_failure
from itatui.store.files import atomic
from itatui.thai import DIGITS, safe
from itatui.thai.sara_am import SARA_AM

MARK = "# Written by itatui: "
"""The first line of a file that itatui may rewrite: this, and a checksum of the rest."""


SETTINGS = "settings.toml"
"""The file beside a person's own configuration in which itatui keeps what is chosen on the screen."""

CHOICES = {
    "language": LANGUAGES,
    "sara_am": SARA_AM,
    "digits": DIGITS,
    "theme": ("auto", "dark", "light", "contrast-dark", "contrast-light", "ansi", "mono"),
    "motion": ("auto", "full", "none"),
}
"""What each setting of few values may be; the first is what it is when nobody chose."""


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
    theme: str = "auto"
    """The colours: `auto` is what suits the terminal."""
    motion: str = "auto"
    """Whether anything moves by itself: `auto` is not over a line."""


def config_path() -> Path:
    """Where the configuration is, whether or not there is one."""
    return xdg.folder("XDG_CONFIG_HOME", ".config") / "config.toml"


def load(path: Path) -> Config:
    """The configuration in a file, before what is kept beside it; the usual when there is none. `StoreError`."""
    return _read(path, _read(path.with_name(SETTINGS), Config()))


def _read(path: Path, before: Config) -> Config:
    """What a file says; of what it says nothing, what was said before. `StoreError` says what is wrong with it."""
    found = _found(path)
    return _checked(path, found, before) if found else before


def _found(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise os_failure(path, error, writing=False) from None
    except UnicodeDecodeError:
        raise _wrong(path, _("it is not UTF-8")) from None
    import tomllib  # here, because most have no configuration

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _wrong(path, str(error)) from None


def _checked(path: Path, found: dict[str, Any], before: Config) -> Config:
    words = found.get("words", [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise _wrong(path, _("words is a list of words in quotes"))
    known = {name: found[name] for name in Config._fields if name in found}
    config = before._replace(**known)
    for name, choices in CHOICES.items():
        if getattr(config, name) not in choices:
            raise _wrong(path, _("{name} is one of {known}").format(name=name, known=", ".join(choices)))
    if not isinstance(config.register, str):
        raise _wrong(path, _("register is a file's name in quotes"))
    if not isinstance(config.unit, str):
        raise _wrong(path, _("unit is a unit's name in quotes"))
    return config._replace(words=tuple(config.words))


def _wrong(path: Path, reason: str) -> StoreError:
    return StoreError(_("{path}: {reason}; mend or remove the file").format(path=safe(str(path)), reason=safe(reason)))


def save(path: Path, config: Config) -> bool:
    """Writes the configuration; False, and nothing done, when the file there is a person's own. `StoreError`."""
    import tomli_w

    usual = Config()._asdict()
    body = tomli_w.dumps({name: value for name, value in config._asdict().items() if value != usual[name]})
    try:
        if path.exists() and not _ours(path.read_text(encoding="utf-8", errors="replace")):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.replace(path, f"{MARK}{_checksum(body)}\n{body}".encode(), lambda _old: None)
    except OSError as error:
        raise os_failure(path, error, writing=True) from None
    return True


def kept_in(path: Path) -> Path:
    """The file in which what is chosen is kept: the configuration, or the one beside it when that is a person's own."""
    beside = path.with_name(SETTINGS)
    if beside.exists():
        return beside
    try:
        return path if _ours(path.read_text(encoding="utf-8", errors="replace")) else beside
    except FileNotFoundError:
        return path
    except OSError as error:
        raise os_failure(path, error, writing=True) from None


def fixed(path: Path) -> frozenset[str]:
    """The settings that a person's own configuration says, which no choice can change. `StoreError`."""
    return frozenset() if kept_in(path) == path else frozenset(_found(path))


def choose(path: Path, name: str, value: Any) -> bool:
    """Keeps what was chosen for a setting; False, and nothing done, when a file says otherwise that is a person's own.

    `StoreError` when it can not be kept.
    """
    kept = kept_in(path)
    return name not in fixed(path) and save(kept, _read(kept, Config())._replace(**{name: value}))


def _ours(text: str) -> bool:
    first, _newline, body = text.partition("\n")
    return first == MARK + _checksum(body)


def _checksum(body: str) -> str:
    import zlib  # here, because it is read at every start and written once a year

    return f"{zlib.crc32(body.encode()):08x}"
