"""Make edits: set a field, tick a quarter; add, remove, move a measure; begin a meeting, decide, mark as reviewed."""

import os
import time
from collections.abc import Sequence

from itatui.domain.apply import apply_all
from itatui.domain.change import ORDER, WHOLE, Edit, Value
from itatui.domain.fields import id_of, kind_of, value_of
from itatui.domain.fiscal_year import check_year, replace_year
from itatui.domain.measure import Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.own_field import OwnField
from itatui.domain.own_form import OwnForm
from itatui.domain.quarters import ALL
from itatui.domain.register import Record, Register
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import quote

REGISTER_TITLES = ("title", "subtitle")
TRACK_NAMES = ("name_th", "name_en", "label")
FORM_TEXTS = ("text",)
"""Fields whose texts may tell the fiscal year or the agency."""
GAP = 1024.0
"""Difference between the orders of new neighbours: leaves room for ten moves between two of them."""

Ordered = Measure | Track | OwnField | OwnForm
"""A record with a place among those of its kind."""


def new_id() -> str:
    """Return a unique id that sorts after all earlier ones, on any machine with a correct clock."""
    return f"{time.time_ns() // 1_000_000:012x}{os.urandom(3).hex()}"


def set_field(record: Record, path: str, after: Value) -> Edit:
    """Return the edit that sets the field at a path of a record."""
    return Edit(kind_of(record), id_of(record), path, value_of(record, path), after)


def set_year(register: Register, year: int) -> tuple[Edit, ...]:
    """Return the edits that set the fiscal year (Buddhist Era), also in titles, track names and forms.

    `UsageError` if it is out of range.
    """
    check_year(year)
    edits = [set_field(register, "fiscal_year", year)]
    named: list[tuple[Record, tuple[str, ...]]] = [(register, REGISTER_TITLES)]
    named += [(track, TRACK_NAMES) for track in register.tracks]
    named += [(form, FORM_TEXTS) for form in register.forms]
    for record, names in named:
        for name in names:
            before = str(value_of(record, name))
            if (after := replace_year(before, register.fiscal_year, year)) != before:
                edits.append(set_field(record, name, after))
    return tuple(edits)


def set_agency(register: Register, agency: str) -> tuple[Edit, ...]:
    """Return the edits that set the name of the agency, also where the titles tell it."""
    edits = [set_field(register, "agency", agency)]
    for name in REGISTER_TITLES if register.agency and agency else ():
        before = str(value_of(register, name))
        if (after := before.replace(register.agency, agency)) != before:
            edits.append(set_field(register, name, after))
    return tuple(edits)


def set_quarter(measure: Measure, name: str, quarter: int, *, wanted: bool) -> Edit:
    """Return the edit that puts a quarter (1-4) in `planned` or `done`, or takes it out."""
    return set_field(measure, f"{name}.{quarter}", wanted)


def add_measure(register: Register, measure: Measure, position: int = 0) -> tuple[Edit, ...]:
    """Return the edits that add a measure to its track at a position from 1; 0: last. They set its order.

    `UsageError` if there is no such position.
    """
    others = register.measures_of(measure.track)
    order, spread = order_at(others, position or len(others) + 1)
    return (*spread, Edit("measure", measure.id, WHOLE, None, measure._replace(order=order)))


def new_measure(register: Register, track: str, before: Measure | None) -> Measure:
    """Return a new measure of a track, with the units and the plan that are likely: those of the measure before it.

    Without a plan there, all quarters; without a measure before it, the only unit of the register, if it has but one.
    """
    known = {unit for measure in register.measures for unit in measure.responsible} if before is None else ()
    units = before.responsible if before else tuple(known) if len(known) == 1 else ()
    planned = before.planned if before and before.planned else ALL
    return Measure(os.urandom(4).hex(), track, 0.0, "", responsible=units, planned=planned)


def add_measures(register: Register, model: Measure, activities: Sequence[str], position: int = 0) -> tuple[Edit, ...]:
    """Return the edits that add measures like `model` with these activities, one after the other; the first has its id.

    `UsageError` if there is no such position.
    """
    edits: list[Edit] = []
    for row, activity in enumerate(activities):
        measure = model._replace(id=os.urandom(4).hex() if row else model.id, activity=activity)
        added = add_measure(register, measure, position + row if position else 0)
        register = apply_all(register, added)
        edits += added
    return tuple(edits)


def remove_measure(measure: Measure) -> tuple[Edit, ...]:
    """Return the edit that removes a measure. Measures reported with it get a result of their own again."""
    return (Edit("measure", measure.id, WHOLE, measure, None),)


def move_measure(register: Register, measure: Measure, position: int) -> tuple[Edit, ...]:
    """Return the edits that give a measure a number (from 1) in its track; none if it has that number.

    `UsageError` if there is no such number.
    """
    return place(measure, register.measures_of(measure.track), position)


def begin(meeting: Meeting) -> Edit:
    """Return the edit that begins a meeting."""
    return Edit("meeting", meeting.id, WHOLE, None, meeting)


def decide(decision: Decision) -> Edit:
    """Return the edit that notes a decision."""
    return Edit("decision", decision.id, WHOLE, None, decision)


def mark_reviewed(meeting: Meeting, measure_id: str, *, reviewed: bool) -> Edit:
    """Return the edit that marks a measure as reviewed by a meeting, or removes the mark."""
    return set_field(meeting, f"reviewed.{measure_id}", reviewed)


def place(record: Ordered, among: Sequence[Ordered], position: int) -> tuple[Edit, ...]:
    """Return the edits that give a record a position (from 1) among those of its kind; none if it has that position.

    `UsageError` if there is no such position.
    """
    names = [id_of(each) for each in among]
    here = names.index(id_of(record))
    if here + 1 == position:
        return ()
    order, spread = order_at([*among[:here], *among[here + 1 :]], position)
    return (*spread, Edit(kind_of(record), id_of(record), ORDER, record.order, order))


def order_at(others: Sequence[Ordered], position: int) -> tuple[float, tuple[Edit, ...]]:
    """Return the order of a position among others, and edits that spread these if there is no number in between.

    `UsageError` if there is no such position.
    """
    if not 1 <= position <= len(others) + 1:
        raise UsageError(
            _("there is no position {position}: choose from 1 to {last}").format(
                position=quote(str(position)), last=len(others) + 1
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
        Edit(kind_of(other), id_of(other), ORDER, other.order, order)
        for other, order in zip(others, orders, strict=True)
        if other.order != order
    )
    return GAP * position, spread
