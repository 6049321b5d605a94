"""The registers of a person: which were open before, and how another becomes the one that is opened."""

from pathlib import Path

import pytest

from itatui.errors import ItatuiError, UsageError
from itatui.store import SAMPLE, RegisterFile, config, create
from itatui.store.errors import StoreError
from itatui.store.paths import choose_register, data_folder
from itatui.store.recent import MAX_RECENT, RecentRegisters, recent_path
from tests import reference


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A home of nobody's."""
    for name, folder in {"CONFIG": "config", "DATA": "data", "STATE": "state"}.items():
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("ITATUI_REGISTER", raising=False)


def opened_next() -> Path:
    """The register that `itatui` opens from now on."""
    return choose_register(None, config.load(config.config_path())).path


def test_the_sample_is_a_copy_of_ones_own_and_needs_no_configuration(tmp_path: Path) -> None:
    file = RecentRegisters().sample()
    assert file.path == data_folder() / SAMPLE == opened_next()
    assert file.load() == reference.register()
    assert not (tmp_path / "config").exists()
    before = file.path.read_bytes()
    assert RecentRegisters().sample().path.read_bytes() == before


def test_a_new_one_is_opened_from_then_on() -> None:
    file = RecentRegisters().begin("  อบต.ใหม่\n\x1b ", 2568)
    register = file.load()
    assert (register.agency, register.fiscal_year, register.measures) == ("อบต.ใหม่", 2568, ())
    assert opened_next() == file.path == data_folder() / "register_2568.json"
    other = RecentRegisters().begin("อบต.อื่น", 2568)
    assert opened_next() == other.path == data_folder() / "register_2568_2.json"
    assert file.load().agency == "อบต.ใหม่"
    assert RecentRegisters().sample().path == opened_next()  # who goes back to the sample gets it next time, too


def test_a_year_of_another_calendar_is_refused_and_nothing_made() -> None:
    with pytest.raises(UsageError, match="2567"):
        RecentRegisters().begin("ก", 2024)
    assert not data_folder().exists()


def test_a_file_is_opened_by_the_name_that_is_typed(tmp_path: Path) -> None:
    create(tmp_path / "กอง" / "r.json", reference.register())
    file = RecentRegisters().at(" ~/กอง/r.json ")
    assert file.path == tmp_path / "กอง" / "r.json" == opened_next()


@pytest.mark.parametrize("text", ["none.json", "~/none/none.json", "."])
def test_what_is_no_register_is_said_and_changes_nothing(tmp_path: Path, text: str) -> None:
    before = opened_next()
    with pytest.raises(ItatuiError):
        RecentRegisters().at(text)
    (tmp_path / "broken.json").write_text("{", "utf-8")
    with pytest.raises(StoreError):
        RecentRegisters().at(str(tmp_path / "broken.json"))
    assert opened_next() == before and not (tmp_path / "config").exists()


def test_a_persons_own_configuration_goes_before(tmp_path: Path) -> None:
    own = config.config_path()
    own.parent.mkdir(parents=True)
    own.write_text('register = "~/mine.json"\n', "utf-8")
    file = RecentRegisters().begin("ก", 2568)
    assert file.path.exists() and opened_next() == tmp_path / "mine.json"
    assert own.read_text("utf-8") == 'register = "~/mine.json"\n'


def recent() -> list[tuple[str, int]]:
    return [(Path(each.path).name, each.fiscal_year) for each in RecentRegisters().recent()]


def test_those_that_were_open_are_remembered_latest_first(tmp_path: Path) -> None:
    shelf = RecentRegisters()
    assert shelf.recent() == ()
    for number in range(MAX_RECENT + 2):
        path = tmp_path / f"{number}.json"
        create(path, reference.register()._replace(fiscal_year=2560 + number))
        shelf.opened(RegisterFile(path), RegisterFile(path).load())
    assert recent() == [(f"{number}.json", 2560 + number) for number in range(MAX_RECENT + 1, 1, -1)]
    shelf.opened(RegisterFile(tmp_path / "5.json"), RegisterFile(tmp_path / "5.json").load())
    assert recent()[0] == ("5.json", 2565) and len(recent()) == MAX_RECENT
    (tmp_path / "5.json").unlink()
    assert "5.json" not in [name for name, _year in recent()]


@pytest.mark.parametrize("text", ["", "{", "[1]", '[["a"]]', '[["a", "b", "c"]]', "[[[[", '{"a": 1}', "\udcff"])
def test_what_became_of_the_list_hinders_nobody(tmp_path: Path, text: str) -> None:
    recent_path().parent.mkdir(parents=True)
    recent_path().write_bytes(text.encode("utf-8", "surrogateescape"))
    assert RecentRegisters().recent() == ()
    file = RecentRegisters().sample()
    RecentRegisters().opened(file, file.load())
    assert recent() == [(SAMPLE, 2567)]


def test_a_state_folder_that_can_not_be_made_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("", "utf-8")
    file = RecentRegisters().sample()
    RecentRegisters().opened(file, file.load())
    assert RecentRegisters().recent() == ()
