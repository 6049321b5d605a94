"""The sheet on which a unit fills in its measures: its cells, and the values that they held when it was made."""

from collections.abc import Sequence
from datetime import date

from itatui.domain.field_path import FieldPath
from itatui.domain.field_text import format_field
from itatui.domain.fields import Field, fields_of, is_own_path
from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.quarters import NUMBERS, Quarters
from itatui.domain.register import Register
from itatui.domain.rounds import Round

TICK = "✓"
"""A ticked cell."""
DONE = "done"
MARK_SIGN = " · "
"""Between the parts of the line by which a sheet is known."""
_FILLED_IN = ("result", "outcome", "evidence", "dropped")
"""Built-in fields of texts that units fill in."""
_RESULT = "result"


class SheetMeasure(NamedTuple):
    """A measure of a sheet."""

    id: str
    ref: str
    """Its REF when the sheet was made."""
    texts: tuple[tuple[str, str], ...]
    """The text in each cell to be filled in, by the path of its edit; `TICK` or empty for a quarter."""


class UnitSheet(NamedTuple):
    """A sheet as it was made. It travels hidden in the document, and comes back with it."""

    agency: str
    year: int
    """Fiscal year (Buddhist Era)."""
    unit: str
    """The unit."""
    round: str
    """Name of the round of reporting; empty: the year."""
    made: str
    """Day (ISO 8601) on which it was made."""
    headings: tuple[tuple[str, str], ...]
    """Heading of each column by its path, those not to be filled in too: `ref`, `activity`, `planned`."""
    measures: tuple[SheetMeasure, ...]


def units_of(register: Register) -> dict[str, tuple[Measure, ...]]:
    """Return the measures of each unit, in the order in which the register names them."""
    found: dict[str, list[Measure]] = {}
    for measure in register.measures:
        for unit in dict.fromkeys(measure.responsible):
            found.setdefault(unit, []).append(measure)
    return {unit: tuple(measures) for unit, measures in found.items()}


def sheet_fields(register: Register, for_round: Round | None = None) -> tuple[Field, ...]:
    """Return the fields of texts that a sheet asks for, in order: of a round by its quarters, else of the year."""
    found = []
    fields = fields_of("measure", register)
    by_quarter = {FieldPath.parse(name).name for name, field in fields.items() if field.quarter}
    for name, field in fields.items():
        base = FieldPath.parse(name).name
        if not (base in _FILLED_IN or is_own_path("measure", base)):
            continue
        if field.quarter:
            is_asked = for_round is not None and field.quarter in for_round.quarters
        else:
            is_asked = for_round is None or base not in by_quarter
        found += [field] if is_asked else []
    return tuple(found)


def is_asked(path: str) -> bool:
    """Return whether a sheet can ask for the field at a path: one from elsewhere may name any."""
    name, member = FieldPath.parse(path)
    if name == DONE:
        return member in map(str, NUMBERS)
    return name in _FILLED_IN or is_own_path("measure", path)


def sheet_quarters(for_round: Round | None) -> tuple[int, ...]:
    """Return the quarters (1-4) that a sheet has ticks for."""
    wanted: Quarters = for_round.quarters if for_round else frozenset(NUMBERS)
    return tuple(number for number in NUMBERS if number in wanted)


def new_sheet(
    register: Register,
    unit: str,
    measures: Sequence[Measure],
    headings: tuple[tuple[str, str], ...],
    made: date,
    for_round: Round | None = None,
) -> UnitSheet:
    """Return the sheet of these measures for a unit."""
    fields, quarters = sheet_fields(register, for_round), sheet_quarters(for_round)
    rows = []
    for measure in measures:
        is_reported = register.reporter(measure).id != measure.id
        texts = [(f"{DONE}.{number}", TICK if number in measure.done else "") for number in quarters]
        texts += [
            (field.name, format_field(register, measure, field))
            for field in fields
            if not (is_reported and FieldPath.parse(field.name).name == _RESULT)
        ]
        rows.append(SheetMeasure(measure.id, register.ref(measure), tuple(texts)))
    return UnitSheet(
        register.agency,
        register.fiscal_year,
        unit,
        for_round.name if for_round else "",
        made.isoformat(),
        headings,
        tuple(rows),
    )
