"""Presence of other users: seen when they enter, leave, or are killed."""

import fcntl
import json
import os
import stat
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from itatui.domain.person import Person
from itatui.store import RegisterFile
from itatui.store.identity import Identity
from itatui.store.presence import presence_folder
from tests.support.people import GROUP, OTHER_USER, USER, acting_as, mode, needs_root
from tests.support.presence_holder import open_elsewhere
from tests.support.register_edits import beside


@pytest.fixture
def always_recheck(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check the locks on every call, not only after changes of the folder."""
    monkeypatch.setattr("itatui.store.presence.RECHECK_S", 0)


def test_reading_presence_creates_nothing(file: RegisterFile) -> None:
    assert file.others() == ()
    assert not presence_folder(file.path).exists()


def test_users_are_seen_entering_and_leaving(path: Path, always_recheck: None) -> None:
    me, she, he = (RegisterFile(path, Identity(who, where)) for who, where in (("me", ""), ("she", "x"), ("he", "")))
    start = datetime.now().astimezone().replace(microsecond=0)
    for each in (me, she, he):
        each.enter()
        each.enter()
    (first, second) = sorted(me.others(), reverse=True)
    assert (first.who, first.origin, first.process, second.who) == ("she", "x", os.getpid(), "he")
    assert start <= datetime.fromisoformat(first.since) <= datetime.now().astimezone()
    assert sorted(person.who for person in she.others()) == ["he", "me"]
    she.leave()
    she.leave()
    assert [person.who for person in me.others()] == ["he"]
    assert sorted(person.who for person in she.others()) == ["he", "me"]
    me.leave()
    he.leave()
    assert she.others() == () and beside(path) == []


def test_user_can_enter_again(path: Path, always_recheck: None) -> None:
    me, she = RegisterFile(path), RegisterFile(path, Identity("she"))
    for _time in range(2):
        she.enter()
        assert [person.who for person in me.others()] == ["she"]
        she.leave()
        assert me.others() == ()


def test_other_process_is_seen_until_killed(file: RegisterFile, always_recheck: None) -> None:
    file.enter()
    with open_elsewhere(file.path) as other:
        assert [(p.who, p.origin, p.process) for p in file.others()] == [("somying", "192.0.2.7", other.pid)]
        other.kill()
        other.wait()
        assert file.others() == ()
    assert len(list(presence_folder(file.path).iterdir())) == 1  # the file of the killed process is removed
    file.leave()
    assert beside(file.path) == []


def test_unchanged_folder_is_not_read_again(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itatui.store.presence.RECHECK_S", float("inf"))
    other = RegisterFile(file.path, Identity("she"))
    other.enter()
    os.utime(presence_folder(file.path), (0, 0))  # so that any later change has another time
    assert len(file.others()) == 1
    with monkeypatch.context() as within:
        within.delattr(os, "open")
        within.delattr(os, "listdir")
        assert len(file.others()) == 1
    third = RegisterFile(file.path, Identity("he"))
    third.enter()
    assert len(file.others()) == 2
    third.leave()
    other.leave()


def test_entering_is_retried_if_new_file_is_removed_as_stale(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    removals, flock = [True, True], fcntl.flock

    def remove_before(handle: int, how: int) -> None:
        if removals:
            removals.pop()
            for each in presence_folder(file.path).iterdir():
                each.unlink()
        flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", remove_before)
    file.enter()
    assert len(RegisterFile(file.path).others()) == 1
    file.leave()


def test_entering_is_retried_if_new_file_is_locked_by_a_reader(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers, flock = [True, True], fcntl.flock

    def lock_before(handle: int, how: int) -> None:
        if how & fcntl.LOCK_EX and readers:
            readers.pop()
            (new,) = presence_folder(file.path).iterdir()
            with new.open("rb") as reader:
                flock(reader.fileno(), fcntl.LOCK_SH)
                flock(handle, how)
        else:
            flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", lock_before)
    file.enter()
    assert len(RegisterFile(file.path).others()) == 1
    file.leave()


def test_entering_is_retried_if_folder_is_removed(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    removals, real = [True], os.open

    def remove_before(name: Any, flags: int, *words: Any, **more: Any) -> int:
        if removals and flags & os.O_CREAT:
            removals.pop()
            presence_folder(file.path).rmdir()
        return real(name, flags, *words, **more)

    monkeypatch.setattr(os, "open", remove_before)
    file.enter()
    assert len(RegisterFile(file.path).others()) == 1
    file.leave()


@pytest.mark.parametrize("umask", [0, 0o022, 0o277])
def test_presence_of_private_register_is_private(file: RegisterFile, umask: int) -> None:
    old = os.umask(umask)
    try:
        file.enter()
    finally:
        os.umask(old)
    (my_file,) = presence_folder(file.path).iterdir()
    assert (mode(my_file.parent), mode(my_file)) == (0o700, 0o600)
    file.leave()


@needs_root
def test_group_members_see_each_other(group_register: Path) -> None:
    with acting_as(USER, GROUP):
        my_file = RegisterFile(group_register, Identity("one"))
        my_file.enter()
    with acting_as(OTHER_USER, GROUP):
        her_file = RegisterFile(group_register, Identity("other"))
        her_file.enter()
        assert [person.who for person in her_file.others()] == ["one"]
    with acting_as(USER, GROUP):
        assert [person.who for person in my_file.others()] == ["other"]
    folder = presence_folder(group_register)
    assert {mode(each) for each in folder.iterdir()} == {0o640}
    assert (mode(folder), folder.stat().st_gid) == (0o770, GROUP)
    her_file.leave()
    my_file.leave()


@needs_root
def test_unwritable_folder_shows_no_users(read_only_register: Path) -> None:
    with acting_as(USER, GROUP):
        file = RegisterFile(read_only_register)
        file.enter()
        assert file.others() == ()
        file.leave()
    assert [each.name for each in read_only_register.parent.iterdir()] == ["register.json"]


def test_link_in_place_of_folder_is_not_followed(file: RegisterFile, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    presence_folder(file.path).symlink_to(victim)
    file.enter()
    assert RegisterFile(file.path).others() == ()
    file.leave()
    assert list(victim.iterdir()) == [] and presence_folder(file.path).is_symlink()


def test_foreign_files_in_folder_are_ignored(file: RegisterFile, tmp_path: Path) -> None:
    other = RegisterFile(file.path, Identity("she"))
    other.enter()
    folder, victim = presence_folder(file.path), tmp_path / "victim.json"
    victim.write_text("whole")
    (folder / "link.json").symlink_to(victim)
    (folder / "folder.json").mkdir()
    os.mkfifo(folder / "fifo.json")
    (folder / "อ่านฉัน.txt").write_text("")
    lines: list[Any] = [b"", b"\xff", b"[" * 4000, b"{}", b"[]", b"null", {"who": 1}, {"who": "x", "process": "1"}]
    lines += [{"who": "x", "nonsense": 1}]
    handles = []
    for number, line in enumerate(lines):
        name = folder / f"{number}.json"
        name.write_bytes(line if isinstance(line, bytes) else json.dumps(line).encode())
        handles.append(os.open(name, os.O_RDONLY))
        fcntl.flock(handles[-1], fcntl.LOCK_EX)
    assert [person.who for person in file.others()] == ["she"]
    for handle in handles:
        os.close(handle)
    assert victim.read_text() == "whole" and (folder / "อ่านฉัน.txt").exists()
    assert stat.S_ISFIFO((folder / "fifo.json").stat().st_mode)
    other.leave()


def test_person_equals_tuple() -> None:
    assert Person("a") == ("a", "", "", 0)
