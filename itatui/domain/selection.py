"""Which measures are meant: the one value that narrows the list on the screen, in the report and in `list`."""

from datetime import date
from typing import NamedTuple

from itatui.domain.fiscal import quarters_ended
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.register import Register
from itatui.domain.status import Status, status_of
from itatui.thai import fold


class Selection(NamedTuple):
    """A narrowing of the register; the empty one means every measure."""

    track: str = ""
    """The code of one track; empty: all of them."""
    text: str = ""
    """Words to be found in a measure, however they are spelt; empty: any."""
    late: bool = False
    """Only the measures that are late."""


def matches(measure: Measure, folded: str) -> bool:
    """Whether a folded text stands in any of a measure's own."""
    evidence = [part for link in measure.evidence for part in link]
    texts = [measure.activity, measure.result, measure.outcome, *measure.responsible, responsible_phrase(measure)]
    return folded in fold("\n".join([*texts, *evidence]))


def select(register: Register, selection: Selection, today: date) -> tuple[Measure, ...]:
    """The measures of a register that a selection means, in the register's order."""
    chosen = register.measures_of(selection.track) if selection.track else register.measures
    if selection.late:
        ended = quarters_ended(register.fiscal_year, today)
        chosen = tuple(m for m in chosen if status_of(m.planned, m.done, ended) is Status.LATE)
    if wanted := fold(selection.text.strip()):
        chosen = tuple(m for m in chosen if matches(m, wanted))
    return chosen
