"""Find the measures of a register that a document names: by their words, their REF, or words nearly the same."""

from collections import defaultdict
from collections.abc import Sequence

from itatui.domain.measure import Measure
from itatui.domain.register import Register, UnknownRefError
from itatui.intake.proposal import ProposedMeasure
from itatui.intake.result_pairs import common_share, letter_groups
from itatui.intake.same_text import text_key

_ALIKE = 0.8
"""Share of common words of an activity that was reworded."""
_MAX_COMPARED = 400
"""Activities on either side that are compared for likeness."""
_MAX_TEXT = 1000
"""Code points of an activity that are compared."""


def match_measures(register: Register, proposed: Sequence[ProposedMeasure]) -> list[Measure | None]:
    """Return the measure of the register for each proposed one, none of them twice; None: it is new."""
    found: list[Measure | None] = [None] * len(proposed)
    by_words: dict[str, list[Measure]] = defaultdict(list)
    for measure in register.measures:
        by_words[text_key(measure.activity)].append(measure)
    taken: set[str] = set()
    for at, each in sorted(enumerate(proposed), key=lambda pair: not pair[1].track):  # those with a track first
        same = [
            m
            for m in by_words.get(text_key(each.activity), ())
            if m.id not in taken and _is_in_track(register, m, each)
        ]
        if each.activity and same:
            found[at] = same[0]
            taken.add(same[0].id)
    for at, each in enumerate(proposed):
        named = _named(register, each)
        if found[at] is None and named is not None and named.id not in taken:
            found[at] = named
            taken.add(named.id)
    _match_alike(register, proposed, found, taken)
    return found


def _is_in_track(register: Register, measure: Measure, proposed: ProposedMeasure) -> bool:
    track = register.track(proposed.track) if proposed.track else None
    return not proposed.track or (track is not None and track.code == measure.track)


def measure_with_ref(register: Register, ref: str) -> Measure | None:
    """Return the measure of a REF in a document; None if it names none."""
    try:
        found = register.find(ref) if ref else None
    except UnknownRefError:
        return None
    return found if isinstance(found, Measure) else None


def _named(register: Register, proposed: ProposedMeasure) -> Measure | None:
    """Return the measure of the REF in the document, unless its activity is quite another: numbers move."""
    measure = measure_with_ref(register, proposed.ref)
    if measure is None:
        return None
    groups = (letter_groups(text[:_MAX_TEXT]) for text in (measure.activity, proposed.activity))
    return measure if not proposed.activity or common_share(*groups) >= _ALIKE / 2 else None


def _match_alike(
    register: Register, proposed: Sequence[ProposedMeasure], found: list[Measure | None], taken: set[str]
) -> None:
    """Match the most alike activities first."""
    free = [measure for measure in register.measures if measure.id not in taken]
    open_places = [at for at, match in enumerate(found) if match is None and proposed[at].activity]
    if max(len(free), len(open_places)) > _MAX_COMPARED:
        return
    own = [letter_groups(measure.activity[:_MAX_TEXT]) for measure in free]
    pairs: list[tuple[float, int, Measure]] = []
    for at in open_places:
        groups = letter_groups(proposed[at].activity[:_MAX_TEXT])
        for measure, others in zip(free, own, strict=True):
            if _is_in_track(register, measure, proposed[at]) and _are_equally_long(groups, others):
                pairs += [(score, at, measure)] if (score := common_share(groups, others)) >= _ALIKE else []
    for _score, at, measure in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if found[at] is None and measure.id not in taken:
            found[at] = measure
            taken.add(measure.id)


def _are_equally_long(first: frozenset[str], second: frozenset[str]) -> bool:
    """Return whether neither text is twice as long: a short one shares all its words with many a long one."""
    return 2 * min(len(first), len(second)) > max(len(first), len(second))
