"""Meetings: agenda, resumption, decisions, the register at their end, and the details of the minutes."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.agenda import (
    agenda,
    decisions_of,
    decisions_on,
    next_unreviewed,
    open_meeting,
    register_at_end,
    resume_at,
)
from itatui.domain.apply import apply
from itatui.domain.change import Change, ConflictError, Edit
from itatui.domain.dates import parse_time
from itatui.domain.edits import begin, decide, mark_reviewed, new_id, set_field
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.minutes import Person, people, position_of, proposed
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.wording.changes import describe
from tests.support.samples import reference
from tests.support.strategies import after, deeds, registers

TODAY = date(2024, 5, 15)
HELD = Meeting("g1", "2024-05-15")


def held(*reviewed: str, at: str = "", late: bool = False, track: str = "") -> Meeting:
    return HELD._replace(reviewed=frozenset(reviewed), at=at, late=late, track=track)


def names(register: Register) -> list[str]:
    return [measure.id for measure in register.measures]


def test_the_agenda_has_all_measures_a_track_or_the_late_measures() -> None:
    register = reference()
    code = register.tracks[1].code
    assert agenda(register, held(), TODAY) == register.measures
    assert agenda(register, held(track=code), TODAY) == register.measures_of(code)
    first = register.measures[0]._replace(planned=frozenset({1}), done=frozenset())
    late = register.with_measure(first)
    found = agenda(late, held(late=True), TODAY)
    assert first in found
    on_time = late.with_measure(first._replace(done=frozenset({1})))
    assert first.id not in [m.id for m in agenda(on_time, held(late=True), TODAY)]
    assert first.id in [m.id for m in agenda(on_time, held(first.id, late=True), TODAY)]  # reviewed at this meeting


def test_a_meeting_resumes_where_it_stopped_or_after_the_last_reviewed() -> None:
    register = reference()
    one, two, three, *_rest, last = names(register)
    measures = register.measures
    assert resume_at(measures, held()) == one
    assert resume_at(measures, held(one, two)) == three
    assert resume_at(measures, held(two, last)) == one
    assert resume_at(measures, held(one, at=last)) == last
    assert resume_at(measures, held(one, at="gone")) == two
    assert resume_at(measures, held(*names(register))) == last
    assert resume_at((), held()) == ""


@given(registers(least=1), st.data())
def test_the_next_measure_is_unreviewed_until_all_are_reviewed(register: Register, data: st.DataObject) -> None:
    reviewed = data.draw(st.lists(st.sampled_from(names(register)), unique=True))
    found = next_unreviewed(register.measures, held(*reviewed))
    assert found in names(register)
    assert (found in reviewed) == (set(reviewed) == set(names(register)))


def test_marks_of_two_measures_do_not_conflict() -> None:
    register = apply(reference(), begin(HELD))
    one, two, *_rest = names(register)
    mine, yours = (mark_reviewed(HELD, name, reviewed=True) for name in (one, two))
    assert after(register, [mine, yours]).meetings[0].reviewed == {one, two}
    with pytest.raises(ConflictError):
        after(register, [set_field(HELD, "at", one), set_field(HELD, "at", two)])


def test_the_open_meeting_is_the_latest_that_has_not_ended() -> None:
    other = Meeting("g2", "2024-06-01", closed="2024-06-01T10:00:00+07:00")
    assert open_meeting(after(reference(), [begin(HELD), begin(other)])) == HELD
    assert open_meeting(apply(reference(), begin(other))) is None


def test_order_of_decisions() -> None:
    one, two, *_rest = names(reference())
    first, second, third = (
        Decision("d1", "g1", two, "ก", done=True),
        Decision("d2", "g1", two, "ข"),
        Decision("d3", "g1", one, "ค"),
    )
    register = after(reference(), map(decide, (third, first, second)))
    assert register.decisions == (first, second, third)
    assert decisions_on(register, two) == (second, first)
    assert decisions_of(register, HELD) == (third, first, second)


@given(registers(least=1), st.data())
def test_the_register_at_the_end_of_a_meeting(register: Register, data: st.DataObject) -> None:
    meeting = Meeting("g9", "2024-05-15")
    ending = set_field(meeting, "closed", "2024-05-15T11:00:00+07:00")
    ended = after(register, [begin(meeting), ending])
    history = [Change((begin(meeting),), number=1), Change((ending,), number=2)]
    now = ended
    for number in (3, 4, 5):
        done = data.draw(deeds(now, new_id=f"new{number}"))
        now = after(now, done)
        history.append(Change(done, number=number))
    found = register_at_end(now, ended.meetings[-1], history)
    assert found is not None
    assert found == ended
    assert register_at_end(now, ended.meetings[-1], history[2:]) is None
    assert register_at_end(now, meeting, history) == now


def test_no_register_if_the_history_does_not_lead_back() -> None:
    register = reference()
    ending = set_field(HELD, "closed", "2024-05-15T11:00:00+07:00")
    ended = after(register, [begin(HELD), ending])
    never = Edit("measure", ended.measures[0].id, "result", "ก่อน", "ไม่เคยเป็นเช่นนี้")
    history = [Change((ending,), number=1), Change((never,), number=2)]
    assert register_at_end(ended, ended.meetings[0], history) is None


def test_ids_sort_by_time() -> None:
    ids = [new_id() for _number in range(3)]
    assert [name[:12] for name in ids] == sorted(name[:12] for name in ids) and len(set(ids)) == 3


def test_edits_of_meetings_in_words() -> None:
    register = after(reference(), [begin(HELD), decide(Decision("d1", "g1", names(reference())[0], "ส่งหลักฐาน"))])
    one = names(register)[0]
    edits = {
        begin(HELD): "started",
        begin(HELD).inverse(): "deleted",
        mark_reviewed(HELD, one, reviewed=True): "IIT-1 reviewed",
        set_field(HELD, "at", one): "stopped at IIT-1",
        set_field(HELD, "closed", "x"): "ended",
    }
    assert {edit: describe(edit, register) for edit in edits} == {
        edit: f"meeting of 15 May 2024: {words}" for edit, words in edits.items()
    }
    assert describe(set_field(register.decisions[0], "done", after=True), register) == (
        "IIT-1, decision “ส่งหลักฐาน”: done"
    )


@pytest.mark.parametrize(
    ("text", "time"),
    [("9:30", "09:30"), ("๐๙.๓๐ น.", "09:30"), ("0930", "09:30"), ("930", "09:30"), ("9 น", "09:00"), (" ", "")],
)
def test_typed_times(text: str, time: str) -> None:
    assert parse_time(text) == time


@pytest.mark.parametrize("text", ["x", "24:00", "9:60", "9:3", "12345", "9:30:00", "เช้า"])
def test_text_that_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="09:30"):
        parse_time(text)


def test_people_are_names_with_positions() -> None:
    present = "1. ก ข, ปลัด\n๒) ค ง  หัวหน้าสำนัก, รักษาการ\n\n3\tจ\tฉ\nช\n,"
    assert people(present) == (
        Person("ก ข", "ปลัด"),
        Person("ค ง", "หัวหน้าสำนัก, รักษาการ"),
        Person("จ", "ฉ"),
        Person("ช"),
    )
    assert position_of("ก ข", present) == "ปลัด"
    assert position_of("", present) == position_of("ใคร", present) == ""


NOW = datetime(2024, 5, 15, 11, 5)


def test_details_are_proposed_from_earlier_meetings_and_the_clock() -> None:
    earlier = Meeting("g0", "2024-02-01", no="๓/๒๕๖๗", place="ห้อง", chair="ก", note_taker="ข", present="ก, ปลัด")
    register = after(reference(), [begin(earlier), begin(HELD)])
    found = proposed(register, HELD._replace(chair="ค"), NOW)
    assert found == HELD._replace(no="4/2567", place="ห้อง", chair="ค", note_taker="ข", present="ก, ปลัด", ended="11:05")
    assert proposed(register, HELD, NOW.replace(day=16)).ended == ""
    assert proposed(register, earlier, NOW)._replace(ended="") == earlier


@pytest.mark.parametrize(
    ("numbers", "no"),
    [([], "1/2567"), (["1/2567", "2/2567"], "3/2567"), (["9/2566"], "1/2567"), ([""], "2/2567"), (["ลับ"], "2/2567")],
)
def test_number_of_a_meeting_follows_the_last_of_the_year(numbers: list[str], no: str) -> None:
    earlier = [Meeting(f"f{at}", "2024-01-01", no=number) for at, number in enumerate(numbers)]
    assert proposed(after(reference(), map(begin, earlier)), HELD, NOW).no == no
