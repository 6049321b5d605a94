"""Search in Thai text that ignores spelling variants. Offsets count code points and enclose whole clusters."""

import re
from functools import lru_cache

from itatui.thai.grapheme_clusters import clusters
from itatui.thai.spelling_fold import SPLIT_AM, fold

_TONES = "\u0e48\u0e49\u0e4a\u0e4b"

Span = tuple[int, int]
"""Start and end of a match."""


def search_key(text: str, *, tones: bool = True) -> str:
    """Return `text` in a form to compare: folded, and without tone marks unless `tones`.

    `search_key(part) in search_key(text)`, with equal `tones`, tests if a text contains a part.
    """
    folded = fold(text)
    return folded if tones else without_tones(folded)


def without_tones(folded: str) -> str:
    """Remove the tone marks of a folded text."""
    for tone in _TONES:  # four times as fast as `translate`
        folded = folded.replace(tone, "")
    return folded


@lru_cache(maxsize=256)  # the texts in sight, which a thread looks through before they are drawn
def matches(text: str, part: str, *, tones: bool = True) -> tuple[Span, ...]:
    """Return the matches of `part` in `text`, from left to right, without overlaps.

    Spaces around `part` are ignored, and matches are extended to whole clusters. An empty `part` matches nothing.
    """
    wanted = search_key(part.strip(), tones=tones)
    if not wanted or wanted not in search_key(text, tones=tones):
        return ()
    folded, places = _mapped(text, tones=tones)
    spans: list[Span] = []
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        spans.append((places[at][0], places[end - 1][1]))
        at = folded.find(wanted, end)
    return tuple(_merge(spans))


@lru_cache(maxsize=128)  # the texts in sight: each letter of a search looks for another part in them
def _mapped(text: str, *, tones: bool) -> tuple[str, list[Span]]:
    """Return the search key of `text`, and the span of `text` from which each of its code points comes."""
    pieces: list[str] = []
    places: list[Span] = []
    start = 0
    for unit in _units(text):
        piece = _unit_key(unit, tones)
        pieces.append(piece)
        places += [(start, start + len(unit))] * len(piece)
        start += len(unit)
    return "".join(pieces), places


@lru_cache(maxsize=2048)
def _unit_key(unit: str, tones: bool) -> str:
    return search_key(unit, tones=tones)


def _units(text: str) -> list[str]:
    """Split into clusters, keeping together those that fold to a single letter: เเ to แ, ํ, ำ or spaces and า to ำ."""
    units: list[str] = []
    inside = {at for match in re.finditer(SPLIT_AM, text) for at in range(match.start() + 1, match.end())}
    start = 0
    for cluster in clusters(text):
        if units and (start in inside or _continues(units[-1], cluster)):
            units[-1] += cluster
        else:
            units.append(cluster)
        start += len(cluster)
    return units


def _continues(unit: str, cluster: str) -> bool:
    return (unit == cluster[0] == "เ") or (cluster == "า" and bool(re.search("[\u0e4d\u0e33]", unit)))


def _merge(spans: list[Span]) -> list[Span]:
    """Merge overlapping spans: two matches may lie in the same cluster."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            start = merged.pop()[0]
        merged.append((start, end))
    return merged
