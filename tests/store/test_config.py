"""Configuration: validated on reading, and never rewritten after an edit by the user."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.store.config import (
    CHECKSUM_PREFIX,
    CHOICES,
    SETTINGS_NAME,
    Config,
    choose,
    config_path,
    fixed,
    kept_in,
    load,
    save,
)
from itatui.store.errors import StoreError

WORDS = ("[/] $x", 'say "a"\\', "อบต.ปากกราน", "a\nb", "=1+1")


@pytest.fixture
def config_file(tmp_path: Path) -> Path:
    """Return the path of a missing configuration file."""
    return tmp_path / "itatui" / "config.toml"


def test_missing_file_gives_defaults(config_file: Path) -> None:
    assert load(config_file) == Config("th", "", (), theme="auto", motion="auto")


@pytest.mark.parametrize(
    "config",
    [
        Config(),
        Config("en"),
        Config("en", "/ก ข/[1].json", WORDS),
        Config(register='C:\\"x"', words=WORDS),
        Config(digits="thai"),
    ],
)
def test_saved_configuration_is_loaded(config_file: Path, config: Config) -> None:
    assert save(config_file, config)
    assert load(config_file) == config


settings = {name: st.sampled_from(choices) for name, choices in CHOICES.items()}
configs = st.builds(Config, register=st.text(), words=st.lists(st.text(), max_size=3).map(tuple), **settings)


@given(configs)
def test_any_saved_configuration_is_loaded(config: Config) -> None:
    with TemporaryDirectory() as folder:
        config_file = Path(folder, "config.toml")
        assert save(config_file, config) and save(config_file, config)
        assert load(config_file) == config


def test_own_file_is_rewritten(config_file: Path) -> None:
    for language in ("en", "th", "en"):
        assert save(config_file, Config(language))
        assert load(config_file).language == language


@pytest.mark.parametrize("change", ["\n", "# mine\n", 'register = "b.json"\n'])
def test_edited_file_is_never_rewritten(config_file: Path, change: str) -> None:
    save(config_file, Config("en"))
    config_file.write_text(config_file.read_text("utf-8") + change, "utf-8")
    before = config_file.read_bytes()
    assert not save(config_file, Config("th", "other"))
    assert config_file.read_bytes() == before


@pytest.mark.parametrize(
    "text", ["", 'language = "en"\n', f"{CHECKSUM_PREFIX}\n", f"{CHECKSUM_PREFIX}00000001\n", "not TOML ["]
)
def test_handwritten_file_is_never_rewritten(config_file: Path, text: str) -> None:
    config_file.parent.mkdir()
    config_file.write_text(text, "utf-8")
    assert not save(config_file, Config("th"))
    assert config_file.read_text("utf-8") == text


def test_file_in_other_encoding_is_never_rewritten(config_file: Path) -> None:
    config_file.parent.mkdir()
    config_file.write_bytes('register = "ไทย"'.encode("cp874"))
    assert not save(config_file, Config())
    assert config_file.read_bytes() == 'register = "ไทย"'.encode("cp874")


WRONG = {
    'language = "fr"': "language must be one of th, en",
    "language = 1": "language must be one of th, en",
    "language = []": "language must be one of th, en",
    "register = 1": "register must be a quoted file name",
    "register = ['a']": "register must be a quoted file name",
    "sara_am = 1": "sara_am must be one of auto, whole, split",
    'sara_am = "no"': "sara_am must be one of auto, whole, split",
    "words = [1]": "words must be a list of quoted words",
    "words = 5": "words must be a list of quoted words",
    "words = true": "words must be a list of quoted words",
    'words = "อบต."': "words must be a list of quoted words",
    "words = {a = 1}": "words must be a list of quoted words",
    'digits = "roman"': "digits must be one of arabic, thai",
    "digits = 1": "digits must be one of arabic, thai",
    "language = \n": "line 1",
    'theme = "pink"': "theme must be one of auto, dark, light",
    "motion = true": "motion must be one of auto, full, none",
    "[[[": "line 1",
    "a = 1\na = 2\n": "line 2",
    f"a = {'1' * 5000}": "4300 digits",
    'register = "\x1b"': "line 1",
}


@pytest.mark.parametrize("text", WRONG)
def test_invalid_file_is_reported_in_one_line_and_kept(config_file: Path, text: str) -> None:
    config_file.parent.mkdir()
    config_file.write_text(text, "utf-8")
    with pytest.raises(StoreError) as caught:
        load(config_file)
    line = str(caught.value)
    assert line.isprintable() and WRONG[text] in line
    assert line.startswith(f"{config_file}: ") and line.endswith("; fix or delete the file")
    assert config_file.read_text("utf-8") == text


def test_invalid_utf8_is_reported(config_file: Path) -> None:
    config_file.parent.mkdir()
    config_file.write_bytes(b"words = ['\xff']")
    with pytest.raises(StoreError, match="not UTF-8"):
        load(config_file)


def test_folder_in_place_of_file_is_reported(config_file: Path) -> None:
    config_file.mkdir(parents=True)
    with pytest.raises(StoreError, match="it is a folder, not a file"):
        load(config_file)
    with pytest.raises(StoreError, match="it is a folder, not a file"):
        save(config_file, Config())


def test_unknown_settings_are_ignored(config_file: Path) -> None:
    config_file.parent.mkdir()
    config_file.write_text('language = "en"\n[later]\nx = 1\n', "utf-8")
    assert load(config_file) == Config("en")


def test_path_is_in_xdg_config_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    assert config_path() == tmp_path / "c" / "itatui" / "config.toml"
    assert not (tmp_path / "c").exists()


def test_chosen_setting_is_saved_and_others_are_unchanged(config_file: Path) -> None:
    assert (
        choose(config_file, "theme", "light")
        and choose(config_file, "words", ("ปากกราน",))
        and choose(config_file, "language", "en")
    )
    assert load(config_file) == Config("en", words=("ปากกราน",), theme="light")
    assert choose(config_file, "theme", "auto")
    assert load(config_file) == Config("en", words=("ปากกราน",))
    assert kept_in(config_file) == config_file and not fixed(config_file)
    assert [each.name for each in config_file.parent.iterdir()] == [config_file.name]


@pytest.fixture
def own(config_file: Path) -> str:
    """Write a configuration by hand and return its text."""
    config_file.parent.mkdir()
    text = '# mine\nlanguage = "en"\nlater = 1\n'
    config_file.write_text(text, "utf-8")
    return text


def test_choices_beside_own_file_of_user_go_to_another_file(config_file: Path, own: str) -> None:
    assert fixed(config_file) == {"language", "later"}
    assert choose(config_file, "theme", "light") and not choose(config_file, "language", "th")
    assert load(config_file) == Config("en", theme="light")
    assert config_file.read_text("utf-8") == own
    beside = config_file.with_name(SETTINGS_NAME)
    assert kept_in(config_file) == beside and 'theme = "light"' in beside.read_text("utf-8")
    config_file.unlink()
    assert load(config_file) == Config(theme="light") and not fixed(config_file)
    assert choose(config_file, "theme", "auto") and load(config_file) == Config()


def test_own_file_of_user_takes_precedence_over_choices(config_file: Path, own: str) -> None:
    choose(config_file, "theme", "light")
    config_file.write_text(f'{own}theme = "dark"\n', "utf-8")
    assert load(config_file) == Config("en", theme="dark")
    assert not choose(config_file, "theme", "mono")


def test_edited_file_of_choices_is_kept(config_file: Path, own: str) -> None:
    choose(config_file, "theme", "light")
    beside = config_file.with_name(SETTINGS_NAME)
    beside.write_text(beside.read_text("utf-8") + "# mine\n", "utf-8")
    before = beside.read_bytes()
    assert not choose(config_file, "theme", "dark")
    assert beside.read_bytes() == before and load(config_file).theme == "light"


def test_error_in_file_of_choices_names_that_file(config_file: Path) -> None:
    config_file.parent.mkdir()
    config_file.with_name(SETTINGS_NAME).write_text("theme = 1", "utf-8")
    with pytest.raises(StoreError, match=SETTINGS_NAME):
        load(config_file)


def test_byte_order_mark_and_windows_line_ends_are_accepted(config_file: Path) -> None:
    config_file.parent.mkdir()
    config_file.write_bytes(b"\xef\xbb\xbflanguage = 'en'\r\nunit = '\xe0\xb8\x81'\r\n")
    assert load(config_file) == Config("en", unit="ก")
    assert fixed(config_file) == {"language", "unit"}


@pytest.mark.parametrize("name", ["config.toml", SETTINGS_NAME])
@pytest.mark.parametrize("kind", ["pipe", "zero", "folder", "deep", "large", "utf-16"])
def test_odd_file_is_refused_in_one_line(config_file: Path, kind: str, name: str) -> None:
    config_file.parent.mkdir()
    odd = config_file.with_name(name)
    if kind == "pipe":
        os.mkfifo(odd)
    elif kind == "zero":
        odd.symlink_to("/dev/zero")
    elif kind == "folder":
        odd.mkdir()
    elif kind == "large":
        odd.touch()
        os.truncate(odd, 2**33)
    else:
        text = "x = " + "[" * 5000 + "]" * 5000 if kind == "deep" else "language = 'en'"
        odd.write_text(text, "utf-16" if kind == "utf-16" else "utf-8")
    with pytest.raises(StoreError) as caught:
        load(config_file)
    assert str(caught.value).isprintable() and str(odd) in str(caught.value)
