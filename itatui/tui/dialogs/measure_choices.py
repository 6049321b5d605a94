"""Measures as choices of a list: to tick several, or to name in a row."""

from collections.abc import Container

from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.thai import one_line, truncate
from itatui.tui.dialogs.choose import Choice, box

ACTIVITY_CELLS = 44
"""Cells of a measure's activity in a list."""


def measure_title(register: Register, measure: Measure) -> str:
    """Return REF and the beginning of the activity of a measure."""
    return f"{register.ref(measure)}  {truncate(one_line(measure.activity), ACTIVITY_CELLS)}"


def ticked_measures(register: Register, ids: Container[str]) -> list[Choice]:
    """Return all measures of a register, those with these ids ticked."""
    return [
        Choice(
            measure.id,
            measure_title(register, measure),
            box(measure.id in ids),
            ticked=measure.id in ids,
            whole=measure.activity,
        )
        for measure in register.measures
    ]
