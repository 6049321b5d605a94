"""Modes, owners and groups: kept as they are, and refused in one line where they do not allow it."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from itatui.store import RegisterFile, create, presence
from itatui.store.backups import backup_paths, folder_of
from itatui.store.errors import StoreError
from itatui.store.files.lock import lock_path
from itatui.store.history import archive
from tests import reference
from tests.support.people import acting_as, needs_root, office
from tests.support.register_edits import result, write

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


@needs_root
def test_a_group_that_is_not_ones_own_stops_no_save_and_lends_no_right() -> None:
    with office(0o777, ONE, GROUP) as folder:
        path = folder / "register.json"
        create(path, reference.register())
        os.chown(path, ONE, GROUP)
        path.chmod(0o664)
        with acting_as(ONE, OTHER):  # who has left the group, or never was in it
            file = RegisterFile(path)
            file.enter()
            for word in ("ผล", "อีก"):
                write(file, word)
            assert result(RegisterFile(path)) == "อีก"
        assert (mode(path), path.stat().st_gid) == (0o604, OTHER)
        assert mode(folder_of(path)) == 0o700
        (here,) = presence.folder_of(path).iterdir()
        assert mode(here) == 0o600
        file.leave()


@pytest.mark.parametrize("umask", [0, 0o022, 0o377, 0o777])
def test_no_umask_opens_or_closes_anything(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "register.json"
    old = os.umask(umask)
    try:
        create(path, reference.register())
        file = RegisterFile(path)
        write(file, "ผล")
        write(file, "อีก")
    finally:
        os.umask(old)
    made = {each.name: mode(each) for each in tmp_path.iterdir()}
    assert made == {"register.json": 0o600, "register.json.lock": 0o600, "register.json.past": 0o700}
    assert {mode(each) for each in folder_of(path).iterdir()} == {0o600}


def test_no_file_is_for_others_at_any_moment(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def looked(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*words: Any, **more: Any) -> Any:
            found = step(*words, **more)
            for folder, _folders, files in os.walk(file.path.parent):
                seen.extend(mode(Path(folder) / each) for each in files)
                seen.append(mode(Path(folder)) if folder != str(file.path.parent) else 0)
            return found

        return wrapped

    monkeypatch.setattr("itatui.store.storage.LONGEST", 3)
    monkeypatch.setattr("itatui.store.history.archive.KEPT", 1)
    for name in ("open", "mkdir", "fsync", "link", "replace", "fchmod"):
        monkeypatch.setattr(os, name, looked(name, getattr(os, name)))
    old = os.umask(0)
    try:
        file.enter()
        for number in range(6):
            write(file, str(number))
        file.path.write_bytes(b"{")
        file.restore(1)
        file.leave()
    finally:
        os.umask(old)
    assert len(seen) > 100 and {each & 0o077 for each in seen} == {0}


@pytest.mark.parametrize("where", [folder_of, presence.folder_of, archive.folder_of, lock_path])
def test_a_link_in_the_place_of_what_is_ours_leads_nowhere(
    file: RegisterFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: Callable[[Path], Path]
) -> None:
    monkeypatch.setattr("itatui.store.storage.LONGEST", 3)
    monkeypatch.setattr("itatui.store.history.archive.KEPT", 1)
    victim = tmp_path / "victim"
    if where is not lock_path:
        victim.mkdir()
    link = where(file.path)
    link.symlink_to(victim)
    for number in range(6):
        with suppress(StoreError):
            file.enter()
            write(file, str(number))
    file.leave()
    assert link.is_symlink() and (not victim.exists() or list(victim.iterdir()) == [])
    saved = result(RegisterFile(file.path)) == "5"
    assert saved == (where in (presence.folder_of, archive.folder_of))


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK])
def test_a_disk_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def none(*_words: Any, **_more: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", none)
    monkeypatch.setattr("itatui.store.storage.LONGEST", 3)
    monkeypatch.setattr("itatui.store.history.archive.KEPT", 1)
    path = tmp_path / "register.json"
    create(path, reference.register())
    with pytest.raises(StoreError, match="is there already"):
        create(path, reference.register())
    file, versions = RegisterFile(path), []
    for word in ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า"):
        versions.append((path.read_bytes(), path.stat().st_mtime_ns))
        write(file, word)
    kept = [(each.read_bytes(), each.stat().st_mtime_ns) for each in reversed(backup_paths(path))]
    assert kept == versions and {mode(each) for each in folder_of(path).iterdir()} == {0o600}
    path.write_bytes(b"{")
    done = file.restore(1)
    assert done.aside is not None and done.aside.read_bytes() == b"{" and result(file) == "สี่"
    assert [change.number for change in file.history()] == [1, 2, 3, 4]
    assert not [each for each in tmp_path.rglob("*") if each.name.endswith(".new")]


def test_a_copy_that_was_being_made_when_its_writer_was_killed_is_swept(file: RegisterFile) -> None:
    write(file, "หนึ่ง")
    stray = folder_of(file.path) / ".20240101-000000-000000.json.0123456789ab.new"
    stray.write_text("half")
    write(file, "สอง")
    assert not stray.exists()
