"""Conflicts of a session: a refused text is held by its editor or waits in the queue."""

from itatui.domain.edits import remove_measure, set_field
from itatui.errors import ItatuiError, UsageError
from itatui.store import RegisterFile
from itatui.store.identity import Identity
from itatui.tui.session.conflict_queue import both_texts, edit_of_choice
from itatui.tui.session.save_state import SaveState
from tests.session.conftest import listened, result_edit


def write_elsewhere(file: RegisterFile, text: str) -> None:
    other = RegisterFile(file.path, Identity("somchai"))
    other.apply(set_field(other.load().measures[0], "result", text))


async def test_a_refused_text_waits_in_the_queue_with_its_author(file: RegisterFile) -> None:
    session, listener = listened(file)
    edit = result_edit(session, "mine")
    write_elsewhere(file, "theirs")
    session.change(edit)
    assert await session.queue.flush()
    (conflict,) = session.conflicts.waiting
    assert (conflict.edit.after, conflict.found) == ("mine", "theirs")
    assert (await session.with_author(conflict)).who == "somchai"
    assert session.register.measures[0].result == "theirs"
    assert session.save_status.state is SaveState.CONFLICT
    assert listener.queued == 1


async def test_an_open_editor_holds_its_conflict(file: RegisterFile) -> None:
    session, listener = listened(file)
    listener.holds = True
    edit = result_edit(session, "mine")
    write_elsewhere(file, "theirs")
    session.change(edit)
    assert await session.queue.flush()
    assert [conflict.edit for conflict in listener.held] == [edit]
    assert (session.conflicts.waiting, listener.queued) == ([], 0)


async def test_a_conflict_with_the_shown_register_is_found_without_the_store(file: RegisterFile) -> None:
    session, _listener = listened(file)
    edit = result_edit(session, "mine")
    write_elsewhere(file, "theirs")
    session.poll()
    assert await session.queue.flush()
    session.change(edit)
    assert [conflict.found for conflict in session.conflicts.waiting] == ["theirs"]


async def test_choices_make_edits(file: RegisterFile) -> None:
    session, _listener = listened(file)
    edit = result_edit(session, "mine")
    write_elsewhere(file, "theirs")
    session.change(edit)
    assert await session.queue.flush()
    (conflict,) = session.conflicts.waiting
    measure = session.register.measures[0]
    assert both_texts(conflict) == "theirs\nmine"
    assert edit_of_choice(conflict, "mine", measure) == edit._replace(before="theirs")
    assert edit_of_choice(conflict, "theirs", measure) is None
    both = edit_of_choice(conflict, "both", measure)
    assert both is not None
    session.conflicts.discard(edit)
    session.change(both)
    assert await session.queue.flush()
    assert file.load().measures[0].result == "theirs\nmine"
    assert session.conflicts.waiting == []


async def test_a_text_brings_its_removed_measure_back(file: RegisterFile) -> None:
    session, _listener = listened(file)
    edit, before = result_edit(session, "mine"), session.register.measures[0]
    other = RegisterFile(file.path, Identity("somchai"))
    other.apply(*remove_measure(before))
    session.change(edit)
    assert await session.queue.flush()
    (conflict,) = session.conflicts.waiting
    assert conflict.gone is not None
    back = edit_of_choice(conflict, "back", conflict.gone)
    assert back is not None
    session.change(back)
    assert await session.queue.flush()
    assert file.load().measures[0] == before._replace(result="mine")


async def test_repairs_in_conflict_change_nothing(file: RegisterFile) -> None:
    session, listener = listened(file)
    edits = (result_edit(session, "repaired", row=1), result_edit(session, "repaired"))
    write_elsewhere(file, "theirs")
    session.poll()
    assert await session.queue.flush()
    assert not session.repair(edits)
    assert (len(listener.messages), session.conflicts.waiting) == (1, [])
    assert session.register == file.load()


async def test_finish_keeps_both_texts_of_a_waiting_conflict(file: RegisterFile) -> None:
    session, _listener = listened(file)
    edit = result_edit(session, "mine")
    write_elsewhere(file, "theirs")
    session.change(edit)
    assert await session.queue.flush()
    assert session.finish()
    assert file.load().measures[0].result == "theirs\nmine"


def test_unsaved_changes_are_conflicts_then_the_newest_draft(file: RegisterFile) -> None:
    session, _listener = listened(file)
    first, second = result_edit(session, "a"), result_edit(session, "b", row=1)

    def unreadable() -> tuple[()]:
        raise UsageError("no measure IIT-9")

    session.last_edits += [lambda: (first,), lambda: (), unreadable, lambda: (second,)]
    assert session.unsaved() == [(second,), (first,)]
    assert issubclass(UsageError, ItatuiError)
