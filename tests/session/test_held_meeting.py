"""The meeting being held: agenda, reviews, and where it resumes."""

from itatui.domain.filter import Filter
from itatui.domain.status import LATE_ONLY
from itatui.store import RegisterFile
from itatui.tui.session.held_meeting import HeldMeeting
from tests.session.conftest import Make, listened
from tests.support import registers


async def test_a_meeting_without_changes_leaves_no_trace(file: RegisterFile) -> None:
    session, _listener = listened(file)
    held = HeldMeeting(session)
    assert held.turn(1) and not HeldMeeting(session).turn(-1)
    held.at = session.register.measures[0].id
    assert held.stop_edits() == ()
    assert session.register.meetings == ()


async def test_the_first_change_makes_the_meeting_known(file: RegisterFile) -> None:
    session, _listener = listened(file)
    held = HeldMeeting(session)
    held.review(keep=True)
    held.review(keep=True)
    assert held.meeting.reviewed == {held.at}
    held.review(keep=False)
    assert not session.register.meetings[0].reviewed
    assert await session.queue.flush()


async def test_a_stopped_meeting_resumes_at_its_measure(file: RegisterFile) -> None:
    session, _listener = listened(file)
    held = HeldMeeting(session)
    held.turn(1)
    held.turn(1)
    assert session.unsaved() == [held.stop_edits()]
    session.change(*held.stop_edits())
    held.close()
    assert session.unsaved() == []
    assert HeldMeeting(session).at == held.at
    assert await session.queue.flush()


async def test_the_measure_in_discussion_stays_though_no_longer_late(make: Make) -> None:
    session, _listener = listened(make(registers.late()))
    held = HeldMeeting(session, Filter(statuses=LATE_ONLY))
    before = held.agenda
    for quarter in before[0].planned - before[0].done:
        held.tick(quarter)
    assert not held.follow_register()
    assert [measure.id for measure in held.agenda] == [measure.id for measure in before]
    held.turn(1)
    assert [measure.id for measure in held.agenda] == [before[1].id]
    assert await session.queue.flush()


async def test_an_ended_meeting_is_not_resumed(file: RegisterFile) -> None:
    session, _listener = listened(file)
    ended = HeldMeeting(session).end()
    assert ended.closed
    assert HeldMeeting(session).meeting.id != ended.id
    assert await session.queue.flush()
