"""The edits behind what people do: set a field, tick a quarter, add, remove, move a measure."""

from collections.abc import Sequence

from itatui.domain.apply import value_of
from itatui.domain.change import ORDER, WHOLE, Edit, Value
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import _

GAP = 1024.0
"""How far apart the orders of new neighbours are: room for ten moves between them before they touch in halves."""


def set_field(thing: Measure | Track | Register, field: str, after: Value) -> Edit:
    """The edit that gives a field of a thing this value in place of the one it holds."""
    kind, name = _address(thing)
    return Edit(kind, name, field, value_of(thing, field), after)


def _address(thing: Measure | Track | Register) -> tuple[str, str]:
    if isinstance(thing, Measure):
        return "measure", thing.id
    return ("track", thing.code) if isinstance(thing, Track) else ("register", "")


def add_measure(register: Register, measure: Measure, position: int = 0) -> tuple[Edit, ...]:
    """The edits that add a measure to its track at a position from 1; 0: last. Its order is set here."""
    others = register.measures_of(measure.track)
    place, spread = _place(others, position or len(others) + 1)
    return (*spread, Edit("measure", measure.id, WHOLE, None, measure._replace(order=place)))


def remove_measure(measure: Measure) -> tuple[Edit, ...]:
    """The edit that removes a measure. Those reported with it stand on their own again."""
    return (Edit("measure", measure.id, WHOLE, measure, None),)


def move_measure(register: Register, measure: Measure, position: int) -> tuple[Edit, ...]:
    """The edits that give a measure a number (from 1) in its track; none when it has it already."""
    if register.number(measure) == position:
        return ()
    others = [other for other in register.measures_of(measure.track) if other.id != measure.id]
    place, spread = _place(others, position)
    return (*spread, Edit("measure", measure.id, ORDER, measure.order, place))


def _place(others: Sequence[Measure], position: int) -> tuple[float, tuple[Edit, ...]]:
    """An order that puts a measure at a position among others, and what spreads those out when there is no room."""
    if not 1 <= position <= len(others) + 1:
        raise UsageError(
            _("there is no position {position}: they go from 1 to {last}").format(
                position=position, last=len(others) + 1
            )
        )
    low = others[position - 2].order if position > 1 else None
    high = others[position - 1].order if position <= len(others) else None
    if low is None or high is None:
        return (GAP if low is None and high is None else (low or 0) + GAP if high is None else high - GAP), ()
    middle = (low + high) / 2
    if low < middle < high:
        return middle, ()
    orders = [GAP * (index + 1 + (index >= position - 1)) for index in range(len(others))]
    spread = tuple(
        Edit("measure", other.id, ORDER, other.order, order)
        for other, order in zip(others, orders, strict=True)
        if other.order != order
    )
    return GAP * position, spread
