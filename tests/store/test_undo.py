"""Undo and redo: derived from the file, so that they survive the process, and recorded in its history."""

from pathlib import Path

import pytest

from itatui.domain.change import ConflictError
from itatui.domain.edits import add_measure, move_measure, remove_measure
from itatui.domain.measure import Measure
from itatui.errors import ItatuiError
from itatui.locale.dates import moment
from itatui.store import RegisterFile
from itatui.store.identity import Identity
from tests import reference
from tests.support.register_edits import by_hand, measure, result, tables, write


def test_undo_and_redo_work_across_processes(path: Path) -> None:
    first = result(RegisterFile(path))
    words = [first, "หนึ่ง", "สอง", "สาม"]
    for word in words[1:]:
        write(RegisterFile(path), word)
    for word in reversed(words[:-1]):
        RegisterFile(path).undo()
        assert result(RegisterFile(path)) == word
    for word in words[1:]:
        RegisterFile(path).redo()
        assert result(RegisterFile(path)) == word


def test_undoing_everything_gives_the_original_register(path: Path) -> None:
    file = RegisterFile(path)
    write(file, "หนึ่ง")
    file.apply(*remove_measure(measure(file.load(), "EIT-2")))
    file.apply(*add_measure(file.load(), Measure("new", "OIT", 0, "ใหม่"), 1))
    file.apply(*move_measure(file.load(), measure(file.load(), "OIT-4"), 1))
    end = file.load()
    for _time in range(4):
        RegisterFile(path).undo()
    assert RegisterFile(path).load() == reference.register()
    for _time in range(4):
        RegisterFile(path).redo()
    assert RegisterFile(path).load() == end


def test_nothing_to_undo_or_redo_is_reported(file: RegisterFile) -> None:
    before = file.path.read_bytes()
    for act in (file.undo, file.redo, lambda: file.undo(1), lambda: file.undo(-1)):
        with pytest.raises(ItatuiError, match="no such change"):
            act()
    assert file.path.read_bytes() == before


def test_users_undo_their_own_changes(path: Path) -> None:
    mine, theirs = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("b"))
    write(mine, "ของฉัน")
    write(theirs, "ของเขา", ref="IIT-3")
    mine.undo()
    assert result(mine) == reference.register().measures[1].result
    assert result(mine, "IIT-3") == "ของเขา"
    with pytest.raises(ItatuiError, match="no such change"):
        mine.undo()


def test_change_is_undone_by_number(file: RegisterFile) -> None:
    write(file, "หนึ่ง")
    write(file, "สอง", ref="IIT-3")
    file.undo(1)
    assert result(file) == reference.register().measures[1].result
    assert result(file, "IIT-3") == "สอง"
    assert [(change.number, change.undoes) for change in file.history()] == [(1, 0), (2, 0), (3, 1)]


def test_undo_is_undone_by_number(file: RegisterFile) -> None:
    write(file, "หนึ่ง")
    file.undo()
    file.undo(2)
    assert result(file) == "หนึ่ง"
    assert file.history()[-1].redoes == 1


def test_field_changed_since_is_not_undone(path: Path) -> None:
    mine, theirs = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("b"))
    write(mine, "ของฉัน")
    write(theirs, "ของเขา")
    before = path.read_bytes()
    with pytest.raises(ConflictError):
        mine.undo()
    assert path.read_bytes() == before and result(mine) == "ของเขา"


def test_change_reverted_by_another_user_does_not_block_undo(path: Path) -> None:
    mine, theirs = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("b"))
    first, second = result(mine), result(mine, "IIT-3")
    write(mine, "หนึ่ง", ref="IIT-3")
    write(mine, "สอง")
    write(theirs, first)  # typed back, not undone
    for _time in range(2):
        if result(mine, "IIT-3") == "หนึ่ง":
            mine.undo()
    assert result(mine, "IIT-3") == second


def refusal(file: RegisterFile, number: int = 0) -> str:
    """Undo a change that conflicts, and return the error message."""
    before = file.path.read_bytes()
    with pytest.raises(ConflictError) as caught:
        file.undo(number)
    assert file.path.read_bytes() == before
    return str(caught.value)


def test_refusal_names_field_user_and_time(path: Path) -> None:
    mine, theirs = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("somying"))
    write(mine, "ของฉัน")
    write(theirs, "ของเขา")
    write(theirs, "อื่น", ref="IIT-3")
    when = moment(mine.history()[1].when)
    line = refusal(mine)
    assert line == f"IIT-2: “Result” was changed later by somying, {when} (change 2); nothing was changed"


def test_refusal_names_user_of_removal(path: Path) -> None:
    mine, theirs = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("somying"))
    write(mine, "ของฉัน", ref="EIT-2")
    theirs.apply(*remove_measure(measure(theirs.load(), "EIT-2")))
    assert "was deleted by somying, " in (line := refusal(mine)) and "(change 2): undo that first" in line


def test_refusal_to_undo_addition_names_user_of_later_change(path: Path) -> None:
    mine, theirs = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("somying"))
    mine.apply(*add_measure(mine.load(), Measure("new", "OIT", 0, "ใหม่")))
    write(theirs, "ของเขา", ref="OIT-4")
    assert refusal(mine).startswith("OIT-4 was changed later by somying, ")


def test_refusal_without_recorded_later_change(path: Path) -> None:
    file = RegisterFile(path)
    write(file, "ของฉัน")
    found = tables(path)
    found["measures"]["2"]["result"] = "ด้วยมือ"
    by_hand(path, found)
    assert refusal(file, 1) == "IIT-2: “Result” has changed since then; nothing was changed"
    del found["measures"]["2"]
    by_hand(path, found)
    assert refusal(file, 1).endswith(" no longer exists; nothing was changed")


def test_a_change_without_a_user_is_nobodys_to_undo(path: Path) -> None:
    write(RegisterFile(path), "ใหม่")
    found = tables(path)
    for row in found["history"].values():
        del row["who"]
    by_hand(path, found)
    file = RegisterFile(path)
    file.load()
    assert (file.can_undo, file.can_redo) == (False, False)
    assert [change.who for change in file.history()] == [""]
