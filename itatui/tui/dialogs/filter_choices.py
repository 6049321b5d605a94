"""The filters and sort orders of the list, as choices; a pure function."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from itatui.domain.filter import Filter
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.status import STATUS_LABELS, statuses, units
from itatui.locale import _
from itatui.tui.dialogs.choose import Choice, box, dot
from itatui.wording.filters import SORT_TITLES, own_measure_fields


def filter_choices(register: Register, current: Filter, today: date) -> list[Choice]:
    """Return the choices; each filter with the number of measures of the current track that it leaves."""
    measures = register.measures_of(current.track) if current.track else register.measures
    ended = quarters_ended(register.fiscal_year, today)
    of_each = Counter(status for measure in measures for status in statuses(register, measure, ended))
    lines = [Choice("", _("Status"))]
    for status, title in STATUS_LABELS.items():
        sign = box(status in current.statuses)
        lines.append(Choice(f"status {status.value}", _(title), sign, str(of_each[status])))
    lines.append(Choice("", _("Unit")))
    lines += [Choice(f"unit {unit}", unit, dot(unit == current.unit), str(count)) for unit, count in units(measures)]
    lines.append(Choice("", _("Quarter")))
    for number in NUMBERS:
        count = sum(number in measure.planned or number in measure.done for measure in measures)
        title = _("quarter {quarter}").format(quarter=number)
        lines.append(Choice(f"quarter {number}", title, dot(number == current.quarter), str(count)))
    lines += _own_choices(register, current, measures)
    lines.append(Choice("", _("Sort")))
    by_own = bool(current.sort_field)
    lines += [
        Choice(f"sort {sort.value}", _(title), dot(sort is current.sort and not by_own))
        for sort, title in SORT_TITLES.items()
    ]
    lines += [
        Choice(f"order {field.name}", _("by {field}").format(field=field.label), dot(field.name == current.sort_field))
        for field in own_measure_fields(register).values()
        if field.kind not in (Kind.TEXT, Kind.ADDRESSES) and not field.quarter
    ]
    return [*lines, Choice("", ""), Choice("all", _("show all"), "", str(len(measures)))]


def _own_choices(register: Register, current: Filter, measures: Sequence[Measure]) -> list[Choice]:
    """Return the values of the register's own choices, then the other own fields that may be empty."""
    lines: list[Choice] = []
    empty: list[Choice] = []
    for field in own_measure_fields(register).values():
        counts = Counter(measure.more.get(field.name) for measure in measures)
        if field.quarter:
            continue
        if field.kind is not Kind.CHOICE:
            chosen = dot((field.name, "") in current.own)
            empty.append(Choice(f"own {field.name} ", field.label, chosen, str(counts[""])))
            continue
        lines.append(Choice("", field.label))
        for value in (*field.choices, ""):
            chosen = dot((field.name, value) in current.own)
            lines.append(Choice(f"own {field.name} {value}", value or _("not given"), chosen, str(counts[value])))
    return [*lines, *([Choice("", _("Empty fields")), *empty] if empty else [])]
