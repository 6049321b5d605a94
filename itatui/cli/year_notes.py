"""Notes on a new fiscal year."""

from itatui.cli.output import print_note
from itatui.domain.register import Register
from itatui.wording.years import years_left_words


def note_years_left(register: Register) -> None:
    """Print a note that lists the activities that tell another year than the register's, for the user to check."""
    if words := years_left_words(register):
        print_note(words)
