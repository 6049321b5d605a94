"""The list of the units that the register knows, to tick in a field of units."""

from collections.abc import Callable, Sequence

from itatui.domain.field_text import parse_units
from itatui.domain.measure import Measure
from itatui.domain.status import units
from itatui.locale import _
from itatui.tui.dialogs.choose import Choice, ChooseDialog, box
from itatui.tui.text_input.text_area import ThaiTextArea

Measures = Callable[[], Sequence[Measure]]


def choose_units(field: ThaiTextArea, measures: Measures) -> ChooseDialog | None:
    """Return a dialog that ticks units in the text of a field; None if no unit is known yet."""

    at_first = parse_units(field.text)

    def choices() -> list[Choice]:
        return unit_choices(measures(), parse_units(field.text), at_first)

    def choose(unit: str) -> None:
        now = parse_units(field.text)
        wanted = [each for each in now if each != unit] if unit in now else [*now, unit]
        field.fill(", ".join(wanted))

    begin = next((choice.name for choice in choices() if choice.ticked), "")
    return ChooseDialog(lambda: _("Responsible"), choices, choose, begin, several=True) if choices() else None


def unit_choices(measures: Sequence[Measure], chosen: Sequence[str], others: Sequence[str]) -> list[Choice]:
    """Return the units of measures, each with its number of measures, and `others` besides."""
    counted = dict(units(measures))
    counted.update({unit: 0 for unit in (*others, *chosen) if unit not in counted})
    return [
        Choice(unit, unit, box(unit in chosen), str(count or ""), ticked=unit in chosen)
        for unit, count in counted.items()
    ]
