"""Which measures have a text in them, however it is spelt; and without tone marks, where nothing has it with them."""

from collections.abc import Iterable
from typing import NamedTuple

from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.register import Register


class Sought(NamedTuple):
    """What was looked for, and how: what the screen and `list` need to show where it stands."""

    text: str = ""
    """Empty: nothing was."""
    tones: bool = True
    """Whether tone marks count; they do not when nothing was found with them, but something without."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it stands in a text, in code points, from left to right; whole clusters."""
        if not self.text:
            return []
        from itatui.thai import matches  # here, and below: the first picture needs no search

        return matches(text, self.text, tones=self.tones)


def search(register: Register, measures: tuple[Measure, ...], text: str) -> tuple[tuple[Measure, ...], Sought]:
    """Those of some measures of a register that have a text in them or in their track's outcome, and how it was found.

    All of them when there is nothing to look for.
    """
    if not (text := text.strip()):
        return measures, Sought()
    from itatui.thai import searched, toneless

    wanted = searched(text)
    if not wanted:
        return measures, Sought()
    outcomes = {track.code: searched(track.outcome) for track in register.tracks}
    folded = [searched("\n".join(_texts(measure))) for measure in measures]
    if found := _having(wanted, measures, folded, outcomes):
        return found, Sought(text)
    wanted = toneless(wanted)
    if wanted.isascii():  # tone marks alone, or what never stands between them
        return (), Sought(text)
    outcomes = {code: toneless(outcome) for code, outcome in outcomes.items()}
    found = _having(wanted, measures, map(toneless, folded), outcomes)
    return found, Sought(text, tones=not found)


def _having(
    wanted: str, measures: Iterable[Measure], folded: Iterable[str], outcomes: dict[str, str]
) -> tuple[Measure, ...]:
    """Those that have it in their folded texts, or in the folded outcome of their track."""
    tracks = {code for code, outcome in outcomes.items() if wanted in outcome}
    pairs = zip(measures, folded, strict=True)
    return tuple(measure for measure, text in pairs if wanted in text or measure.track in tracks)


def _texts(measure: Measure) -> Iterable[str]:
    """A measure's own texts."""
    yield from (measure.activity, measure.result, measure.outcome, *measure.responsible, responsible_phrase(measure))
    for link in measure.evidence:
        yield from link
