"""Pair results with measures by the words that they share, where a cell holds more or fewer of them."""

from collections.abc import Sequence

from itatui.intake.same_text import text_key

_CLEAR = 0.25
"""Share of common words at which order does not matter."""
_FAINT = 0.08
"""Share of common words below which a result is of another measure."""
_MAX_ITEMS = 40


def pair_results(measures: Sequence[str], results: Sequence[str]) -> list[tuple[int, ...]]:
    """Return the indices of the results of each measure: one result for several measures, or several for one.

    Where the words do not decide, the order does. A measure that shares no words with any result has none.
    """
    if not results or len(measures) > _MAX_ITEMS or len(results) > _MAX_ITEMS:
        return [() for _measure in measures]
    grams = [letter_groups(text) for text in results]
    scores = [[common_share(letter_groups(measure), each) for each in grams] for measure in measures]
    if len(results) <= len(measures):
        chosen = _chosen(scores)
        best = {at: max(row[at] for row, own in zip(scores, chosen, strict=True) if own == at) for at in chosen}
        pairs = zip(chosen, scores, strict=True)
        return [(at,) if row[at] >= _FAINT or row[at] == best[at] else () for at, row in pairs]
    chosen = _chosen([list(column) for column in zip(*scores, strict=True)])
    return [tuple(at for at, measure in enumerate(chosen) if measure == number) for number in range(len(measures))]


def letter_groups(text: str) -> frozenset[str]:
    """Return the groups of three letters in a text, folded and without white space."""
    key = text_key(text)
    return frozenset(key[at : at + 3] for at in range(max(len(key) - 2, 1)))


def common_share(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the share (0 to 1) of the groups of the shorter text that the other has too."""
    return len(first & second) / max(min(len(first), len(second)), 1)


def _chosen(scores: list[list[float]]) -> list[int]:
    """Return the column of each row: the most alike if these are clear and every column is taken, else in order."""
    best = [max(range(len(row)), key=row.__getitem__) for row in scores]
    if set(best) == set(range(len(scores[0]))) and all(row[at] >= _CLEAR for row, at in zip(scores, best, strict=True)):
        return best
    return _in_order(scores)


def _in_order(scores: list[list[float]]) -> list[int]:
    """Return the column of each row with the highest sum, where columns follow each other and none is left out."""
    none = float("-inf")
    sums = [scores[0][0], *[none] * (len(scores[0]) - 1)]
    steps: list[list[bool]] = []
    for row in scores[1:]:
        before = [none, *sums[:-1]]
        steps.append([new > same for new, same in zip(before, sums, strict=True)])
        sums = [max(new, same) + score for new, same, score in zip(before, sums, row, strict=True)]
    column = len(scores[0]) - 1
    found = [column]
    for step in reversed(steps):
        column -= step[column]
        found.append(column)
    return found[::-1]
