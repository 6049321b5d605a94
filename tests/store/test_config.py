"""Configuration: validated on reading, and never rewritten after an edit by the user."""

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
def place(tmp_path: Path) -> Path:
    """Return the path of a missing configuration file."""
    return tmp_path / "itatui" / "config.toml"


def test_missing_file_gives_defaults(place: Path) -> None:
    assert load(place) == Config("th", "", (), theme="auto", motion="auto")


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
def test_saved_configuration_is_loaded(place: Path, config: Config) -> None:
    assert save(place, config)
    assert load(place) == config


settings = {name: st.sampled_from(choices) for name, choices in CHOICES.items()}
configs = st.builds(Config, register=st.text(), words=st.lists(st.text(), max_size=3).map(tuple), **settings)


@given(configs)
def test_any_saved_configuration_is_loaded(config: Config) -> None:
    with TemporaryDirectory() as folder:
        place = Path(folder, "config.toml")
        assert save(place, config) and save(place, config)
        assert load(place) == config


def test_own_file_is_rewritten(place: Path) -> None:
    for language in ("en", "th", "en"):
        assert save(place, Config(language))
        assert load(place).language == language


@pytest.mark.parametrize("change", ["\n", "# mine\n", 'register = "b.json"\n'])
def test_edited_file_is_never_rewritten(place: Path, change: str) -> None:
    save(place, Config("en"))
    place.write_text(place.read_text("utf-8") + change, "utf-8")
    before = place.read_bytes()
    assert not save(place, Config("th", "other"))
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    "text", ["", 'language = "en"\n', f"{CHECKSUM_PREFIX}\n", f"{CHECKSUM_PREFIX}00000001\n", "not TOML ["]
)
def test_handwritten_file_is_never_rewritten(place: Path, text: str) -> None:
    place.parent.mkdir()
    place.write_text(text, "utf-8")
    assert not save(place, Config("th"))
    assert place.read_text("utf-8") == text


def test_file_in_other_encoding_is_never_rewritten(place: Path) -> None:
    place.parent.mkdir()
    place.write_bytes('register = "ไทย"'.encode("cp874"))
    assert not save(place, Config())
    assert place.read_bytes() == 'register = "ไทย"'.encode("cp874")


WRONG = {
    'language = "fr"': "language is one of th, en",
    "language = 1": "language is one of th, en",
    "language = []": "language is one of th, en",
    "register = 1": "register is a file's name in quotes",
    "register = ['a']": "register is a file's name in quotes",
    "sara_am = 1": "sara_am is one of auto, whole, split",
    'sara_am = "no"': "sara_am is one of auto, whole, split",
    "words = [1]": "words is a list of words in quotes",
    "words = 5": "words is a list of words in quotes",
    "words = true": "words is a list of words in quotes",
    'words = "อบต."': "words is a list of words in quotes",
    "words = {a = 1}": "words is a list of words in quotes",
    'digits = "roman"': "digits is one of arabic, thai",
    "digits = 1": "digits is one of arabic, thai",
    "language = \n": "line 1",
    'theme = "pink"': "theme is one of auto, dark, light",
    "motion = true": "motion is one of auto, full, none",
    "[[[": "line 1",
    "a = 1\na = 2\n": "line 2",
    'register = "\x1b"': "line 1",
}


@pytest.mark.parametrize("text", WRONG)
def test_invalid_file_is_reported_in_one_line_and_kept(place: Path, text: str) -> None:
    place.parent.mkdir()
    place.write_text(text, "utf-8")
    with pytest.raises(StoreError) as caught:
        load(place)
    line = str(caught.value)
    assert line.isprintable() and WRONG[text] in line
    assert line.startswith(f"{place}: ") and line.endswith("; mend or remove the file")
    assert place.read_text("utf-8") == text


def test_invalid_utf8_is_reported(place: Path) -> None:
    place.parent.mkdir()
    place.write_bytes(b"words = ['\xff']")
    with pytest.raises(StoreError, match="it is not UTF-8"):
        load(place)


def test_folder_in_place_of_file_is_reported(place: Path) -> None:
    place.mkdir(parents=True)
    with pytest.raises(StoreError, match="it is a folder"):
        load(place)
    with pytest.raises(StoreError, match="it is a folder"):
        save(place, Config())


def test_unknown_settings_are_ignored(place: Path) -> None:
    place.parent.mkdir()
    place.write_text('language = "en"\n[later]\nx = 1\n', "utf-8")
    assert load(place) == Config("en")


def test_path_is_in_xdg_config_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    assert config_path() == tmp_path / "c" / "itatui" / "config.toml"
    assert not (tmp_path / "c").exists()


def test_chosen_setting_is_saved_and_others_are_unchanged(place: Path) -> None:
    assert choose(place, "theme", "light") and choose(place, "words", ("ปากกราน",)) and choose(place, "language", "en")
    assert load(place) == Config("en", words=("ปากกราน",), theme="light")
    assert choose(place, "theme", "auto")
    assert load(place) == Config("en", words=("ปากกราน",))
    assert kept_in(place) == place and not fixed(place)
    assert [each.name for each in place.parent.iterdir()] == [place.name]


@pytest.fixture
def own(place: Path) -> str:
    """Write a configuration by hand and return its text."""
    place.parent.mkdir()
    text = '# mine\nlanguage = "en"\nlater = 1\n'
    place.write_text(text, "utf-8")
    return text


def test_choices_beside_own_file_of_user_go_to_another_file(place: Path, own: str) -> None:
    assert fixed(place) == {"language", "later"}
    assert choose(place, "theme", "light") and not choose(place, "language", "th")
    assert load(place) == Config("en", theme="light")
    assert place.read_text("utf-8") == own
    beside = place.with_name(SETTINGS_NAME)
    assert kept_in(place) == beside and 'theme = "light"' in beside.read_text("utf-8")
    place.unlink()
    assert load(place) == Config(theme="light") and not fixed(place)
    assert choose(place, "theme", "auto") and load(place) == Config()


def test_own_file_of_user_takes_precedence_over_choices(place: Path, own: str) -> None:
    choose(place, "theme", "light")
    place.write_text(f'{own}theme = "dark"\n', "utf-8")
    assert load(place) == Config("en", theme="dark")
    assert not choose(place, "theme", "mono")


def test_edited_file_of_choices_is_kept(place: Path, own: str) -> None:
    choose(place, "theme", "light")
    beside = place.with_name(SETTINGS_NAME)
    beside.write_text(beside.read_text("utf-8") + "# mine\n", "utf-8")
    before = beside.read_bytes()
    assert not choose(place, "theme", "dark")
    assert beside.read_bytes() == before and load(place).theme == "light"


def test_error_in_file_of_choices_names_that_file(place: Path) -> None:
    place.parent.mkdir()
    place.with_name(SETTINGS_NAME).write_text("theme = 1", "utf-8")
    with pytest.raises(StoreError, match=SETTINGS_NAME):
        load(place)
