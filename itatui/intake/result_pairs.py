"""Pair results with measures by the words that they share, where a cell holds more or fewer of them."""

from collections.abc import Sequence

from itatui.thai import fold

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
    grams = [_grams(text) for text in results]
    scores = [[_likeness(_grams(measure), each) for each in grams] for measure in measures]
    if len(results) <= len(measures):
        chosen = _chosen(scores)
        return [
            (at,) if row[at] >= _FAINT or _is_best(scores, at, row) else ()
            for at, row in zip(chosen, scores, strict=True)
        ]
    chosen = _chosen([list(column) for column in zip(*scores, strict=True)])
    return [tuple(at for at, measure in enumerate(chosen) if measure == number) for number in range(len(measures))]


def likeness(first: str, second: str) -> float:
    """Return the share (0 to 1) of common groups of three letters of two texts."""
    return _likeness(_grams(first), _grams(second))


def _grams(text: str) -> frozenset[str]:
    key = "".join(fold(text).split())
    return frozenset(key[at : at + 3] for at in range(max(len(key) - 2, 1)))


def _likeness(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / max(min(len(first), len(second)), 1)


def _is_best(scores: list[list[float]], at: int, row: list[float]) -> bool:
    return row[at] == max(each[at] for each in scores)


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
