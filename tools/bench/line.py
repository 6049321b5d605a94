"""Slow line between program and terminal: when bytes arrive."""


class Line:
    """Line with a rate and a delay. Times are passed in."""

    def __init__(self, rate: float, delay: float) -> None:
        self.rate = rate
        """Bytes per second."""
        self.delay = delay
        """Seconds from sending a byte to its arrival."""
        self._free = 0.0

    def carry(self, now: float, size: int) -> tuple[float, float]:
        """Return the times when the line is free again and when the last of `size` bytes arrives."""
        self._free = max(now, self._free) + size / self.rate
        return self._free, self._free + self.delay


def slow() -> Line:
    """Return a line of 512 kbit/s and 100 ms."""
    return Line(rate=512_000 / 8, delay=0.1)
