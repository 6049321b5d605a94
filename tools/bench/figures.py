"""The figures that are reported, in order, with the goal of each."""

from dataclasses import dataclass

Goal = tuple[tuple[int, float], ...]
"""Up to so many measures, at most so much; ascending. Beyond the last, the last holds."""


@dataclass(frozen=True)
class Figure:
    """One row of the table."""

    name: str
    """In the readings."""
    title: str
    unit: str
    """Of `SCALES`."""
    share: float = 0.5
    """The percentile: 0.5 is the median."""
    goal: Goal = ()
    """Empty: none, the figure is there to explain others."""
    at: tuple[int, ...] = ()
    """The only sizes for which the goal is set; empty: all."""
    relative: bool = False
    """Whether the goal is of the ratio to the floor; else of the value."""
    floor: str = ""
    """The figure that is its floor, at the same size; empty: this one, of the bare program."""


SCALES = {"ms": 1000.0, "bytes": 1.0, "MB": 1.0, "% of a core": 100.0}
"""How many of the unit make one of what the readings hold: seconds, bytes, MB, or a share."""


def _all(limit: float) -> Goal:
    return ((0, limit),)


FIGURES = (
    Figure("start", "start to first meaningful paint, net", "ms", goal=((1_000, 1.1), (10_000, 1.4)), relative=True),
    Figure("start.wall", "… wall", "ms", relative=True),
    Figure("start.settled", "… to the last of it, net", "ms", relative=True),
    Figure("start.bytes", "… bytes", "bytes"),
    Figure("keys", "key to its effect in the list, net p50", "ms", goal=_all(8)),
    Figure("keys", "… p95", "ms", 0.95, _all(16)),
    Figure("keys.wall", "… wall p50", "ms"),
    Figure("keys.bytes", "bytes per key, the cursor alone", "bytes", goal=_all(600)),
    Figure("keys.all", "key to the detail all new, net p50", "ms"),
    Figure("keys.all.bytes", "bytes per key, the detail all new", "bytes", goal=_all(3_000)),
    Figure("typing", "key to its effect in a 2,000-character field, net p50", "ms", goal=_all(8)),
    Figure("typing", "… p95", "ms", 0.95, _all(16)),
    Figure(
        "typing",
        "… p95 / in the same text with spaces",
        "ms",
        0.95,
        _all(1.3),
        relative=True,
        floor="typing.spaced",
    ),
    Figure("typing.bytes", "bytes per letter", "bytes"),
    Figure("hold", "behind a held key when it is let go, net", "ms"),
    Figure("hold.bytes", "… bytes per key", "bytes"),
    Figure("line", "… on a line of 100 ms and 512 kbit/s", "ms", goal=_all(250)),
    Figure("line.all", "… with the detail", "ms"),
    Figure("idle.bytes", "idle, bytes", "bytes", 1.0, _all(0)),
    Figure("idle", "idle", "% of a core", goal=_all(0.2)),
    Figure("memory", "memory", "MB", goal=((9, 1.15), (1_000, 1.3), (10_000, 2.5)), relative=True),
    Figure("command.report", "`itatui report` / Rich table", "ms", goal=_all(1.2), relative=True, floor="command.rich"),
    Figure("command.list", "`itatui list` / plain Python", "ms", goal=_all(1.5), relative=True, floor="command.plain"),
    Figure("command.set", "`itatui set` / plain Python", "ms", goal=_all(1.5), relative=True, floor="command.plain"),
    Figure(
        "commit",
        "a committed change / write + fsync",
        "ms",
        goal=_all(2),
        at=(1_000,),
        relative=True,
        floor="commit.floor",
    ),
)


def limit(figure: Figure, size: int) -> float | None:
    """The most that the figure's goal allows at this size; None when it has none."""
    if not figure.goal or (figure.at and size not in figure.at):
        return None
    return next((most for up_to, most in figure.goal if size <= up_to), figure.goal[-1][1])
