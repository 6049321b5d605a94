"""Which measures have a text in them, however it is spelt; and without tone marks, where nothing has it with them."""

from collections.abc import Iterable
from typing import NamedTuple

from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.register import Register
from itatui.thai import matches, searched


class Sought(NamedTuple):
    """What was looked for, and how: what the screen and `list` need to show where it stands."""

    text: str = ""
    """Empty: nothing was."""
    tones: bool = True
    """Whether tone marks count; they do not when nothing was found with them, but something without."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it stands in a text, in code points, from left to right; whole clusters."""
        return matches(text, self.text, tones=self.tones) if self.text else []


def search(register: Register, measures: tuple[Measure, ...], text: str) -> tuple[tuple[Measure, ...], Sought]:
    """Those of some measures of a register that have a text in them or in their track's outcome, and how it was found.

    All of them when there is nothing to look for.
    """
    text = text.strip()
    if not searched(text):
        return measures, Sought()
    for tones in (True, False):
        found = _having(register, measures, searched(text, tones=tones), tones=tones)
        if found:
            return found, Sought(text, tones)
    return (), Sought(text)


def _having(register: Register, measures: tuple[Measure, ...], wanted: str, *, tones: bool) -> tuple[Measure, ...]:
    if not wanted:  # it was tone marks alone
        return ()
    tracks = {track.code for track in register.tracks if wanted in searched(track.outcome, tones=tones)}
    return tuple(
        measure
        for measure in measures
        if measure.track in tracks or wanted in searched("\n".join(_texts(measure)), tones=tones)
    )


def _texts(measure: Measure) -> Iterable[str]:
    """A measure's own texts."""
    yield from (measure.activity, measure.result, measure.outcome, *measure.responsible, responsible_phrase(measure))
    for link in measure.evidence:
        yield from link
