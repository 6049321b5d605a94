"""Figures of the report, in order, with their goals."""

from dataclasses import dataclass

from itatui.tui.keyboard import shown
from tools.bench.freezes import STEPS, Step

Goal = tuple[tuple[int, float], ...]
"""Pairs (measures, limit), ascending: the limit up to that many measures. The last pair also holds beyond."""


@dataclass(frozen=True)
class Figure:
    """Row of the table."""

    name: str
    """Key in the readings."""
    title: str
    unit: str
    """Key of `SCALES`."""
    share: float = 0.5
    """Percentile: 0.5 is the median."""
    goal: Goal = ()
    """Empty: no goal, the figure explains others."""
    at: tuple[int, ...] = ()
    """Register sizes with a goal; empty: all."""
    relative: bool = False
    """True if the goal limits the ratio to the floor instead of the value."""
    floor: str = ""
    """Figure used as floor, at the same size; empty: this figure of the bare program."""


SCALES = {"ms": 1000.0, "bytes": 1.0, "MB": 1.0, "% of a core": 100.0}
"""Factor from readings (seconds, bytes, MB, shares) to the unit."""


def _all(limit: float) -> Goal:
    return ((0, limit),)


_START: Goal = ((60, 1.05), (1_000, 1.1), (10_000, 1.5))
_SET: Goal = ((60, 1.4), (1_000, 1.5), (10_000, 2.1))
_SMALL = (9, 60, 1_000)
_USUAL = (9, 60)
"""Measures of real registers."""
_FREEZES: dict[str, Goal] = {"letter": ((1_000, 16), (10_000, 30))}
"""Goals of single commands."""


def _command(step: Step) -> str:
    """Return a command with its keys, such as "… remove (Del)"."""
    keys = " ".join(key if len(key) == 1 else shown(key) for key in step.keys)
    return f"… {step.name} ({keys})" if keys else f"… {step.name}"


FIGURES = (
    Figure("start", "start to first meaningful paint, net", "ms", relative=True),
    Figure("start.wall", "… wall", "ms", relative=True),
    Figure("start.settled", "… to the end of the first picture, net", "ms", goal=_START, relative=True),
    Figure("start.bytes", "… bytes", "bytes"),
    Figure("start.plain", "… of a register without history, own fields and forms", "ms"),
    *(
        Figure(f"start.{shape}", title, "ms", goal=_all(1.03), at=_USUAL, relative=True, floor="start.plain")
        for shape, title in (
            ("history", "… with 1,000 long entries of history / without"),
            ("years", "… with 20,000 short entries / without"),
        )
    ),
    Figure(
        "start.own",
        "… with 12 own fields and 3 forms / without",
        "ms",
        goal=_all(1.02),
        at=_USUAL,
        relative=True,
        floor="start.plain",
    ),
    Figure("keys", "key to screen in the list, net p50", "ms", goal=_all(4)),
    Figure("keys", "… p95", "ms", 0.95, _all(8)),
    Figure("keys.wall", "… wall p50", "ms"),
    Figure("keys.bytes", "bytes per key, cursor only", "bytes", goal=_all(150)),
    Figure("keys.all", "key to complete new detail, net p50", "ms"),
    Figure("keys.all.bytes", "bytes per key, complete new detail", "bytes", goal=_all(3_400)),
    Figure("typing", "key to screen in a 2,000-character field, net p50", "ms", goal=_all(4)),
    Figure("typing", "… p95", "ms", 0.95, _all(8)),
    Figure(
        "typing",
        "… p95 / same text with spaces",
        "ms",
        0.95,
        _all(1.3),
        relative=True,
        floor="typing.spaced",
    ),
    Figure("typing.bytes", "bytes per letter", "bytes", goal=_all(80)),
    Figure("hold", "delay after a held key is released, net", "ms"),
    Figure("hold.bytes", "… bytes per key", "bytes"),
    Figure("line", "… on a line of 100 ms and 512 kbit/s", "ms", goal=_all(180)),
    Figure("line.all", "… with the detail", "ms"),
    Figure("freeze", "longest freeze of the screen by any command, net", "ms", goal=((1_000, 50),), at=(9, 60, 1_000)),
    *(Figure(f"freeze.{step.name}", _command(step), "ms", goal=_FREEZES.get(step.name, ())) for step in STEPS),
    Figure("sent", "bytes of a key on any screen, p50", "bytes"),
    Figure("sent", "… p95", "bytes", 0.95),
    Figure("sent", "… most", "bytes", 1.0),
    Figure("sent.line", "… most, on a line of 100 ms and 512 kbit/s", "ms", 1.0),
    Figure("page.report", "F8 to its first page, net", "ms", goal=((1_000, 100),), at=(9, 60, 1_000)),
    Figure("page.overview", "F6 to its first page, net", "ms", goal=((1_000, 100),), at=(9, 60, 1_000)),
    Figure(
        "page.forms",
        "… the slowest shipped form, in the thread, processor time",
        "ms",
        goal=((1_000, 100),),
        at=(9, 60, 1_000),
    ),
    Figure("idle.bytes", "idle, bytes", "bytes", 1.0, _all(0)),
    Figure("idle", "idle, CPU", "% of a core", goal=_all(0.2)),
    Figure("memory", "memory", "MB", goal=((9, 1.15), (1_000, 1.3), (10_000, 2.5)), relative=True),
    Figure("command.report", "`itatui report` / Rich table", "ms", goal=_all(1.2), relative=True, floor="command.rich"),
    Figure("command.list", "`itatui list` / plain Python", "ms", goal=_all(1.2), relative=True, floor="command.plain"),
    Figure("command.set", "`itatui set` / plain Python", "ms", goal=_SET, relative=True, floor="command.plain"),
    Figure("command.overview", "`itatui overview`", "ms", goal=_all(300), at=_SMALL),
    Figure("command.repair", "`itatui repair`", "ms", goal=_all(1_000), at=_SMALL),
    Figure("command.history", "`itatui history`, 1,000 entries of 600 to 2,000 characters", "ms", goal=_all(2_000)),
    Figure("command.check", "`itatui check`", "ms"),
    Figure("command.export", "`itatui export report.csv`", "ms"),
    Figure(
        "commit",
        "a committed change / write + fsync",
        "ms",
        goal=((1_000, 1.4), (10_000, 2.5)),
        at=(1_000, 10_000),
        relative=True,
        floor="commit.floor",
    ),
    Figure(
        "rollup",
        "a register in `itatui rollup` / its JSON read, processor time",
        "ms",
        goal=_all(10),
        at=_USUAL,
        relative=True,
        floor="rollup.floor",
    ),
)


def limit(figure: Figure, size: int) -> float | None:
    """Return the limit for a register of `size` measures, or None without a goal."""
    if not figure.goal or (figure.at and size not in figure.at):
        return None
    return next((most for up_to, most in figure.goal if size <= up_to), figure.goal[-1][1])
