"""Access rights: modes, owners and groups are kept, and missing rights are reported."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from itatui.store import RegisterFile, create, presence
from itatui.store.backups import backup_folder, backup_paths
from itatui.store.errors import StoreError
from itatui.store.files.lock import lock_path
from itatui.store.history import archive
from tests import reference
from tests.support.people import GROUP, OTHER_USER, USER, acting_as, mode, needs_root, office
from tests.support.register_edits import result, write


def test_new_register_is_private(path: Path) -> None:
    assert mode(path) == 0o600


def test_files_beside_private_register_are_private(file: RegisterFile) -> None:
    old = os.umask(0)
    try:
        write(file, "ผล")
        write(file, "อีก")
    finally:
        os.umask(old)
    assert (mode(file.path), mode(lock_path(file.path)), mode(backup_folder(file.path))) == (0o600, 0o600, 0o700)
    assert {mode(each) for each in backup_folder(file.path).iterdir()} == {0o600}


@pytest.mark.parametrize("wanted", [0o640, 0o660, 0o644, 0o400])
def test_mode_is_kept(file: RegisterFile, wanted: int) -> None:
    file.path.chmod(wanted)
    write(file, "ผล")
    file.undo()
    assert mode(file.path) == wanted


@needs_root
def test_group_is_kept(file: RegisterFile) -> None:
    os.chown(file.path, -1, GROUP)
    write(file, "ผล")
    assert file.path.stat().st_gid == GROUP


@needs_root
def test_members_of_a_group_share_a_register(group_register: Path) -> None:
    with acting_as(USER, GROUP):
        write(RegisterFile(group_register), "ของฉัน")
    with acting_as(OTHER_USER, GROUP):
        write(RegisterFile(group_register), "ของเขา", ref="IIT-3")
    with acting_as(USER, GROUP):
        file = RegisterFile(group_register)
        write(file, "ของฉันอีก")
        assert (result(file), result(file, "IIT-3")) == ("ของฉันอีก", "ของเขา")
    assert (mode(group_register), group_register.stat().st_gid) == (0o660, GROUP)


@needs_root
def test_unwritable_folder_is_reported(read_only_register: Path) -> None:
    before = read_only_register.read_bytes()
    with acting_as(USER, GROUP):
        file = RegisterFile(read_only_register)
        assert file.load() == reference.register()
        with pytest.raises(StoreError, match=r"no permission to read or write it; ask its owner"):
            write(file, "ผล")
    assert read_only_register.read_bytes() == before
    assert [each.name for each in read_only_register.parent.iterdir()] == ["register.json"]


@needs_root
def test_unreadable_file_is_reported(read_only_register: Path) -> None:
    read_only_register.chmod(0o600)
    with acting_as(USER, GROUP), pytest.raises(StoreError, match=r"no permission to read or write it; ask its owner"):
        RegisterFile(read_only_register).load()


def test_register_behind_link_is_saved_at_target(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    file = RegisterFile(link)
    write(file, "ผล")
    assert link.is_symlink() and not path.is_symlink()
    assert result(RegisterFile(path)) == "ผล"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.json", "office"]
    assert lock_path(path).exists()


def test_relative_path_stays_valid_after_chdir(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    file = RegisterFile(Path("register.json"))
    monkeypatch.chdir("/")
    write(file, "ผล")
    assert result(RegisterFile(path)) == "ผล"


@needs_root
def test_foreign_group_allows_saving_and_gets_no_rights() -> None:
    with office(0o777, USER, GROUP) as folder:
        path = folder / "register.json"
        create(path, reference.register())
        os.chown(path, USER, GROUP)
        path.chmod(0o664)
        with acting_as(USER, OTHER_USER):  # a user outside the group
            file = RegisterFile(path)
            file.enter()
            for word in ("ผล", "อีก"):
                write(file, word)
            assert result(RegisterFile(path)) == "อีก"
        assert (mode(path), path.stat().st_gid) == (0o604, OTHER_USER)
        assert mode(backup_folder(path)) == 0o700
        (own,) = presence.presence_folder(path).iterdir()
        assert mode(own) == 0o600
        file.leave()


@pytest.mark.parametrize("umask", [0, 0o022, 0o377, 0o777])
def test_modes_do_not_depend_on_umask(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "register.json"
    old = os.umask(umask)
    try:
        create(path, reference.register())
        file = RegisterFile(path)
        write(file, "ผล")
        write(file, "อีก")
    finally:
        os.umask(old)
    modes = {each.name: mode(each) for each in tmp_path.iterdir()}
    assert modes == {"register.json": 0o600, "register.json.lock": 0o600, "register.json.past": 0o700}
    assert {mode(each) for each in backup_folder(path).iterdir()} == {0o600}


@pytest.mark.usefixtures("short_history")
def test_no_file_is_ever_accessible_to_others(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def recording(step: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*words: Any, **more: Any) -> Any:
            answer = step(*words, **more)
            for folder, _folders, files in os.walk(file.path.parent):
                seen.extend(mode(each) for name in files if not (each := Path(folder) / name).is_symlink())
                seen.append(mode(Path(folder)) if folder != str(file.path.parent) else 0)
            return answer

        return wrapped

    for name in ("open", "mkdir", "fsync", "link", "replace", "fchmod"):
        monkeypatch.setattr(os, name, recording(getattr(os, name)))
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


@pytest.mark.usefixtures("short_history")
@pytest.mark.parametrize("own_path", [backup_folder, presence.presence_folder, archive.archive_folder, lock_path])
def test_links_in_place_of_own_files_are_not_followed(
    file: RegisterFile, tmp_path: Path, own_path: Callable[[Path], Path]
) -> None:
    victim = tmp_path / "victim"
    if own_path is not lock_path:
        victim.mkdir()
    link = own_path(file.path)
    link.symlink_to(victim)
    for number in range(6):
        with suppress(StoreError):
            file.enter()
            write(file, str(number))
    file.leave()
    assert link.is_symlink() and (not victim.exists() or list(victim.iterdir()) == [])
    saved = result(RegisterFile(file.path)) == "5"
    assert saved == (own_path in (presence.presence_folder, archive.archive_folder))


@pytest.mark.usefixtures("short_history")
@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK])
def test_file_system_without_hard_links_is_supported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_words: Any, **_more: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "register.json"
    create(path, reference.register())
    with pytest.raises(StoreError, match="already exists"):
        create(path, reference.register())
    file, versions = RegisterFile(path), []
    for word in ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า"):
        versions.append((path.read_bytes(), path.stat().st_mtime_ns))
        write(file, word)
    backups = [(each.read_bytes(), each.stat().st_mtime_ns) for each in reversed(backup_paths(path))]
    assert backups == versions and {mode(each) for each in backup_folder(path).iterdir()} == {0o600}
    path.write_bytes(b"{")
    done = file.restore(1)
    assert done.aside is not None and done.aside.read_bytes() == b"{" and result(file) == "สี่"
    assert [change.number for change in file.history()] == [1, 2, 3, 4]
    assert not [each for each in tmp_path.rglob("*") if each.name.endswith(".new")]


def test_unfinished_backup_copy_is_removed(file: RegisterFile) -> None:
    write(file, "หนึ่ง")
    stray = backup_folder(file.path) / ".20240101-000000-000000.json.0123456789ab.new"
    stray.write_text("half")
    write(file, "สอง")
    assert not stray.exists()
