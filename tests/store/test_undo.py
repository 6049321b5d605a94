"""Undo and redo outlive the program: they are worked out from the file, and add to its history."""

from pathlib import Path

import pytest

from itatui.domain.change import ConflictError
from itatui.domain.editing import add_measure, move_measure, remove_measure
from itatui.domain.measure import Measure
from itatui.errors import ItatuiError
from itatui.store import RegisterFile
from itatui.store.identity import Identity
from tests import reference
from tests.store.desk import measure, result, write


def test_undo_and_redo_of_programs_that_are_gone(path: Path) -> None:
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


def test_everything_taken_back_is_the_register_of_the_beginning(path: Path) -> None:
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


def test_nothing_to_take_back_or_make_again(file: RegisterFile) -> None:
    before = file.path.read_bytes()
    for act in (file.undo, file.redo, lambda: file.undo(1), lambda: file.undo(-1)):
        with pytest.raises(ItatuiError, match="no such change"):
            act()
    assert file.path.read_bytes() == before


def test_each_takes_back_their_own(path: Path) -> None:
    mine, theirs = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("b"))
    write(mine, "ของฉัน")
    write(theirs, "ของเขา", ref="IIT-3")
    mine.undo()
    assert result(mine) == reference.register().measures[1].result
    assert result(mine, "IIT-3") == "ของเขา"
    with pytest.raises(ItatuiError, match="no such change"):
        mine.undo()


def test_an_entry_is_taken_back_by_its_number(file: RegisterFile) -> None:
    write(file, "หนึ่ง")
    write(file, "สอง", ref="IIT-3")
    file.undo(1)
    assert result(file) == reference.register().measures[1].result
    assert result(file, "IIT-3") == "สอง"
    assert [(change.number, change.undoes) for change in file.history()] == [(1, 0), (2, 0), (3, 1)]


def test_an_undo_is_taken_back_by_its_number(file: RegisterFile) -> None:
    write(file, "หนึ่ง")
    file.undo()
    file.undo(2)
    assert result(file) == "หนึ่ง"
    assert file.history()[-1].redoes == 1


def test_what_was_changed_since_is_not_taken_back(path: Path) -> None:
    mine, theirs = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("b"))
    write(mine, "ของฉัน")
    write(theirs, "ของเขา")
    before = path.read_bytes()
    with pytest.raises(ConflictError):
        mine.undo()
    assert path.read_bytes() == before and result(mine) == "ของเขา"


def test_what_somebody_else_took_back_already_does_not_stand_in_the_way(path: Path) -> None:
    mine, theirs = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("b"))
    first, second = result(mine), result(mine, "IIT-3")
    write(mine, "หนึ่ง", ref="IIT-3")
    write(mine, "สอง")
    write(theirs, first)  # typed back, not undone
    for _time in range(2):
        if result(mine, "IIT-3") == "หนึ่ง":
            mine.undo()
    assert result(mine, "IIT-3") == second
