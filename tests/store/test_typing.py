"""A run of typing in a field by a user is a single entry of the history."""

from pathlib import Path

from itatui.store import RegisterFile
from itatui.store.identity import Identity
from tests.support.register_edits import edit, result, write

WORD = "ได้มีการอบรม"


def typed(file: RegisterFile, run: str, field: str = "result", word: str = WORD) -> None:
    """Type a word and save each letter."""
    for end in range(1, len(word) + 1):
        write(file, word[:end], field, run=run)


def test_a_run_is_a_single_entry(file: RegisterFile) -> None:
    before = result(file)
    typed(file, "a")
    (change,) = file.history()
    assert (change.edits[0].before, change.edits[0].after) == (before, WORD)


def test_undo_reverts_the_whole_run(file: RegisterFile) -> None:
    before = result(file)
    typed(file, "a")
    file.undo()
    assert result(file) == before
    file.redo()
    assert result(file) == WORD


def test_a_run_continues_in_another_program(path: Path) -> None:
    for end in range(1, len(WORD) + 1):
        write(RegisterFile(path), WORD[:end], run="a")
    assert len(RegisterFile(path).history()) == 1


def test_another_run_is_another_entry(file: RegisterFile) -> None:
    typed(file, "a")
    typed(file, "b", word="ใหม่")
    assert len(file.history()) == 2
    file.undo()
    assert result(file) == WORD


def test_another_field_is_another_entry(file: RegisterFile) -> None:
    typed(file, "a")
    typed(file, "a", field="outcome")
    assert [change.edits[0].field for change in file.history()] == ["result", "outcome"]


def test_another_measure_is_another_entry(file: RegisterFile) -> None:
    write(file, "ก", run="a")
    write(file, "ก", ref="IIT-3", run="a")
    assert len(file.history()) == 2


def test_changes_without_a_run_are_separate_entries(file: RegisterFile) -> None:
    typed(file, "")
    assert len(file.history()) == len(WORD)


def test_a_change_of_another_user_ends_the_run(path: Path) -> None:
    mine, theirs = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("b"))
    write(mine, "ก", run="r")
    write(theirs, "ข", ref="IIT-3")
    write(mine, "กข", run="r")
    assert [change.who for change in mine.history()] == ["a", "b", "a"]


def test_the_same_run_of_another_user_is_another_entry(path: Path) -> None:
    write(RegisterFile(path, Identity("a")), "ก", run="r")
    write(RegisterFile(path, Identity("b")), "กข", run="r")
    assert [change.who for change in RegisterFile(path).history()] == ["a", "b"]


def test_a_run_of_two_fields_is_a_single_entry(file: RegisterFile) -> None:
    for word in ("ก", "กข", "กขค"):
        file.apply(edit(file, word), edit(file, word, "outcome"), run="a")
    (change,) = file.history()
    assert [made.after for made in change.edits] == ["กขค", "กขค"]
    file.undo()
    assert result(file) != "กขค"


def test_undo_skips_a_run_without_effect(file: RegisterFile) -> None:
    before = result(file)
    write(file, "หนึ่ง")
    write(file, "หนึ่งก", run="a")
    write(file, "หนึ่ง", run="a")
    for _time in range(2):
        if result(file) == "หนึ่ง":
            file.undo()
    assert result(file) == before
