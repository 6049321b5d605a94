"""Search of measures for a text in any Thai spelling; without tone marks if nothing matches with them."""

from collections.abc import Iterable
from functools import lru_cache

from itatui.domain.fields import FIELDS, QUIET, Field
from itatui.domain.measure import Evidence, Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.thai import safe

_QUIETED = f"{QUIET.name}."
"""Start of the paths of reasons that only the check shows."""
ISO_LETTERS = len("2025-01-15")
KEPT_TEXTS = 20_000
"""Folded texts of records that are kept: those of the largest register, before and after a change of each."""


class Match(NamedTuple):
    """A searched text and the spelling rule by which it was found; marks the matches in other texts."""

    text: str = ""
    """Empty: no search."""
    tones: bool = True
    """Whether tone marks count; False if the text was found only without them."""

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the matches in a text as code point ranges, from left to right; whole clusters."""
        if not self.text:
            return ()
        from itatui.thai import matches  # lazy, here and below: the first screen needs no search

        return matches(text, self.text, tones=self.tones)

    def split(self, text: str) -> list[tuple[str, bool]]:
        """Split a text at its matches: each part, and whether it is a match. Empty parts are left out."""
        if not self.text:
            return [(text, False)] if text else []
        parts: list[tuple[str, bool]] = []
        at = 0
        for start, end in (*self.spans(text), (len(text), len(text))):
            parts += [(text[at:start], False), (text[start:end], True)]
            at = end
        return [part for part in parts if part[0]]


class SearchResult(NamedTuple):
    """Measures that contain a text."""

    measures: tuple[Measure, ...]
    """In the given order."""
    match: Match
    first: str = ""
    """Id of the first measure with the text in its own fields rather than in the outcome of its track; or empty."""


def search(register: Register, measures: tuple[Measure, ...], text: str) -> SearchResult:
    """Return the measures that contain a text, in their own fields or in the outcome of their track.

    An empty text returns all of them.
    """
    if not (text := text.strip()):
        return SearchResult(measures, Match())
    from itatui.thai import search_key, without_tones

    wanted = search_key(text)
    if not wanted:
        return SearchResult(measures, Match())
    outcomes = {track.code: folded_text(track, "track") for track in register.tracks}
    folded = [folded_text(measure) for measure in measures]
    found, first = _matching(wanted, measures, folded, outcomes)
    if found:
        return SearchResult(found, Match(text), first)
    wanted = without_tones(wanted)
    if wanted.isascii():  # nothing but tone marks, or characters that take none
        return SearchResult((), Match(text))
    outcomes = {track.code: _toneless_text(track, "track") for track in register.tracks}
    found, first = _matching(wanted, measures, map(_toneless_text, measures), outcomes)
    return SearchResult(found, Match(text, tones=not found), first)


def listed_text(measure: Measure) -> str:
    """Return the activity of a measure as lists show it: in a line, safe for a terminal."""
    return safe(" ".join(measure.activity.split()))


def prepare_search(register: Register) -> None:
    """Fold the texts of a register, so that the first search is as fast as the next."""
    for track in register.tracks:
        folded_text(track, "track")
    for measure in register.measures:
        folded_text(measure)


def _matching(
    wanted: str, measures: Iterable[Measure], folded: Iterable[str], outcomes: dict[str, str]
) -> tuple[tuple[Measure, ...], str]:
    """Return the measures with `wanted` in their folded text or the outcome of their track; the id of the first."""
    tracks = {code for code, outcome in outcomes.items() if wanted in outcome}
    pairs = [(measure, wanted in text) for measure, text in zip(measures, folded, strict=True)]
    first = next((measure.id for measure, own in pairs if own), "")
    return tuple(measure for measure, own in pairs if own or measure.track in tracks), first


@lru_cache(KEPT_TEXTS)
def folded_text(record: Measure | Track, kind: str = "measure") -> str:
    """Return the searched texts of a record in folded spelling, a line each. Kept, since folding takes 0.1 ms."""
    from itatui.thai import search_key

    fields = (field for field in FIELDS[kind].values() if field.searched and not field.beside)
    return search_key("\n".join(_texts(record, fields)))


@lru_cache(KEPT_TEXTS)
def _toneless_text(record: Measure | Track, kind: str = "measure") -> str:
    from itatui.thai import without_tones

    return without_tones(folded_text(record, kind))


def _texts(record: Measure | Track, fields: Iterable[Field]) -> Iterable[str]:
    for field in fields:
        value = field.get(record)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            for part in value:
                yield from part if isinstance(part, Evidence) else (str(part),)
        if field.phrase:
            yield field.phrase(record)
    if not record.more.pairs:
        return
    from itatui.domain.field_text import day_text  # lazy, too: few registers have own fields
    from itatui.domain.numbers import grouped

    for path, text in record.more.pairs:
        if path.startswith(_QUIETED):
            continue
        yield text
        if len(text) == ISO_LETTERS and (day := day_text(text)) != text:
            yield day
        if text.isascii() and text[:1].isdigit() and (number := grouped(text)) != text:
            yield number  # as it is shown
