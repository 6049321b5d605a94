"""Give results to measures as they were paired: by the words that they share, or by the user."""

from collections.abc import Mapping, Sequence

from itatui.intake.proposal import Pairing, ProposedMeasure

_PAIRED = frozenset({"result", "reported_with"})


def with_results(
    measures: Sequence[ProposedMeasure], pairing: Pairing, sure: frozenset[int] = frozenset()
) -> list[ProposedMeasure]:
    """Return the measures with their results; those with the same are reported with the first of them.

    All values are unsure but those of the measures at the indices `sure`, which come first.
    """
    found = list(measures)
    reporters: dict[tuple[int, ...], int] = {}
    pairs = zip(pairing.measures, pairing.chosen, strict=True)
    for at, pair in sorted(pairs, key=lambda each: each[0] not in sure):
        unsure = found[at].unsure - _PAIRED - {pairing.path}
        if at not in sure:
            unsure = found[at].unsure | _PAIRED | {pairing.path}
        if pair and pair in reporters and pairing.path == "result":
            found[at] = found[at]._replace(reported_with=reporters[pair], unsure=unsure)
        elif pair and pair not in reporters:
            reporters[pair] = at
            text = "\n".join(pairing.results[number] for number in pair)
            found[at] = with_text(found[at], pairing.path, text)._replace(unsure=unsure)
    return found


def with_choices(
    measures: Sequence[ProposedMeasure], pairing: Pairing, choices: Mapping[int, int]
) -> list[ProposedMeasure]:
    """Return the measures with the results that a user chose: the index of a result by that of a measure; -1: none."""
    own = frozenset(pairing.measures) & choices.keys()
    if not own:
        return list(measures)
    found = list(measures)
    for at in pairing.measures:
        texts = tuple(pair for pair in found[at].texts if pair[0] != pairing.path)
        reported_with = -1 if pairing.path == "result" else found[at].reported_with
        found[at] = found[at]._replace(texts=texts, reported_with=reported_with)
    chosen = tuple(
        _chosen(pairing, choices[at]) if at in own else pair
        for at, pair in zip(pairing.measures, pairing.chosen, strict=True)
    )
    return with_results(found, pairing._replace(chosen=chosen), own)


def _chosen(pairing: Pairing, number: int) -> tuple[int, ...]:
    return (number,) if 0 <= number < len(pairing.results) else ()


def with_text(measure: ProposedMeasure, path: str, text: str) -> ProposedMeasure:
    """Return a measure with one more text, unless it is blank."""
    return measure._replace(texts=(*measure.texts, (path, text))) if text.strip() else measure
