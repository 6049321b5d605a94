"""Who else has the register open: seen when they come, when they go, and when they are killed."""

import fcntl
import json
import os
import stat
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from itatui.domain.person import Person
from itatui.store import RegisterFile, create
from itatui.store.identity import Identity
from itatui.store.presence import presence_folder
from tests import reference
from tests.store.test_rights import GROUP, ONE, OTHER, mode
from tests.support.people import acting_as, needs_root, office
from tests.support.presence_holder import sitting
from tests.support.register_edits import beside


@pytest.fixture
def restless(monkeypatch: pytest.MonkeyPatch) -> None:
    """The locks are looked at each time."""
    monkeypatch.setattr("itatui.store.presence.RECHECK_S", 0)


def test_nobody_and_nothing_made_by_asking(file: RegisterFile) -> None:
    assert file.others() == ()
    assert not presence_folder(file.path).exists()


def test_those_who_come_and_go_are_seen(path: Path) -> None:
    me, she, he = (RegisterFile(path, Identity(who, where)) for who, where in (("me", ""), ("she", "x"), ("he", "")))
    start = datetime.now().astimezone().replace(microsecond=0)
    for each in (me, she, he):
        each.enter()
        each.enter()
    (one, other) = sorted(me.others(), reverse=True)
    assert (one.who, one.origin, one.process, other.who) == ("she", "x", os.getpid(), "he")
    assert start <= datetime.fromisoformat(one.since) <= datetime.now().astimezone()
    assert sorted(person.who for person in she.others()) == ["he", "me"]
    she.leave()
    she.leave()
    assert [person.who for person in me.others()] == ["he"]
    assert sorted(person.who for person in she.others()) == ["he", "me"]
    me.leave()
    he.leave()
    assert she.others() == () and beside(path) == []


def test_one_comes_again_after_leaving(path: Path) -> None:
    me, she = RegisterFile(path), RegisterFile(path, Identity("she"))
    for _time in range(2):
        she.enter()
        assert [person.who for person in me.others()] == ["she"]
        she.leave()
        assert me.others() == ()


def test_another_program_is_seen_and_its_death_too(file: RegisterFile, restless: None) -> None:
    file.enter()
    with sitting(file.path) as other:
        assert [(p.who, p.origin, p.process) for p in file.others()] == [("somying", "192.0.2.7", other.pid)]
        other.kill()
        other.wait()
        assert file.others() == ()
    assert len(list(presence_folder(file.path).iterdir())) == 1  # what the killed one left is gone
    file.leave()
    assert beside(file.path) == []


def test_asking_again_costs_one_look_at_the_folder(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    other = RegisterFile(file.path, Identity("she"))
    other.enter()
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


def test_a_new_file_that_was_taken_for_a_dead_one_is_made_again(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    takers, flock = [True, True], fcntl.flock

    def late(handle: int, how: int) -> None:
        if takers:
            takers.pop()
            for each in presence_folder(file.path).iterdir():
                each.unlink()
        flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", late)
    file.enter()
    assert len(RegisterFile(file.path).others()) == 1
    file.leave()


def test_a_new_file_that_somebody_looks_at_just_then_is_made_again(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, flock = [True, True], fcntl.flock

    def seen(handle: int, how: int) -> None:
        if how & fcntl.LOCK_EX and looks:
            looks.pop()
            (new,) = presence_folder(file.path).iterdir()
            with new.open("rb") as looking:
                flock(looking.fileno(), fcntl.LOCK_SH)
                flock(handle, how)
        else:
            flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", seen)
    file.enter()
    assert len(RegisterFile(file.path).others()) == 1
    file.leave()


def test_a_folder_that_goes_as_one_comes_is_made_again(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    going, real = [True], os.open

    def late(name: Any, flags: int, *words: Any, **more: Any) -> int:
        if going and flags & os.O_CREAT:
            going.pop()
            presence_folder(file.path).rmdir()
        return real(name, flags, *words, **more)

    monkeypatch.setattr(os, "open", late)
    file.enter()
    assert len(RegisterFile(file.path).others()) == 1
    file.leave()


@pytest.mark.parametrize("umask", [0, 0o022, 0o277])
def test_what_is_private_stays_private(file: RegisterFile, umask: int) -> None:
    old = os.umask(umask)
    try:
        file.enter()
    finally:
        os.umask(old)
    (mine,) = presence_folder(file.path).iterdir()
    assert (mode(mine.parent), mode(mine)) == (0o700, 0o600)
    file.leave()


@needs_root
def test_members_of_a_group_see_one_another() -> None:
    with office(0o2770, ONE, GROUP) as folder:
        path = folder / "register.json"
        with acting_as(ONE, GROUP):
            create(path, reference.register())
            path.chmod(0o660)
            mine = RegisterFile(path, Identity("one"))
            mine.enter()
        with acting_as(OTHER, GROUP):
            theirs = RegisterFile(path, Identity("other"))
            theirs.enter()
            assert [person.who for person in theirs.others()] == ["one"]
        with acting_as(ONE, GROUP):
            assert [person.who for person in mine.others()] == ["other"]
        assert {mode(each) for each in presence_folder(path).iterdir()} == {0o640}
        assert (mode(presence_folder(path)), presence_folder(path).stat().st_gid) == (0o770, GROUP)
        theirs.leave()
        mine.leave()


@needs_root
def test_where_nothing_may_be_written_nothing_is_known() -> None:
    with office(0o755, 0, 0) as folder:
        path = folder / "register.json"
        create(path, reference.register())
        path.chmod(0o644)
        with acting_as(ONE, GROUP):
            file = RegisterFile(path)
            file.enter()
            assert file.others() == ()
            file.leave()
        assert [each.name for each in folder.iterdir()] == ["register.json"]


def test_a_link_in_the_folders_place_is_not_followed(file: RegisterFile, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    presence_folder(file.path).symlink_to(victim)
    file.enter()
    assert RegisterFile(file.path).others() == ()
    file.leave()
    assert list(victim.iterdir()) == [] and presence_folder(file.path).is_symlink()


def test_other_things_in_the_folder_hinder_nobody(file: RegisterFile, tmp_path: Path) -> None:
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


def test_a_person_is_no_more_than_a_value() -> None:
    assert Person("a") == ("a", "", "", 0)
