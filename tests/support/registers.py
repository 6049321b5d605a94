"""Registers for the tests of the screen: with late and missing measures, with nothing, with a great many."""

from itatui.domain.change import Edit
from itatui.domain.edits import remove_measure
from itatui.domain.register import Register
from tests import reference

SOME: frozenset[int] = frozenset({1})


def late() -> Register:
    """The reference register with two measures late, one of them unreported, and one that was never planned."""
    register = reference.register()
    first, second, third, *others = register.measures
    measures = (
        first._replace(done=SOME),
        second._replace(done=frozenset({1, 2, 3}), outcome="มีผู้เข้าอบรม 45 คน"),
        third._replace(done=frozenset(), result=""),
        others[0]._replace(planned=frozenset(), done=frozenset()),
        *others[1:],
    )
    return register._replace(measures=measures)


def empty() -> Register:
    """The reference register without its measures."""
    return reference.register()._replace(measures=())


def many(count: int) -> Register:
    """A register of so many measures, all in its first track."""
    register = reference.register()
    like = register.measures[0]
    measures = tuple(
        like._replace(id=f"m{number}", order=float(number), activity=f"มาตรการที่ {number}")
        for number in range(1, count + 1)
    )
    return register._replace(measures=measures)


def without(register: Register, at: int) -> Edit:
    """What removes a measure."""
    return remove_measure(register.measures[at])[0]
