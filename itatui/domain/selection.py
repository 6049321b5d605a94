"""Which measures are meant: the one value that narrows the list on the screen, in the report and in `list`."""

from datetime import date
from typing import NamedTuple

from itatui.domain.fiscal import quarters_ended
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.searching import Found, search
from itatui.domain.status import Status, status_of


class Selection(NamedTuple):
    """A narrowing of the register; the empty one means every measure."""

    track: str = ""
    """The code of one track; empty: all of them."""
    text: str = ""
    """Words to be found in a measure, however they are spelt; empty: any."""
    late: bool = False
    """Only the measures that are late."""


def select(register: Register, selection: Selection, today: date) -> tuple[Measure, ...]:
    """The measures of a register that a selection means, in the register's order."""
    return narrow(register, selection, today).measures


def narrow(register: Register, selection: Selection, today: date) -> Found:
    """The same, and how the text was found that they have in them."""
    chosen = register.measures_of(selection.track) if selection.track else register.measures
    if selection.late:
        ended = quarters_ended(register.fiscal_year, today)
        chosen = tuple(m for m in chosen if status_of(m.planned, m.done, ended) is Status.LATE)
    return search(register, chosen, selection.text)
