"""Undo and redo in a shared history: each user has a separate undo stack."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from itatui.domain.change import WHOLE, Change, Edit
from itatui.domain.edits import set_field
from itatui.domain.history import last_change_of, redo_next, undo_next, undoable
from tests.support.examples import share
from tests.support.samples import measure_in, row_of
from tests.support.strategies import after

USERS = {"nid": "m1", "lek": "m2"}
"""Two users and the measure that each edits."""

users = st.sampled_from(sorted(USERS))


class TwoUsers(RuleBasedStateMachine):
    """A history of two users, compared with two undo stacks."""

    def __init__(self) -> None:
        super().__init__()
        self.register = row_of(2)
        self.history: list[Change] = []
        self.past = {who: [""] for who in USERS}
        self.future: dict[str, list[str]] = {who: [] for who in USERS}

    def record(self, change: Change, who: str) -> None:
        self.register = after(self.register, change.edits)
        self.history.append(change._replace(who=who, number=len(self.history) + 1))

    @rule(who=users)
    def do(self, who: str) -> None:
        text = f"{who} {len(self.history)}"
        measure = measure_in(self.register, USERS[who])
        self.record(Change((set_field(measure, "result", text),)), who)
        self.past[who].append(text)
        self.future[who].clear()

    @precondition(lambda self: self.history)
    @rule(who=users)
    def undo(self, who: str) -> None:
        change = undo_next(self.history, who)
        if len(self.past[who]) == 1:
            assert change is None
            return
        assert change is not None
        self.record(change, who)
        self.future[who].append(self.past[who].pop())

    @precondition(lambda self: self.history)
    @rule(who=users)
    def redo(self, who: str) -> None:
        change = redo_next(self.history, who)
        if not self.future[who]:
            assert change is None
            return
        assert change is not None
        self.record(change, who)
        self.past[who].append(self.future[who].pop())

    @invariant()
    def register_matches_the_stacks(self) -> None:
        for who, measure_id in USERS.items():
            assert measure_in(self.register, measure_id).result == self.past[who][-1]

    @invariant()
    def only_own_changes_are_undone(self) -> None:
        for who in USERS:
            back, again = undo_next(self.history, who), redo_next(self.history, who)
            assert (back is None, again is None) == (len(self.past[who]) == 1, not self.future[who])
            for number in (back.undoes if back else 0, again.redoes if again else 0):
                assert number == 0 or self.history[number - 1].who == who


TestTwoUsers = TwoUsers.TestCase
TestTwoUsers.settings = settings(max_examples=share(60), stateful_step_count=40, deadline=None)


def wrote(number: int, before: str, text: str, who: str = "nid") -> Change:
    return Change((Edit("measure", "m1", "result", before, text),), who=who, number=number)


def test_nothing_to_undo_in_an_empty_history_or_for_another_user() -> None:
    assert undo_next([], "nid") is None
    assert redo_next([], "nid") is None
    assert undo_next([wrote(1, "", "a")], "lek") is None


def test_edits_of_a_change_are_undone_together_latest_first() -> None:
    edits = tuple(Edit("measure", "m1", "result", str(at), str(at + 1)) for at in range(3))
    change = undo_next([Change(edits, who="nid", number=1)], "nid")
    assert change == Change(tuple(edit.inverse() for edit in reversed(edits)), undoes=1)


def test_no_redo_after_a_new_change() -> None:
    history = [wrote(1, "", "a"), wrote(2, "a", "")._replace(undoes=1), wrote(3, "", "b")]
    assert redo_next(history, "nid") is None
    assert redo_next(history[:2], "nid") == wrote(0, "", "a")._replace(who="", redoes=1)


def test_changes_of_another_user_keep_the_redo() -> None:
    history = [wrote(1, "", "a"), wrote(2, "a", "")._replace(undoes=1), wrote(3, "", "b", who="lek")]
    assert redo_next(history, "nid") == wrote(0, "", "a")._replace(who="", redoes=1)


def test_redo_in_a_history_that_begins_with_an_undo() -> None:
    tail = [wrote(8, "a", "")._replace(undoes=5)]
    assert redo_next(tail, "nid") == wrote(0, "", "a")._replace(who="", redoes=5)


def test_undo_in_a_history_that_begins_with_a_redo() -> None:
    tail = [wrote(9, "", "a")._replace(redoes=5)]
    change = undo_next(tail, "nid")
    assert change is not None
    assert change.edits == wrote(0, "a", "").edits


def test_last_change_of_a_field() -> None:
    whole = Change((Edit("measure", "m1", WHOLE, measure_in(row_of(1), "m1"), None),), number=4)
    other = Change((Edit("measure", "m2", "result", "", "x"), Edit("track", "m1", "result", "", "x")), number=3)
    history = [wrote(1, "", "a"), wrote(2, "a", "b"), other]
    assert last_change_of(history, "measure", "m1", "result") is history[1]
    assert last_change_of(history, "measure", "m2", "result") is other
    assert last_change_of(history, "measure", "m1", "outcome") is None
    assert last_change_of([*history, whole], "measure", "m1", "outcome") is whole
    assert last_change_of(history, "measure", "m1", WHOLE) is history[1]
    assert last_change_of([], "measure", "m1", WHOLE) is None


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["change", "undo", "redo"])), max_size=12))
def test_undoable_agrees_with_the_next_undo_and_redo(steps: list[tuple[str, str]]) -> None:
    history: list[Change] = []
    for who, step in steps:
        found = {"undo": undo_next, "redo": redo_next}[step](history, who) if step != "change" else Change(())
        if found is not None:
            history.append(found._replace(who=who, number=len(history) + 1))
    for who in ("a", "b"):
        expected = (undo_next(history, who) is not None, redo_next(history, who) is not None)
        assert undoable(history, who) == expected
