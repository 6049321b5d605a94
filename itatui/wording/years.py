"""A new fiscal year, and a closed one, in words."""

from itatui.domain.apply import closing_day
from itatui.domain.new_register import years_left
from itatui.domain.register import Register
from itatui.locale import _
from itatui.locale.dates import day
from itatui.thai import quote
from itatui.wording.filters import LIST_CELLS


def years_left_words(register: Register) -> str:
    """List the activities that tell another year than the register's, for the user to check; empty without any."""
    found = years_left(register)
    if not found:
        return ""
    measures = ", ".join(f"{register.ref(measure)} ({year})" for measure, year in found)
    return _("check the year in these activities: {measures}").format(measures=quote(measures, LIST_CELLS))


def closed_words(register: Register) -> str:
    """Say on the screen that a register is closed, and how it is opened again; empty if it is open."""
    if not register.closed:
        return ""
    words = _("The register was closed on {day}. To change it: Y, then “Open again”")
    return words.format(day=day(closing_day(register)))
