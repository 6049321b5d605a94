"""The user's registers: recent registers, new registers, and the default register."""

import os
from pathlib import Path

import pytest

from itatui.domain.protocols import NewRegister
from itatui.errors import ItatuiError, UsageError
from itatui.store import SAMPLE, RegisterFile, config, create
from itatui.store.errors import StoreError
from itatui.store.paths import choose_register, data_folder
from itatui.store.recent import MAX_RECENT, RecentRegisters, recent_path
from tests import reference


@pytest.fixture(autouse=True)
def _empty_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Set an empty home and no chosen register."""
    (tmp_path / "work").mkdir()
    for name, folder in {"CONFIG": "config", "DATA": "data", "STATE": "state"}.items():
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("ITATUI_REGISTER", raising=False)
    monkeypatch.chdir(tmp_path / "work")


def default_register() -> Path:
    """Return the path of the register that `itatui` opens by default."""
    return choose_register(None, config.load(config.config_path())).path


def test_sample_is_copied_without_configuration(tmp_path: Path) -> None:
    file = RecentRegisters().sample()
    assert file.path == data_folder() / SAMPLE == default_register()
    assert file.load() == reference.register()
    assert not (tmp_path / "config").exists()
    before = file.path.read_bytes()
    assert RecentRegisters().sample().path.read_bytes() == before


def test_new_register_becomes_the_default() -> None:
    file = RecentRegisters().begin(NewRegister("  อบต.ใหม่\n\x1b ", "", 2568))
    register = file.load()
    assert (register.agency, register.fiscal_year, register.measures) == ("อบต.ใหม่", 2568, ())
    assert default_register() == file.path == data_folder() / "register_2568.json"
    other = RecentRegisters().begin(NewRegister("อบต.อื่น", "อื่น", 2568))
    assert default_register() == other.path == data_folder() / "register_2568_2.json"
    assert (file.load().agency, file.load().agency_short) == ("อบต.ใหม่", "อบต.ใหม่")
    assert (other.load().agency, other.load().agency_short) == ("อบต.อื่น", "อื่น")
    assert RecentRegisters().sample().path == default_register()  # the sample becomes the default again


def test_gregorian_year_is_refused_and_nothing_created() -> None:
    with pytest.raises(UsageError, match="2567"):
        RecentRegisters().begin(NewRegister("ก", "", 2024))
    assert not data_folder().exists()


def test_register_of_the_next_year_has_the_plan_of_the_last_and_no_results(tmp_path: Path) -> None:
    last = reference.register()
    create(tmp_path / "last.json", last)
    file = RecentRegisters().begin(NewRegister("อบต.ใหม่", "ใหม่", 2568), "~/last.json")
    register = file.load()
    assert file.path == data_folder() / "register_2568.json" == default_register()
    assert (register.agency, register.agency_short, register.fiscal_year) == ("อบต.ใหม่", "ใหม่", 2568)
    assert [each.planned for each in register.measures] == [each.planned for each in last.measures]
    assert not any(each.done or each.result for each in register.measures)
    assert RegisterFile(tmp_path / "last.json").load() == last


def test_sources_of_the_next_year_are_the_recent_registers_and_those_beside_them(tmp_path: Path) -> None:
    for name in ("a", "b"):
        create(tmp_path / "shared" / f"{name}.json", reference.register()._replace(agency_short=name))
    create(data_folder() / "c.json", reference.register()._replace(agency_short="c"))
    for name in ("broken.json", "notes.txt", ".hidden.json"):
        (tmp_path / "shared" / name).write_text("{", "utf-8")
    registers = RecentRegisters()
    assert [each.agency for each in registers.sources()] == ["c"]
    opened = RegisterFile(tmp_path / "shared" / "b.json")
    registers.opened(opened, opened.load())
    assert [each.agency for each in registers.sources()] == ["b", "a", "c"]
    assert registers.look(registers.sources()[1].path).agency_short == "a"
    assert not (tmp_path / "config").exists()


def test_file_is_opened_by_typed_path(tmp_path: Path) -> None:
    create(tmp_path / "กอง" / "r.json", reference.register())
    file = RecentRegisters().at(" ~/กอง/r.json ")
    assert file.path == tmp_path / "กอง" / "r.json" == default_register()


@pytest.mark.parametrize("text", ["none.json", "~/none/none.json", "."])
def test_invalid_register_is_reported_and_default_is_kept(tmp_path: Path, text: str) -> None:
    before = default_register()
    with pytest.raises(ItatuiError):
        RecentRegisters().at(text)
    (tmp_path / "broken.json").write_text("{", "utf-8")
    with pytest.raises(StoreError):
        RecentRegisters().at(str(tmp_path / "broken.json"))
    assert default_register() == before and not (tmp_path / "config").exists()


def test_own_configuration_of_user_takes_precedence(tmp_path: Path) -> None:
    own = config.config_path()
    own.parent.mkdir(parents=True)
    own.write_text('register = "~/mine.json"\n', "utf-8")
    file = RecentRegisters().begin(NewRegister("ก", "", 2568))
    assert file.path.exists() and default_register() == tmp_path / "mine.json"
    assert own.read_text("utf-8") == 'register = "~/mine.json"\n'


def recent() -> list[tuple[str, int]]:
    return [(Path(each.path).name, each.fiscal_year) for each in RecentRegisters().recent()]


def test_opened_registers_are_listed_latest_first(tmp_path: Path) -> None:
    registers = RecentRegisters()
    assert registers.recent() == ()
    for number in range(MAX_RECENT + 2):
        path = tmp_path / f"{number}.json"
        create(path, reference.register()._replace(fiscal_year=2560 + number))
        registers.opened(RegisterFile(path), RegisterFile(path).load())
    assert recent() == [(f"{number}.json", 2560 + number) for number in range(MAX_RECENT + 1, 1, -1)]
    registers.opened(RegisterFile(tmp_path / "5.json"), RegisterFile(tmp_path / "5.json").load())
    assert recent()[0] == ("5.json", 2565) and len(recent()) == MAX_RECENT
    (tmp_path / "5.json").unlink()
    assert "5.json" not in [name for name, _year in recent()]


@pytest.mark.parametrize("text", ["", "{", "[1]", '[["a"]]', '[["a", "b", "c"]]', "[[[[", '{"a": 1}', "\udcff"])
def test_malformed_list_is_ignored_and_replaced(tmp_path: Path, text: str) -> None:
    recent_path().parent.mkdir(parents=True)
    recent_path().write_bytes(text.encode("utf-8", "surrogateescape"))
    assert RecentRegisters().recent() == ()
    file = RecentRegisters().sample()
    RecentRegisters().opened(file, file.load())
    assert recent() == [(SAMPLE, 2567)]


def test_unwritable_state_folder_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("", "utf-8")
    file = RecentRegisters().sample()
    RecentRegisters().opened(file, file.load())
    assert RecentRegisters().recent() == ()


@pytest.mark.parametrize("kind", ["deep", "pipe", "zero"])
def test_odd_list_of_recent_registers_is_ignored(kind: str) -> None:
    recent_path().parent.mkdir(parents=True)
    if kind == "pipe":
        os.mkfifo(recent_path())
    elif kind == "zero":
        recent_path().symlink_to("/dev/zero")
    else:
        recent_path().write_text("[" * 50_000, "utf-8")
    assert RecentRegisters().recent() == ()


@pytest.mark.parametrize("name", ["~no-such-user/c.json", "a\0b"])
def test_impossible_typed_path_is_refused_in_one_line(name: str) -> None:
    with pytest.raises(StoreError, match="no file can have this name"):
        RecentRegisters().at(name)
