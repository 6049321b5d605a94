"""Which measures have a text in them, however it is spelt; and without tone marks, where nothing has it with them."""

from collections.abc import Iterable
from typing import NamedTuple

from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.register import Register


class Match(NamedTuple):
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

    def split(self, text: str) -> list[tuple[str, bool]]:
        """Split a text at its matches: each part, and whether it is a match. Empty parts are left out."""
        parts: list[tuple[str, bool]] = []
        at = 0
        for start, end in (*self.spans(text), (len(text), len(text))):
            parts += [(text[at:start], False), (text[start:end], True)]
            at = end
        return [part for part in parts if part[0]]


class Found(NamedTuple):
    """What a search came to."""

    measures: tuple[Measure, ...]
    """In the order in which they were given."""
    sought: Match
    first: str = ""
    """The id of the first that has the text itself, and not only its track's outcome; empty: none has."""


def search(register: Register, measures: tuple[Measure, ...], text: str) -> Found:
    """Those of some measures of a register that have a text in them or in their track's outcome, and how it was found.

    All of them when there is nothing to look for.
    """
    if not (text := text.strip()):
        return Found(measures, Match())
    from itatui.thai import search_key, without_tones

    wanted = search_key(text)
    if not wanted:
        return Found(measures, Match())
    outcomes = {track.code: search_key(track.outcome) for track in register.tracks}
    folded = [search_key("\n".join(_texts(measure))) for measure in measures]
    found, first = _having(wanted, measures, folded, outcomes)
    if found:
        return Found(found, Match(text), first)
    wanted = without_tones(wanted)
    if wanted.isascii():  # tone marks alone, or what never stands between them
        return Found((), Match(text))
    outcomes = {code: without_tones(outcome) for code, outcome in outcomes.items()}
    found, first = _having(wanted, measures, map(without_tones, folded), outcomes)
    return Found(found, Match(text, tones=not found), first)


def _having(
    wanted: str, measures: Iterable[Measure], folded: Iterable[str], outcomes: dict[str, str]
) -> tuple[tuple[Measure, ...], str]:
    """Those that have it in their folded texts or their track's folded outcome; the id of the first of the former."""
    tracks = {code for code, outcome in outcomes.items() if wanted in outcome}
    pairs = [(measure, wanted in text) for measure, text in zip(measures, folded, strict=True)]
    first = next((measure.id for measure, own in pairs if own), "")
    return tuple(measure for measure, own in pairs if own or measure.track in tracks), first


def _texts(measure: Measure) -> Iterable[str]:
    """A measure's own texts."""
    yield from (measure.activity, measure.result, measure.outcome, *measure.responsible, responsible_phrase(measure))
    for link in measure.evidence:
        yield from link
