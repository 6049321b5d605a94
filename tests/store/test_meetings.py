"""Meetings in the file: written, read strictly, undone, and marked for older versions of itatui."""

import json
from pathlib import Path
from typing import Any

import pytest

from itatui.domain.agenda import register_at_end
from itatui.domain.edits import begin, decide, mark_reviewed, set_field
from itatui.domain.meeting import Decision, Meeting
from itatui.errors import ItatuiError
from itatui.store import RegisterFile, create
from tests import reference
from tests.store.test_strict import line_of
from tests.support.register_edits import by_hand, tables, write

HELD = Meeting("g1", "2024-05-15")
NOTED = Decision("d1", "g1", "iit-2567-1", "ส่งหลักฐาน", "สำนักปลัด", "2025-01-15")


@pytest.fixture
def file(path: Path) -> RegisterFile:
    """Return a register with a meeting and its decision."""
    file = RegisterFile(path)
    file.apply(begin(HELD))
    file.apply(decide(NOTED))
    return file


def test_another_program_reads_the_meeting(file: RegisterFile) -> None:
    file.apply(mark_reviewed(HELD, "iit-2567-1", reviewed=True))
    found = RegisterFile(file.path).load()
    assert found.meetings == (HELD._replace(reviewed=frozenset({"iit-2567-1"})),)
    assert found.decisions == (NOTED,)
    assert tables(file.path)["meetings"]["1"]["reviewed"] == ["iit-2567-1"]


def test_a_new_file_keeps_the_meetings_of_its_register(tmp_path: Path) -> None:
    register = reference.register()._replace(meetings=(HELD,), decisions=(NOTED,))
    create(tmp_path / "new.json", register)
    assert RegisterFile(tmp_path / "new.json").load() == register


def test_meeting_and_decision_are_undone_and_redone(file: RegisterFile) -> None:
    file.undo()
    assert file.load().decisions == ()
    file.undo()
    assert file.load().meetings == ()
    file.redo()
    file.redo()
    assert (file.load().meetings, file.load().decisions) == ((HELD,), (NOTED,))
    assert RegisterFile(file.path).load() == file.load()


def test_a_decision_outlives_the_undo_of_its_meeting(file: RegisterFile) -> None:
    file.undo(1)
    found = RegisterFile(file.path).load()
    assert (found.meetings, found.decisions) == ((), (NOTED,))


def test_unknown_fields_survive_edits_removal_and_undo(file: RegisterFile) -> None:
    found = tables(file.path)
    for table in ("meetings", "decisions"):
        found[table]["1"]["note"] = {"ก": [1]}
    by_hand(file.path, found)
    file.apply(set_field(HELD, "at", "iit-2567-2"))
    file.apply(set_field(NOTED, "done", after=True))
    file.apply(decide(NOTED._replace(done=True)).inverse())
    file.undo()
    after = tables(file.path)
    assert after["meetings"]["1"]["note"] == {"ก": [1]}
    assert [each["note"] for each in after["decisions"].values()] == [{"ก": [1]}]


def test_restore_of_a_backup_is_undone(file: RegisterFile) -> None:
    file.apply(set_field(HELD, "closed", "2024-05-15T11:00:00+07:00"))
    before = file.load()
    assert file.restore(3).register.meetings == ()
    assert file.undo() == before == RegisterFile(file.path).load()


def test_the_register_at_the_end_of_a_meeting_has_no_later_changes(file: RegisterFile) -> None:
    file.apply(set_field(HELD, "closed", "2024-05-15T11:00:00+07:00"))
    ended = file.load()
    write(file, "เขียนทีหลัง")
    write(file, after=False, field="done.1")
    again = RegisterFile(file.path)
    assert register_at_end(again.load(), again.load().meetings[0], again.history()) == ended


WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "no id": ("meetings", {"id": ""}),
    "no day": ("meetings", {"date": "15/5/2567"}),
    "no date at all": ("meetings", {"date": ""}),
    "late as a number": ("meetings", {"late": 1}),
    "reviewed twice": ("meetings", {"reviewed": ["a", "a"]}),
    "reviewed numbers": ("meetings", {"reviewed": [1]}),
    "reviewed a text": ("meetings", {"reviewed": "a"}),
    "closed nothing": ("meetings", {"closed": None}),
    "no time of day": ("meetings", {"began": "9.30"}),
    "a time after midnight": ("meetings", {"ended": "24:00"}),
    "people as a list": ("meetings", {"present": ["ก"]}),
    "a decision without an id": ("decisions", {"id": ""}),
    "a due day that is none": ("decisions", {"due": "2025-02-30"}),
    "a text that is none": ("decisions", {"text": 1}),
    "done as a text": ("decisions", {"done": "yes"}),
}


@pytest.mark.parametrize("name", list(WRONG))
def test_invalid_documents_are_refused(file: RegisterFile, name: str) -> None:
    table, fields = WRONG[name]
    found = tables(file.path)
    found[table]["1"].update(fields)
    by_hand(file.path, found)
    assert str(file.path) in line_of(file.path)


@pytest.mark.parametrize("table", ["meetings", "decisions"])
def test_duplicate_ids_are_refused(file: RegisterFile, table: str) -> None:
    found = tables(file.path)
    found[table]["2"] = found[table]["1"]
    by_hand(file.path, found)
    assert "the same id" in line_of(file.path)


@pytest.mark.parametrize("after", [1, None, ["x"], {"id": "other", "date": "2024-05-15"}])
def test_an_invalid_history_of_a_meeting_is_refused(file: RegisterFile, after: object) -> None:
    text = file.path.read_text("utf-8")
    found = json.loads(text)
    found["history"]["1"]["edits"][0]["after"] = after
    if after is None:
        found["history"]["1"]["edits"][0]["field"] = "nothing"
    by_hand(file.path, found)
    with pytest.raises(ItatuiError, match="history/1"):
        RegisterFile(file.path).load()


def test_a_meeting_of_an_older_program_is_read_and_edited(file: RegisterFile) -> None:
    found = tables(file.path)
    for name in ("no", "place", "began", "ended", "chair", "note_taker", "present"):
        del found["meetings"]["1"][name]
        del found["history"]["1"]["edits"][0]["after"][name]
    by_hand(file.path, found)
    again = RegisterFile(file.path)
    assert again.load().meetings == (HELD,)
    again.apply(set_field(HELD, "began", "09:30"))
    assert tables(file.path)["meetings"]["1"]["began"] == "09:30" and "place" not in tables(file.path)["meetings"]["1"]
    again.undo()
    assert RegisterFile(file.path).load().meetings == (HELD,)


def test_details_of_two_users_merge_and_the_same_detail_is_refused(file: RegisterFile) -> None:
    file.apply(set_field(HELD, "place", "ก"))
    RegisterFile(file.path).apply(set_field(HELD, "chair", "ข"))
    assert file.load().meetings == (HELD._replace(place="ก", chair="ข"),)
    with pytest.raises(ItatuiError, match="nothing was overwritten"):
        file.apply(set_field(HELD, "place", "ค"))
