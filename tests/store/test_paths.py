"""Choice of the register to open, and the copy of the sample on first use."""

from pathlib import Path

import pytest

from itatui.store import SAMPLE, RegisterFile, create
from itatui.store.config import Config
from itatui.store.errors import StoreError
from itatui.store.paths import RegisterChoice, choose_register, create_sample_copy, data_folder
from tests import reference


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the path of the user's data folder, which is missing."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share" / "itatui"


def test_option_overrides_environment_overrides_configuration(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    settings = Config(register="~/c.json")
    monkeypatch.setenv("ITATUI_REGISTER", "e.json")
    assert choose_register("o.json", settings) == RegisterChoice(Path("o.json"), "option")
    assert choose_register(None, settings) == RegisterChoice(Path("e.json"), "environment")
    monkeypatch.setenv("ITATUI_REGISTER", "")
    assert choose_register(None, settings) == RegisterChoice(Path("~/c.json").expanduser(), "configuration")
    assert choose_register("", Config()) == RegisterChoice(data / SAMPLE, "default")


def test_tilde_in_configured_register_is_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert choose_register(None, Config(register="~/c.json")).path == tmp_path / "c.json"


def test_first_use_creates_one_copy(data: Path) -> None:
    choice = choose_register(None, Config())
    assert choice.path == data_folder() / SAMPLE and data == data_folder()
    assert create_sample_copy(choice) and not create_sample_copy(choice)
    assert RegisterFile(choice.path).load() == reference.register()
    assert [each.name for each in data.iterdir()] == [SAMPLE]


def test_first_use_creates_no_named_register(tmp_path: Path) -> None:
    for source in ("option", "environment", "configuration"):
        assert not create_sample_copy(RegisterChoice(tmp_path / "none.json", source))
    assert not (tmp_path / "none.json").exists()


def test_concurrent_first_uses_both_succeed(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def create_late(path: Path, register: object) -> None:
        create(path, reference.register())  # by another process
        create(path, reference.register())

    monkeypatch.setattr("itatui.store.paths.create", create_late)
    choice = choose_register(None, Config())
    create_sample_copy(choice)
    assert RegisterFile(choice.path).load() == reference.register()


def test_unwritable_home_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    with pytest.raises(StoreError, match="part of the path is not a folder"):
        create_sample_copy(choose_register(None, Config()))


def test_relative_path_in_configuration_starts_at_its_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.chdir("/")
    assert choose_register(None, Config(register="ก/c.json")).path == tmp_path / "itatui" / "ก" / "c.json"


@pytest.mark.parametrize("name", ["~no-such-user/c.json", "c\0.json", "~nobody-here\0"])
def test_impossible_path_in_configuration_is_refused_in_one_line(name: str) -> None:
    with pytest.raises(StoreError, match="no file can have this name") as caught:
        choose_register(None, Config(register=name))
    assert str(caught.value).isprintable()
