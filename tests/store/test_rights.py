"""Modes, owners and groups: kept as they are, and refused in one line where they do not allow it."""

import os
import stat
from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from itatui.store.failures import StoreError
from itatui.store.generations import folder_of
from itatui.store.lock import lock_path
from tests import reference
from tests.store.desk import result, write
from tests.store.people import acting_as, needs_root, office

ONE, OTHER, GROUP = 61001, 61002, 61100


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_register_is_private(path: Path) -> None:
    assert mode(path) == 0o600


def test_a_private_register_stays_private_with_all_that_stands_beside(file: RegisterFile) -> None:
    old = os.umask(0)
    try:
        write(file, "ผล")
        write(file, "อีก")
    finally:
        os.umask(old)
    assert (mode(file.path), mode(lock_path(file.path)), mode(folder_of(file.path))) == (0o600, 0o600, 0o700)
    assert {mode(each) for each in folder_of(file.path).iterdir()} == {0o600}


@pytest.mark.parametrize("wanted", [0o640, 0o660, 0o644, 0o400])
def test_the_mode_is_kept(file: RegisterFile, wanted: int) -> None:
    file.path.chmod(wanted)
    write(file, "ผล")
    file.undo()
    assert mode(file.path) == wanted


@needs_root
def test_the_group_is_kept(file: RegisterFile) -> None:
    os.chown(file.path, -1, GROUP)
    write(file, "ผล")
    assert file.path.stat().st_gid == GROUP


@needs_root
def test_two_people_of_one_group_share_a_register() -> None:
    with office(0o2770, ONE, GROUP) as folder:
        path = folder / "register.json"
        with acting_as(ONE, GROUP):
            create(path, reference.register())
            path.chmod(0o660)
            write(RegisterFile(path), "ของฉัน")
        with acting_as(OTHER, GROUP):
            write(RegisterFile(path), "ของเขา", ref="IIT-3")
        with acting_as(ONE, GROUP):
            file = RegisterFile(path)
            write(file, "ของฉันอีก")
            assert (result(file), result(file, "IIT-3")) == ("ของฉันอีก", "ของเขา")
        assert (mode(path), path.stat().st_gid) == (0o660, GROUP)


@needs_root
def test_a_folder_that_may_not_be_written_in() -> None:
    with office(0o755, 0, 0) as folder:
        path = folder / "register.json"
        create(path, reference.register())
        path.chmod(0o644)
        before = path.read_bytes()
        with acting_as(ONE, GROUP):
            file = RegisterFile(path)
            assert file.load() == reference.register()
            with pytest.raises(StoreError, match=r"it may not be read or written by you; ask its owner"):
                write(file, "ผล")
        assert path.read_bytes() == before
        assert [each.name for each in folder.iterdir()] == ["register.json"]


@needs_root
def test_a_file_that_may_not_be_read() -> None:
    with office(0o755, 0, 0) as folder:
        create(folder / "register.json", reference.register())
        with (
            acting_as(ONE, GROUP),
            pytest.raises(StoreError, match=r"it may not be read or written by you; ask its owner"),
        ):
            RegisterFile(folder / "register.json").load()


def test_a_register_by_a_link_is_saved_where_it_is(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    file = RegisterFile(link)
    write(file, "ผล")
    assert link.is_symlink() and not path.is_symlink()
    assert result(RegisterFile(path)) == "ผล"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.json", "office"]
    assert lock_path(path).exists()


def test_a_relative_name_is_the_same_file_wherever_one_goes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    file = RegisterFile(Path("register.json"))
    monkeypatch.chdir("/")
    write(file, "ผล")
    assert result(RegisterFile(path)) == "ผล"
