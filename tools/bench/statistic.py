"""Percentiles, and ratios of values measured side by side."""

from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which the share (0 to 1) of the values lies, interpolated."""
    ordered = sorted(values)
    position = share * (len(ordered) - 1)
    low = int(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (position - low)


def pooled_percentile(runs: Mapping[int, Sequence[float]], share: float) -> float:
    """Return the percentile over all runs."""
    return percentile([value for values in runs.values() for value in values], share)


class Ratio(NamedTuple):
    """Ratio to the floor."""

    times: float
    doubt: float | None
    """Standard error from the spread of the runs; None for a single run."""


def ratio(ours: Mapping[int, Sequence[float]], floors: Mapping[int, Sequence[float]], share: float) -> Ratio | None:
    """Return the median over common runs of the ratio of percentiles, so that a slow machine does not count.

    None without common runs or with a floor of zero.
    """
    ratios = [
        percentile(ours[run], share) / floor
        for run in sorted(ours.keys() & floors.keys())
        if (floor := percentile(floors[run], share))
    ]
    if not ratios:
        return None
    # Normal distribution: interquartile range 1.349 σ, standard error of the median 1.253 σ / √n.
    spread = (percentile(ratios, 0.75) - percentile(ratios, 0.25)) / 1.349
    doubt = 1.253 * spread / sqrt(len(ratios)) if len(ratios) > 1 else None
    return Ratio(percentile(ratios, 0.5), doubt)


def exponent(values: Mapping[int, float]) -> float | None:
    """Return the exponent with which values grow with the size of a register, fitted by least squares; 1: in line.

    None if there are fewer than two sizes, or a value is zero.
    """
    if len(values) < 2 or min(values.values()) <= 0:
        return None
    points = [(log(size), log(value)) for size, value in values.items()]
    middle_x = sum(x for x, _y in points) / len(points)
    middle_y = sum(y for _x, y in points) / len(points)
    spread = sum((x - middle_x) * (x - middle_x) for x, _y in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / spread
