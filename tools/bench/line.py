"""The line between the program and the person: how late its bytes arrive."""


class Line:
    """A line of so many bytes a second, each of which arrives so much later. It is told the time."""

    def __init__(self, rate: float, delay: float) -> None:
        self.rate = rate
        """Bytes per second."""
        self.delay = delay
        """Seconds from the sending of a byte to its arrival."""
        self._free = 0.0

    def carry(self, now: float, size: int) -> tuple[float, float]:
        """When the line is free again after these bytes, and when the last of them arrives."""
        self._free = max(now, self._free) + size / self.rate
        return self._free, self._free + self.delay


def slow() -> Line:
    """512 kbit/s and 100 ms."""
    return Line(rate=512_000 / 8, delay=0.1)
