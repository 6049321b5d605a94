"""Undo and redo of two people in one history are two undo stacks that know nothing of each other."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from itatui.domain.change import WHOLE, Change, Edit
from itatui.domain.edits import set_field
from itatui.domain.history import last_change_of, redo_next, undo_next
from tests.support.samples import measure_in, row_of
from tests.support.strategies import after

PEOPLE = {"nid": "m1", "lek": "m2"}
"""Two people, each with the measure that they write in."""

people = st.sampled_from(sorted(PEOPLE))


class TwoPeople(RuleBasedStateMachine):
    """A history that two people write, beside the two stacks that it must amount to."""

    def __init__(self) -> None:
        super().__init__()
        self.register = row_of(2)
        self.history: list[Change] = []
        self.past = {who: [""] for who in PEOPLE}
        self.future: dict[str, list[str]] = {who: [] for who in PEOPLE}

    def record(self, change: Change, who: str) -> None:
        self.register = after(self.register, change.edits)
        self.history.append(change._replace(who=who, number=len(self.history) + 1))

    @rule(who=people)
    def do(self, who: str) -> None:
        text = f"{who} {len(self.history)}"
        measure = measure_in(self.register, PEOPLE[who])
        self.record(Change((set_field(measure, "result", text),)), who)
        self.past[who].append(text)
        self.future[who].clear()

    @precondition(lambda self: self.history)
    @rule(who=people)
    def undo(self, who: str) -> None:
        change = undo_next(self.history, who)
        if len(self.past[who]) == 1:
            assert change is None
            return
        assert change is not None
        self.record(change, who)
        self.future[who].append(self.past[who].pop())

    @precondition(lambda self: self.history)
    @rule(who=people)
    def redo(self, who: str) -> None:
        change = redo_next(self.history, who)
        if not self.future[who]:
            assert change is None
            return
        assert change is not None
        self.record(change, who)
        self.past[who].append(self.future[who].pop())

    @invariant()
    def the_register_holds_what_the_stacks_say(self) -> None:
        for who, measure_id in PEOPLE.items():
            assert measure_in(self.register, measure_id).result == self.past[who][-1]

    @invariant()
    def only_ones_own_changes_are_offered(self) -> None:
        for who in PEOPLE:
            back, again = undo_next(self.history, who), redo_next(self.history, who)
            assert (back is None, again is None) == (len(self.past[who]) == 1, not self.future[who])
            for number in (back.undoes if back else 0, again.redoes if again else 0):
                assert number == 0 or self.history[number - 1].who == who


TestTwoPeople = TwoPeople.TestCase
TestTwoPeople.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


def wrote(number: int, before: str, text: str, who: str = "nid") -> Change:
    return Change((Edit("measure", "m1", "result", before, text),), who=who, number=number)


def test_nothing_is_offered_in_an_empty_history_or_to_a_stranger() -> None:
    assert undo_next([], "nid") is None
    assert redo_next([], "nid") is None
    assert undo_next([wrote(1, "", "a")], "lek") is None


def test_edits_of_one_change_are_taken_back_together_latest_first() -> None:
    edits = tuple(Edit("measure", "m1", "result", str(at), str(at + 1)) for at in range(3))
    change = undo_next([Change(edits, who="nid", number=1)], "nid")
    assert change == Change(tuple(edit.inverse() for edit in reversed(edits)), undoes=1)


def test_what_was_taken_back_is_not_offered_once_one_went_on() -> None:
    history = [wrote(1, "", "a"), wrote(2, "a", "")._replace(undoes=1), wrote(3, "", "b")]
    assert redo_next(history, "nid") is None
    assert redo_next(history[:2], "nid") == wrote(0, "", "a")._replace(who="", redoes=1)


def test_someone_else_going_on_leaves_ones_redo() -> None:
    history = [wrote(1, "", "a"), wrote(2, "a", "")._replace(undoes=1), wrote(3, "", "b", who="lek")]
    assert redo_next(history, "nid") == wrote(0, "", "a")._replace(who="", redoes=1)


def test_a_history_that_begins_with_an_undo_can_make_that_again() -> None:
    tail = [wrote(8, "a", "")._replace(undoes=5)]
    assert redo_next(tail, "nid") == wrote(0, "", "a")._replace(who="", redoes=5)


def test_a_history_that_begins_with_a_redo_can_take_that_back() -> None:
    tail = [wrote(9, "", "a")._replace(redoes=5)]
    change = undo_next(tail, "nid")
    assert change is not None
    assert change.edits == wrote(0, "a", "").edits


def test_the_last_change_of_a_field_is_the_latest_that_touched_it() -> None:
    whole = Change((Edit("measure", "m1", WHOLE, measure_in(row_of(1), "m1"), None),), number=4)
    other = Change((Edit("measure", "m2", "result", "", "x"), Edit("track", "m1", "result", "", "x")), number=3)
    history = [wrote(1, "", "a"), wrote(2, "a", "b"), other]
    assert last_change_of(history, "measure", "m1", "result") is history[1]
    assert last_change_of(history, "measure", "m2", "result") is other
    assert last_change_of(history, "measure", "m1", "outcome") is None
    assert last_change_of([*history, whole], "measure", "m1", "outcome") is whole
    assert last_change_of(history, "measure", "m1", WHOLE) is history[1]
    assert last_change_of([], "measure", "m1", WHOLE) is None
