"""Going back to a generation: as a change when the register can be read, as the file itself when it cannot."""

import os
from pathlib import Path

import pytest

from itatui.domain.change import WHOLE
from itatui.domain.edits import add_measure, move_measure, remove_measure, set_field
from itatui.domain.measure import Measure
from itatui.domain.register_diff import OutOfReachError
from itatui.errors import ItatuiError
from itatui.store import RegisterFile, create
from itatui.store.backups import backup_paths, folder_of
from itatui.store.errors import StoreError
from itatui.store.identity import Identity
from tests import reference
from tests.store.test_rights import GROUP, ONE, mode
from tests.support.people import acting_as, needs_root, office
from tests.support.register_edits import by_hand, measure, result, tables, write
from tests.support.save_steps import RegisterStorage

GOOD = reference.register()


@pytest.fixture
def busy(path: Path) -> RegisterFile:
    """A register to which much was done, by two people."""
    file, other = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("b"))
    write(file, "หนึ่ง")
    file.apply(*remove_measure(measure(file.load(), "EIT-2")))
    write(other, "สอง", ref="IIT-3")
    file.apply(*add_measure(file.load(), Measure("new", "OIT", 0, "ใหม่"), 1))
    file.apply(*move_measure(file.load(), measure(file.load(), "OIT-4"), 1), set_field(file.load(), "title", "หัว"))
    return file


def test_they_are_told_newest_first(busy: RegisterFile) -> None:
    found = busy.backups()
    assert [each.number for each in found] == [1, 2, 3, 4, 5]
    assert [each.who for each in found] == ["a", "b", "a", "a", ""]
    assert [each.measures for each in found] == [9, 8, 8, 9, 9]
    assert [each.when for each in found[:4]] == [change.when for change in busy.history()[3::-1]]
    assert {edit.field for edit in found[0].edits} == {"order", "title"}
    assert [(edit.id, edit.after) for edit in found[1].edits if edit.field == WHOLE] == [("new", None)]
    assert not any(each.damaged or each.apart for each in found)
    assert busy.preview(2) == found[1]


@pytest.mark.parametrize("number", range(1, 6))
def test_the_register_is_as_it_was_by_one_change_that_can_be_undone(busy: RegisterFile, number: int) -> None:
    before, entries = busy.load(), len(busy.history())
    then = RegisterFile(busy.preview(number).path).load()
    done = busy.restore(number)
    assert done.register == then == RegisterFile(busy.path).load()
    assert (done.changed, done.replaced, done.aside) == (True, False, None)
    (change,) = busy.history()[entries:]
    assert change.restores == done.when and change.who == "a"
    assert RegisterFile(busy.path, Identity("a")).undo() == before
    assert busy.redo() == then


def test_what_is_so_already_is_no_change(busy: RegisterFile) -> None:
    busy.undo()
    before = busy.path.read_bytes()
    assert busy.restore(2).changed is False
    assert busy.path.read_bytes() == before


def test_a_number_that_is_none(busy: RegisterFile) -> None:
    for number in (0, -1, 6):
        with pytest.raises(ItatuiError, match=f"no generation {number}: there are 5"):
            busy.restore(number)
        with pytest.raises(ItatuiError, match="no generation"):
            busy.preview(number)


def test_a_damaged_generation_says_so_and_is_not_gone_back_to(busy: RegisterFile) -> None:
    damaged, linked, *_rest = backup_paths(busy.path)
    damaged.unlink()
    damaged.write_bytes(b"{")
    linked.rename(busy.path.with_name("elsewhere"))
    linked.symlink_to(busy.path.with_name("elsewhere"))
    before = busy.path.read_bytes()
    one, two, three, *_others = busy.backups()
    assert "not JSON" in one.damaged and two.damaged and not three.damaged
    for number in (1, 2):
        with pytest.raises(StoreError):
            busy.restore(number)
    with pytest.raises(StoreError, match="this generation is damaged as well"):
        busy.restore(1)
    assert busy.path.read_bytes() == before


def test_a_generation_of_other_tracks_is_refused_with_its_file(busy: RegisterFile) -> None:
    found = tables(busy.path)
    found["tracks"]["9"] = {"code": "XIT"}
    by_hand(busy.path, found)
    before = busy.path.read_bytes()
    assert "tracks are others" in busy.backups()[0].apart
    with pytest.raises(OutOfReachError) as caught:
        busy.restore(1)
    assert str(backup_paths(busy.path)[0]) in str(caught.value)
    assert busy.path.read_bytes() == before


def put_back(file: RegisterFile, number: int = 1) -> Path | None:
    """Puts a generation in the place of what cannot be read; where that is kept."""
    path = backup_paths(file.path)[number - 1]
    then = path.read_bytes()
    done = RegisterFile(file.path).restore(number)
    assert (done.changed, done.replaced) == (True, True)
    assert file.path.read_bytes() == then and done.register == RegisterFile(file.path).load()
    write(RegisterFile(file.path), "ต่อไป", ref="OIT-3")
    return done.aside


@pytest.mark.parametrize("damage", [b"", b"{", b'{"register": {}}', b"\xff", b"[" * 100_000])
def test_a_damaged_file_gives_way_and_is_kept(busy: RegisterFile, damage: bytes) -> None:
    busy.path.write_bytes(damage)
    for number in (1, 3):
        aside = put_back(busy, number)
        assert aside is not None and aside.name.startswith("register.json.damaged-")
        assert aside.read_bytes() == damage
        busy.path.write_bytes(damage)
    assert len(list(busy.path.parent.glob("*.damaged-*"))) == 2


def test_a_missing_file_comes_back(busy: RegisterFile) -> None:
    busy.path.unlink()
    with pytest.raises(StoreError, match=r"there is no such file.*itatui restore 1 --register "):
        RegisterFile(busy.path).load()
    assert put_back(busy) is None


def test_what_is_no_file_gives_way_and_is_kept(busy: RegisterFile) -> None:
    busy.path.unlink()
    os.mkfifo(busy.path)
    aside = put_back(busy)
    assert aside is not None and aside.is_fifo()
    busy.path.unlink()
    busy.path.mkdir()
    (busy.path / "inside").write_text("")
    aside = put_back(busy)
    assert aside is not None and (aside / "inside").exists()


def test_a_newer_file_gives_way_and_is_kept(busy: RegisterFile) -> None:
    found = tables(busy.path)
    found["register"]["1"]["schema"] = 99
    by_hand(busy.path, found)
    aside = put_back(busy)
    assert aside is not None and tables(aside) == found


def test_a_register_whose_history_cannot_be_read_gives_way_and_is_kept(busy: RegisterFile) -> None:
    found = tables(busy.path)
    found["history"]["2"] = {"who": 1}
    by_hand(busy.path, found)
    newest = backup_paths(busy.path)[0]
    newest.unlink()
    by_hand(newest, found)
    assert busy.backups()[0].damaged == "history/2 is not a change"
    with pytest.raises(StoreError, match=r"history/2 is not a change.*itatui restore 2 --register "):
        busy.undo(1)
    aside = put_back(busy, 2)
    assert aside is not None and tables(aside) == found


def test_what_is_too_large_gives_way_and_is_kept(busy: RegisterFile) -> None:
    os.truncate(busy.path, 2**31)
    aside = put_back(busy)
    assert aside is not None and aside.stat().st_size == 2**31
    aside.unlink()


def test_the_mode_and_group_come_back_with_it(busy: RegisterFile) -> None:
    busy.path.chmod(0o640)
    write(busy, "ผล")
    write(busy, "อีก")
    busy.path.unlink()
    busy.path.write_bytes(b"")
    busy.path.chmod(0o666)
    put_back(busy)
    assert mode(busy.path) == 0o640


@pytest.mark.parametrize("step", ["open", "write", "fsync file", "link", "replace"])
def test_a_disk_that_refuses_leaves_what_was_there(
    busy: RegisterFile, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    busy.path.write_bytes(b"{")
    with monkeypatch.context() as within:
        RegisterStorage(within, step)
        with pytest.raises(StoreError, match="the disk is full"):
            busy.restore(1)
    assert busy.path.read_bytes() == b"{"
    put_back(busy)


def test_what_somebody_mended_meanwhile_does_not_give_way(busy: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    good = busy.path.read_bytes()
    late, calls = RegisterFile(busy.path, Identity("a")), [b"{", good]
    real = RegisterFile._whole

    def seen(file: RegisterFile) -> bool:
        if calls:
            busy.path.write_bytes(calls.pop(0))
        return real(file)

    monkeypatch.setattr(RegisterFile, "_whole", seen)
    done = late.restore(1)
    assert (done.replaced, done.aside) == (False, None)
    assert len(late.history()) == 6 and list(busy.path.parent.glob("*.damaged-*")) == []


@needs_root
def test_where_nothing_may_be_written_nothing_is_put_back() -> None:
    with office(0o755, 0, 0) as folder:
        path = folder / "register.json"
        create(path, GOOD)
        path.chmod(0o644)
        write(RegisterFile(path), "ผล")
        folder_of(path).chmod(0o755)
        path.write_bytes(b"{")
        with acting_as(ONE, GROUP), pytest.raises(StoreError, match="ask its owner"):
            RegisterFile(path).restore(1)
        assert path.read_bytes() == b"{"


def test_the_way_back_names_no_generation_that_is_no_register(busy: RegisterFile) -> None:
    for each in backup_paths(busy.path)[:3]:
        each.unlink()
        each.write_bytes(b'{"register": {}}')
    busy.path.write_bytes(b"")
    with pytest.raises(StoreError, match=r"itatui restore 4 --register "):
        RegisterFile(busy.path).load()
    put_back(busy, 4)
    assert result(RegisterFile(busy.path)) == "หนึ่ง"
