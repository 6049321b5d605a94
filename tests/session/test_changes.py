"""Changes of a session: shown at once, saved behind, undone, redone, restored."""

from pathlib import Path

import pytest

from itatui.domain.edits import remove_measure, set_field
from itatui.domain.filter import Filter
from itatui.domain.status import Status
from itatui.store import RegisterFile
from itatui.tui.session.save_state import SaveState
from itatui.tui.session.session import RegisterSession
from tests.session.conftest import TODAY, Make, listened, result_edit
from tests.support import registers
from tests.support.mounts import pretend_mount
from tests.support.slow_stores import FailingStore, SlowStore


async def test_a_change_is_shown_before_it_is_saved(file: RegisterFile) -> None:
    store = SlowStore(file.path)
    session, listener = listened(store)
    session.change(result_edit(session, "new"))
    assert session.register.measures[0].result == "new"
    assert session.save_status.state is SaveState.SAVING
    assert file.load().measures[0].result != "new"
    store.release.set()
    assert await session.queue.flush()
    assert file.load() == session.register
    assert listener.states[-1] is SaveState.SAVED


async def test_first_save_on_a_shared_file_system_is_told_once(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    pretend_mount(monkeypatch, file.path.parent, "cifs")
    session, listener = listened(file)
    for text in ("one", "two"):
        session.change(result_edit(session, text))
        assert await session.queue.flush()
    assert len([message for message in listener.messages if f"{file.path} is on cifs" in message]) == 1


async def test_edits_of_a_change_are_one_entry_of_the_history(file: RegisterFile) -> None:
    session, _listener = listened(file)
    first, second = session.register.measures[:2]
    session.change(set_field(first, "result", "a"), set_field(second, "result", "b"))
    assert await session.queue.flush()
    register, history = await session.past.history()
    assert (register, len(history)) == (session.register, 1)


async def test_typing_in_a_run_is_one_entry_of_the_history(file: RegisterFile) -> None:
    session, _listener = listened(file)
    for text in ("a", "ab", "abc"):
        session.change(result_edit(session, text), run="r1")
        assert await session.queue.flush()
    assert len((await session.past.history())[1]) == 1


async def test_undo_and_redo_describe_the_change_and_point_at_its_measure(file: RegisterFile) -> None:
    session, listener = listened(file)
    before = session.register
    session.change(result_edit(session, "new", row=2))
    session.past.undo()
    assert await session.queue.flush()
    await session.queue.read(file.load)
    assert session.register == before
    session.past.redo()
    assert await session.queue.flush()
    await session.queue.read(file.load)
    assert session.register.measures[2].result == "new"
    assert [message.rpartition(" · ")[2] for message in listener.messages] == ["^Z to undo", "^Y to redo", "^Z to undo"]
    assert listener.measures == [before.measures[2].id] * 2


async def test_undo_of_nothing_is_reported(file: RegisterFile) -> None:
    session, listener = listened(file)
    session.past.undo()
    assert await session.queue.flush()
    assert len(listener.messages) == 1
    assert session.save_status.state is SaveState.UNCHANGED


async def test_a_backup_is_restored_as_a_change(file: RegisterFile) -> None:
    session, _listener = listened(file)
    before = session.register
    session.change(*remove_measure(before.measures[0]))
    assert await session.queue.flush()
    _register, backups = await session.past.backups()
    session.past.restore(backups[-1])
    assert await session.queue.flush()
    assert session.register.measures == before.measures
    session.past.undo()
    assert await session.queue.flush()
    assert len(session.register.measures) == 8


async def test_a_failed_save_is_reported_once_and_kept(file: RegisterFile) -> None:
    store = FailingStore(file.path)
    session, listener = listened(store)
    session.change(result_edit(session, "new"))
    for _attempt in range(3):
        assert not await session.queue.flush()
    assert listener.messages[1:] == ["the disk is full [/] today"]
    assert session.save_status.state is SaveState.FAILING
    store.full = False
    assert await session.queue.flush()
    assert (session.failure, session.save_status.state) == ("", SaveState.SAVED)


async def test_a_change_of_another_program_arrives_with_a_poll(file: RegisterFile) -> None:
    session, listener = listened(file)
    other = RegisterFile(file.path)
    other.apply(result_edit(session, "theirs", row=1))
    session.poll()
    assert await session.queue.flush()
    assert session.register.measures[1].result == "theirs"
    assert session.others.unseen == {session.register.measures[1].id}
    assert listener.messages == []


async def test_an_unreadable_file_is_reported_once(file: RegisterFile) -> None:
    session, listener = listened(file)
    before = session.register
    file.path.write_text("{", "utf-8")
    for _poll in range(3):
        session.poll()
        await session.queue.flush()
    assert len(listener.messages) == 1
    assert session.register == before


async def test_a_filter_lists_its_measures_and_follows_changes(make: Make) -> None:
    session, _listener = listened(make(registers.late()))
    session.set_filter(Filter(statuses=frozenset({Status.LATE})))
    first, second = session.shown
    for quarter in first.planned - first.done:
        session.change(set_field(session.register.measures[0], f"done.{quarter}", after=True))
    assert session.shown == (second,)
    assert await session.queue.flush()


async def test_a_mark_goes_with_its_measure(file: RegisterFile) -> None:
    session, _listener = listened(file)
    first, second = session.register.measures[:2]
    session.set_marked(frozenset({first.id, second.id}))
    session.change(*remove_measure(first))
    assert session.marked == {second.id}
    assert await session.queue.flush()


async def test_finish_saves_the_queue_and_drafts(file: RegisterFile) -> None:
    store = FailingStore(file.path)
    session, _listener = listened(store)
    session.change(result_edit(session, "queued"))
    assert not await session.queue.flush()
    session.last_edits.append(lambda: (result_edit(session, "typed", row=1),))
    store.full = False
    assert session.finish()
    assert [measure.result for measure in file.load().measures[:2]] == ["queued", "typed"]


async def test_finish_reports_a_failed_save(file: RegisterFile) -> None:
    session, _listener = listened(FailingStore(file.path))
    session.change(result_edit(session, "queued"))
    assert not session.finish()


def test_a_session_needs_no_event_loop_to_open_and_filter(file: RegisterFile) -> None:
    session = RegisterSession(file, TODAY)
    session.set_filter(Filter("EIT"))
    assert {measure.track for measure in session.shown} == {"EIT"}
    assert session.finish()


async def test_a_closed_register_refuses_a_tick_and_keeps_a_typed_text(file: RegisterFile) -> None:
    session, listener = listened(file)
    RegisterFile(file.path).apply(set_field(session.register, "closed", "2024-11-01"))
    session.change(result_edit(session, "typed before others closed it"))
    assert await session.queue.flush()
    assert session.register.closed and listener.queued == 0
    assert [edit.after for edit in listener.refused] == ["typed before others closed it"]
    kept = session.drafts.find(session.own_drafts.place_of(listener.refused[0]))
    assert kept is not None and kept.texts["text"] == "typed before others closed it"
    before = file.load()
    session.change(set_field(session.register.measures[0], "done.1", False))  # noqa: FBT003 (the value of a field)
    assert "closed on 1 Nov 2024" in listener.messages[-1] and "Open again" in listener.messages[-1]
    session.past.undo()
    assert await session.queue.flush()
    assert "closed on 1 Nov 2024" in listener.messages[-1]
    assert file.load() == before == session.register
