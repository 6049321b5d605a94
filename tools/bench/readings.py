"""What was measured, before any statistics."""

from collections.abc import Iterable


class Readings:
    """The values of each figure, by size of the register and by run."""

    def __init__(self) -> None:
        self._runs: dict[tuple[str, int], dict[int, list[float]]] = {}

    def add(self, figure: str, size: int, run: int, values: Iterable[float]) -> None:
        """More values of a figure from one run. A run that failed adds none."""
        self._runs.setdefault((figure, size), {}).setdefault(run, []).extend(values)

    def runs(self, figure: str, size: int) -> dict[int, list[float]]:
        """The values of each run that has some; empty when the figure was not measured."""
        return {run: values for run, values in self._runs.get((figure, size), {}).items() if values}

    def sizes(self) -> list[int]:
        """The sizes at which anything was measured, ascending."""
        return sorted({size for _figure, size in self._runs})
