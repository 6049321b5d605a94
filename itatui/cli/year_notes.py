"""Notes on a new fiscal year."""

from itatui.cli.output import print_note
from itatui.domain.new_register import years_left
from itatui.domain.register import Register
from itatui.locale import _
from itatui.thai import quote
from itatui.wording.filters import LIST_CELLS


def note_years_left(register: Register) -> None:
    """Print a note that lists the activities that tell another year than the register's, for the user to check."""
    if found := years_left(register):
        measures = ", ".join(f"{register.ref(measure)} ({year})" for measure, year in found)
        print_note(_("check the year in these activities: {measures}").format(measures=quote(measures, LIST_CELLS)))
