"""Measured values, before any statistics."""

from collections.abc import Iterable, Mapping
from typing import Self

from tools.bench.target import FLOOR


class Readings:
    """Values by figure, register size and run."""

    def __init__(self) -> None:
        self._runs: dict[tuple[str, int], dict[int, list[float]]] = {}

    def add(self, figure: str, size: int, run: int, values: Iterable[float]) -> None:
        """Add values of a figure from a run. A failed run adds none."""
        self._runs.setdefault((figure, size), {}).setdefault(run, []).extend(values)

    def runs(self, figure: str, size: int) -> dict[int, list[float]]:
        """Return the values of each run that has any; empty if the figure was not measured."""
        return {run: values for run, values in self._runs.get((figure, size), {}).items() if values}

    def sizes(self) -> list[int]:
        """Return the measured register sizes, ascending."""
        return sorted({size for _figure, size in self._runs})

    def has_own(self) -> bool:
        """Return whether a program with a register was measured, not only the bare programs."""
        return any(size != FLOOR for size in self.sizes())

    def plain(self) -> dict[str, dict[int, dict[int, list[float]]]]:
        """Return the values by figure, size and run, for JSON."""
        found: dict[str, dict[int, dict[int, list[float]]]] = {}
        for figure, size in self._runs:
            found.setdefault(figure, {})[size] = self.runs(figure, size)
        return found

    @classmethod
    def of_plain(cls, plain: Mapping[str, Mapping[str, Mapping[str, Iterable[float]]]]) -> Self:
        """Return the readings that `plain` gave, read from JSON: sizes and runs are texts there."""
        readings = cls()
        for figure, sizes in plain.items():
            for size, runs in sizes.items():
                for run, values in runs.items():
                    readings.add(figure, int(size), int(run), values)
        return readings
