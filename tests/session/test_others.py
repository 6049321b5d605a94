"""Other users: their presence, and their changes until they were in view."""

from itatui.store import RegisterFile
from itatui.store.identity import Identity
from itatui.tui.session.others import Others
from tests import reference
from tests.session.conftest import listened


def test_an_arrival_is_reported_once(file: RegisterFile) -> None:
    session, listener = listened(file)
    session.enter()
    other = RegisterFile(file.path, Identity("somchai"))
    other.enter()
    for _poll in range(3):
        session.poll()
    assert [person.who for person in session.others.present] == ["somchai"]
    assert len(listener.messages) == 1
    other.leave()
    session.poll()
    assert session.others.present == ()
    session.leave()


def test_finish_leaves_the_register(file: RegisterFile) -> None:
    session, _listener = listened(file)
    session.enter()
    other = RegisterFile(file.path, Identity("somchai"))
    other.enter()
    assert len(other.others()) == 1
    assert session.finish()
    assert other.others() == ()
    other.leave()


def test_a_change_is_seen_after_two_polls_in_view() -> None:
    before = reference.register()
    measure = before.measures[0]._replace(result="theirs")
    others = Others()
    others.note_changes(before, before.with_measure(measure))
    assert others.unseen == {measure.id}
    others.view(measure)
    assert others.unseen == {measure.id}
    others.view(None)
    others.view(measure)
    assert others.unseen == {measure.id}
    others.view(measure)
    assert others.unseen == frozenset()
