"""Registers for tests of the screen: with late measures, empty, long."""

from itatui.domain.change import Edit
from itatui.domain.edits import remove_measure
from itatui.domain.register import Register
from tests import reference


def late() -> Register:
    """Return the reference register with two late measures, one without a result, and an unplanned measure."""
    register = reference.register()
    first, second, third, *others = register.measures
    measures = (
        first._replace(done=frozenset({1})),
        second._replace(done=frozenset({1, 2, 3}), outcome="มีผู้เข้าอบรม 45 คน"),
        third._replace(done=frozenset(), result=""),
        others[0]._replace(planned=frozenset(), done=frozenset()),
        *others[1:],
    )
    return register._replace(measures=measures)


def empty() -> Register:
    """Return the reference register without measures."""
    return reference.register()._replace(measures=())


def many(count: int) -> Register:
    """Return a register of `count` measures, all in the first track."""
    register = reference.register()
    model = register.measures[0]
    measures = tuple(
        model._replace(id=f"m{number}", order=float(number), activity=f"มาตรการที่ {number}")
        for number in range(1, count + 1)
    )
    return register._replace(measures=measures)


def without(register: Register, row: int) -> Edit:
    """Return the edit that removes a measure."""
    return remove_measure(register.measures[row])[0]
