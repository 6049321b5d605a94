"""Folders of the user that cannot be used: a file or a link to nothing in their place, or no rights."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from itatui.domain.protocols import NewRegister
from itatui.store.recent import RecentRegisters
from tests.support.command_line import Run
from tests.support.people import GROUP, USER, acting_as, needs_root, office


def a_file(folder: Path) -> None:
    folder.write_text("no folder", "utf-8")


def a_link_to_nothing(folder: Path) -> None:
    folder.symlink_to("nowhere")


def a_link_to_itself(folder: Path) -> None:
    folder.symlink_to(folder.name)


OBSTACLES = [a_file, a_link_to_nothing, a_link_to_itself]
EACH = pytest.mark.parametrize("obstruct", OBSTACLES, ids=lambda make: make.__name__)


@EACH
@pytest.mark.parametrize("name", ["config", "config/itatui"])
def test_settings_have_their_defaults_and_a_line_says_so(
    tmp_path: Path, path: Path, run: Run, obstruct: Callable[[Path], None], name: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    obstruct(tmp_path / name)
    answer = run("show", "IIT-1", "--json")
    assert answer.code == 0 and json.loads(answer.out)["ref"] == "IIT-1"
    assert answer.err.startswith(f"itatui: {tmp_path / 'config' / 'itatui'}: ")
    assert answer.err.endswith("the default settings are used\n") and answer.err.count("\n") == 1


@EACH
def test_new_register_is_made_though_it_cannot_become_the_default(
    tmp_path: Path, run: Run, obstruct: Callable[[Path], None]
) -> None:
    obstruct(tmp_path / "config")
    answer = run("new", "2570")
    made = Path(answer.out.strip())
    assert answer.code == 0 and made.is_file()
    assert answer.err.splitlines()[-1].endswith("the setting is not kept")


@EACH
def test_register_opens_on_the_screen_though_it_cannot_become_the_default(
    tmp_path: Path, path: Path, obstruct: Callable[[Path], None]
) -> None:
    obstruct(tmp_path / "config")
    registers = RecentRegisters()
    assert registers.at(str(path)).path == path
    assert registers.unkept
    assert [registers.begin(NewRegister("หน่วยงาน", "", 2571)).path.name for _time in range(2)] == [
        "register_2571.json",
        "register_2571_2.json",
    ]


@EACH
def test_list_of_recent_registers_may_be_out_of_reach(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch, obstruct: Callable[[Path], None]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    obstruct(tmp_path / "state")
    registers = RecentRegisters()
    store = registers.at(str(path))
    registers.opened(store, store.load())
    assert registers.recent() == ()


@EACH
@pytest.mark.parametrize("words", [["list"], ["new", "2570"], ["set", "IIT-1", "result=ก"]], ids=" ".join)
def test_folder_of_registers_out_of_reach_is_refused_in_a_line(
    tmp_path: Path, run: Run, obstruct: Callable[[Path], None], words: list[str]
) -> None:
    obstruct(tmp_path / "data")
    line = run(*words).error_line()
    assert str(tmp_path / "data") in line and "try again" not in line


@needs_root
@pytest.mark.parametrize("is_named", [True, False])
def test_settings_that_may_not_be_read_do_not_choose_the_register(
    run: Run, monkeypatch: pytest.MonkeyPatch, is_named: bool
) -> None:
    with office(0o700, USER, GROUP) as folder:
        (folder / "config").mkdir(mode=0o000)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
        monkeypatch.chdir(folder)
        run("new", "2567", "--sample", "--register", "mine.json")
        os.chown(folder / "mine.json", USER, GROUP)
        with acting_as(USER, GROUP):
            answer = run("set", "IIT-1", "result=ก", *(["--register", "mine.json"] if is_named else []))
        assert answer.code == (0 if is_named else 1)
        assert ("the default settings are used" in answer.err) == is_named
        assert ("name the register with --register" in answer.err) != is_named
        assert not (folder / "data").exists()
