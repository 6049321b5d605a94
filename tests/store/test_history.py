"""History: every change is recorded with time, user, origin, and the values before and after."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from pwd import getpwuid

import pytest

from itatui.domain.edits import add_measure, remove_measure, set_field
from itatui.domain.measure import Evidence, Measure
from itatui.store import RegisterFile
from itatui.store.identity import Identity, identity
from tests import reference
from tests.support.register_edits import edit, measure, tables, write


def test_change_is_recorded_with_edits_and_user(file: RegisterFile) -> None:
    before = measure(file.load()).result
    write(file, "ผลใหม่")
    (change,) = RegisterFile(file.path).history()
    (recorded,) = change.edits
    assert (change.number, change.who, change.origin) == (1, file.who, "")
    assert recorded == ("measure", "iit-2567-2", "result", before, "ผลใหม่")


def test_time_has_zone_and_whole_seconds(file: RegisterFile) -> None:
    start = datetime.now().astimezone().replace(microsecond=0)
    write(file, "ผล")
    when = datetime.fromisoformat(file.history()[0].when)
    assert when.tzinfo is not None and when.microsecond == 0
    assert start <= when <= datetime.now().astimezone()


def test_user_is_login_of_uid_despite_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "SUDO_USER"):
        monkeypatch.setenv(name, "mallory")
    assert identity().who == getpwuid(os.getuid()).pw_name


def test_user_is_uid_without_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itatui.store.identity.os.getuid", lambda: 987654)
    assert identity().who == "987654"


def test_ssh_address_is_recorded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.7 51022 192.0.2.1 22")
    file = RegisterFile(path)
    write(file, "ผล")
    assert file.history()[0].origin == "192.0.2.7"
    assert tables(path)["history"]["1"]["from"] == "192.0.2.7"


def test_values_of_all_kinds_are_recorded(file: RegisterFile) -> None:
    register = file.load()
    edits = [
        edit(file, ("กองคลัง", "กองช่าง"), "responsible"),
        edit(file, (Evidence("คำสั่ง", "https://example.org/1"), Evidence("", "a.pdf")), "evidence"),
        edit(file, after=False, field="done.2"),
        edit(file, "iit-2567-1", "reported_with"),
        set_field(register.tracks[0], "outcome", "ดีขึ้น"),
        set_field(register, "fiscal_year", 2568),
    ]
    file.apply(*edits)
    file.apply(*remove_measure(measure(file.load(), "OIT-3")))
    file.apply(*add_measure(file.load(), Measure("new", "EIT", 0, "ใหม่", evidence=(Evidence("a", "b"),))))
    first, second, third = RegisterFile(file.path).history()
    assert list(first.edits) == edits
    assert second.edits[0].before == register.measure("oit-2567-3") and second.edits[0].after is None
    assert third.edits[0].before is None and third.edits[0].after == file.load().measure("new")


def test_edit_without_effect_is_not_saved(file: RegisterFile) -> None:
    before = file.path.read_bytes()
    register = write(file, measure(file.load()).result)
    assert register == reference.register()
    assert file.path.read_bytes() == before and file.history() == []


def test_only_edits_with_effect_are_recorded(file: RegisterFile) -> None:
    file.apply(edit(file, after=True, field="done.1"), edit(file, after=False, field="done.2"))
    assert [recorded.field for recorded in file.history()[0].edits] == ["done.2"]


def test_users_are_distinguished(path: Path) -> None:
    for who in ("somchai", "somying"):
        write(RegisterFile(path, Identity(who, "192.0.2.1")), who)
    assert [change.who for change in RegisterFile(path).history()] == ["somchai", "somying"]


def test_history_only_grows(file: RegisterFile) -> None:
    lengths = []
    writes: list[Callable[[], object]] = [lambda: write(file, "หนึ่ง"), lambda: write(file, "สอง")]
    for act in (*writes, file.undo, file.undo, file.redo, file.undo):
        act()
        lengths.append(len(file.history()))
    assert lengths == [1, 2, 3, 4, 5, 6]
