"""Table of results: a row per figure, a column per register size, with goal and floor."""

from itertools import groupby

from tools.bench.figures import FIGURES, SCALES, Figure, limit
from tools.bench.readings import Readings
from tools.bench.statistic import Ratio, exponent, pooled_percentile, ratio
from tools.bench.target import FLOOR

Row = list[str]


def rows(readings: Readings) -> list[Row]:
    """Return the heading and a row for each measured figure; of several sizes, with the exponent of its growth."""
    sizes = [size for size in readings.sizes() if size != FLOOR]
    grows = len(sizes) > 1
    table = [["", "goal", "floor", *(f"{size:,} measures" for size in sizes), *(["growth"] if grows else [])]]
    for figure in FIGURES:
        cells = [_cell(figure, size, readings) for size in sizes]
        floor = _floor(figure, sizes, readings)
        if any(cells) or floor:
            growth = [_growth(figure, sizes, readings)] if grows else []
            table.append([figure.title, _goal(figure, sizes), floor, *cells, *growth])
    return table


def _growth(figure: Figure, sizes: list[int], readings: Readings) -> str:
    """Return the exponent with which a figure grows with the register: n^1 in line with it, n^0 not at all."""
    found = {size: runs for size in sizes if (runs := readings.runs(figure.name, size))}
    power = exponent({size: pooled_percentile(runs, figure.share) for size, runs in found.items()})
    return "" if power is None else f"n^{power:.2f}"


def comparison(readings: Readings, other: Readings) -> list[Row]:
    """Return the heading and a row for each figure: value, and ratio to the other checkout, for each size."""
    sizes = [size for size in readings.sizes() if size != FLOOR]
    table = [["this / other checkout", *(f"{size:,} measures" for size in sizes)]]
    for figure in FIGURES:
        cells = [_compared(figure, readings.runs(figure.name, size), other.runs(figure.name, size)) for size in sizes]
        if any(cells) and not figure.floor.startswith("typing"):
            table.append([figure.title.partition(" / ")[0], *cells])
    return table


def _compared(figure: Figure, runs: dict[int, list[float]], others: dict[int, list[float]]) -> str:
    if not runs or not others:
        return ""
    value = f"{_number(pooled_percentile(runs, figure.share) * SCALES[figure.unit])} {figure.unit}"
    found = ratio(runs, others, figure.share)
    return f"{value} {_times(found)}" if found else value


def _times(found: Ratio) -> str:
    doubt = "" if found.doubt is None else f" ± {found.doubt:.2f}"
    return f"({found.times:.2f}{doubt} ×)"


def text(table: list[Row]) -> str:
    """Format the table in columns for a terminal."""
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    lines = ("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)) for row in table)
    return "\n".join(line.rstrip() for line in lines)


def markdown(table: list[Row]) -> str:
    """Format the table as Markdown."""
    heading, *body = ("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in table)
    return "\n".join([heading, "|---" * len(table[0]) + "|", *body])


def _goal(figure: Figure, sizes: list[int]) -> str:
    """Return the goal's limits, each limit once for neighbouring sizes."""
    found = (limit(figure, size) for size in sizes or figure.at or [FLOOR])
    limits = [most for most, _same in groupby(found) if most is not None]
    if not limits:
        return ""
    unit = "× floor" if figure.relative else figure.unit
    return f"≤ {' / '.join(f'{most:g}' for most in limits)} {unit}"


def _floor(figure: Figure, sizes: list[int], readings: Readings) -> str:
    """Return the floor's value, for each size if it depends on the size."""
    where = [(figure.floor, size) for size in sizes] if figure.floor else [(figure.name, FLOOR)]
    found = [readings.runs(*place) for place in where]
    values = [_number(pooled_percentile(runs, figure.share) * SCALES[figure.unit]) for runs in found if runs]
    return f"{' / '.join(values)} {figure.unit}" if values else ""


def _cell(figure: Figure, size: int, readings: Readings) -> str:
    runs = readings.runs(figure.name, size)
    if not runs:
        return ""
    value = pooled_percentile(runs, figure.share) * SCALES[figure.unit]
    floors = readings.runs(figure.floor, size) if figure.floor else readings.runs(figure.name, FLOOR)
    found = ratio(runs, floors, figure.share)
    words = [_number(value), figure.unit]
    if found:
        words.append(_times(found))
    judged = value if not figure.relative else found.times if found else None
    most = limit(figure, size)
    if judged is not None and most is not None:
        # Judge the displayed value: 1.10 is not more than 1.1.
        words.append("✓" if round(judged, 2) <= most else "✗")
    return " ".join(words)


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.2g}"
