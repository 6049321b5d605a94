"""Which register is meant, and the copy that first use makes."""

from pathlib import Path

import pytest

from itatui.store import SAMPLE, RegisterFile, create
from itatui.store.config import Config
from itatui.store.errors import StoreError
from itatui.store.paths import RegisterChoice, choose_register, create_sample_copy, data_folder
from tests import reference


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's own data folder, not there yet."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share" / "itatui"


def test_the_option_goes_before_the_environment_before_the_configuration(
    monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    settings = Config(register="~/c.json")
    monkeypatch.setenv("ITATUI_REGISTER", "e.json")
    assert choose_register("o.json", settings) == RegisterChoice(Path("o.json"), "option")
    assert choose_register(None, settings) == RegisterChoice(Path("e.json"), "environment")
    monkeypatch.setenv("ITATUI_REGISTER", "")
    assert choose_register(None, settings) == RegisterChoice(Path("~/c.json").expanduser(), "configuration")
    assert choose_register("", Config()) == RegisterChoice(data / SAMPLE, "default")


def test_the_home_of_the_configurations_register(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert choose_register(None, Config(register="~/c.json")).path == tmp_path / "c.json"


def test_first_use_makes_a_copy_once(data: Path) -> None:
    place = choose_register(None, Config())
    assert place.path == data_folder() / SAMPLE and data == data_folder()
    assert create_sample_copy(place) and not create_sample_copy(place)
    assert RegisterFile(place.path).load() == reference.register()
    assert [each.name for each in data.iterdir()] == [SAMPLE]


def test_first_use_makes_nothing_in_the_place_of_a_named_register(tmp_path: Path) -> None:
    for source in ("option", "environment", "configuration"):
        assert not create_sample_copy(RegisterChoice(tmp_path / "none.json", source))
    assert not (tmp_path / "none.json").exists()


def test_two_that_use_it_first_at_once_both_get_it(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slower(path: Path, register: object) -> None:
        create(path, reference.register())  # the other was quicker
        create(path, reference.register())

    monkeypatch.setattr("itatui.store.paths.create", slower)
    place = choose_register(None, Config())
    create_sample_copy(place)
    assert RegisterFile(place.path).load() == reference.register()


def test_a_home_that_cannot_be_written_in_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    with pytest.raises(StoreError, match="a part of its path is no folder"):
        create_sample_copy(choose_register(None, Config()))
