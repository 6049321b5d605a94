"""Percentiles, and ratios of what was measured side by side."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import NamedTuple


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share (0 to 1) of them lies, between two of them where it falls there."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def pooled_percentile(runs: Mapping[int, Sequence[float]], share: float) -> float:
    """The percentile of the values of all runs together."""
    return percentile([value for values in runs.values() for value in values], share)


class Ratio(NamedTuple):
    """How many times the floor."""

    times: float
    doubt: float | None
    """The standard error of it, from how the runs differ; None when there is only one."""


def ratio(ours: Mapping[int, Sequence[float]], floors: Mapping[int, Sequence[float]], share: float) -> Ratio | None:
    """The median, over the runs that both have, of one's percentile to the other's: what slows both does not count.

    None when there is no such run, or the floor is nothing at all.
    """
    ratios = [
        percentile(ours[run], share) / floor
        for run in sorted(ours.keys() & floors.keys())
        if (floor := percentile(floors[run], share))
    ]
    if not ratios:
        return None
    # The middle half of a normal distribution is 1.349 of its deviations wide; a median errs by 1.253 of them / √n.
    spread = (percentile(ratios, 0.75) - percentile(ratios, 0.25)) / 1.349
    doubt = 1.253 * spread / sqrt(len(ratios)) if len(ratios) > 1 else None
    return Ratio(percentile(ratios, 0.5), doubt)
