"""The contents of a register, as items that an import gets right or wrong."""

from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.register import Register
from itatui.domain.rounds import year_result
from itatui.thai import arabic_digits

Item = tuple[str, ...]
"""Kind of the item (`measure`, `result`, `outcome`, `units`, `quarters`, `track`), its place, its value."""


def items(register: Register) -> set[Item]:
    """Return the items of a register, with Arabic digits."""
    found: set[Item] = {("track", track.code) for track in register.tracks}
    found |= {("outcome", track.code, _plain(track.outcome)) for track in register.tracks if track.outcome}
    for measure in register.measures:
        ref = register.ref(measure)
        found |= {
            ("measure", ref, _plain(measure.activity)),
            ("units", ref, _plain(responsible_phrase(measure)), *measure.responsible),
            ("quarters", ref, *map(str, sorted(measure.planned))),
        }
        if measure.outcome:
            found.add(("outcome", ref, _plain(measure.outcome)))
        if year_result(measure):
            found.add(("result", *_reported(register, measure), _plain(measure.result)))
    return found


def _reported(register: Register, reporter: Measure) -> list[str]:
    """Return the REFs of the measures on which the result of a measure reports."""
    return [register.ref(each) for each in register.measures if register.reporter(each).id == reporter.id]


def _plain(text: str) -> str:
    return arabic_digits(text)
