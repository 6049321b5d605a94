"""The change that followed a version of the register."""

from itatui.domain.change import Change, Edit
from itatui.domain.history import change_after

EDIT = Edit("measure", "m", "result", "", "ก")
HISTORY = [
    Change((EDIT,), "a", number=1),
    Change((EDIT._replace(after="กขค"),), "a", run="r", number=2),
    Change((EDIT,), "b", number=3),
]


def test_the_first_change_followed_the_version_without_any() -> None:
    assert change_after(HISTORY, None) == HISTORY[0]


def test_the_next_number_followed() -> None:
    assert change_after(HISTORY, HISTORY[0]) == HISTORY[1]
    assert change_after(HISTORY, HISTORY[1]) == HISTORY[2]
    assert change_after(HISTORY, HISTORY[2]) is None


def test_typing_that_went_on_followed_the_version_amid_it() -> None:
    assert change_after(HISTORY, HISTORY[1]._replace(edits=(EDIT,))) == HISTORY[1]


def test_another_history_does_not_tell() -> None:
    assert change_after(HISTORY, HISTORY[0]._replace(who="c")) is None
    assert change_after(HISTORY[2:], HISTORY[0]) is None
