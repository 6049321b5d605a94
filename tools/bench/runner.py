"""The runs: every program in turn, round after round, there and back, so that what slows the machine slows all."""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from itatui.store import create
from tools.bench import commands, commits, registers, screen_parts
from tools.bench.plan import Plan
from tools.bench.readings import Readings
from tools.bench.session import UnresponsiveError
from tools.bench.target import BARE, Target, open_session

EDITING = ("f2",)
"""The keys from the list into a text field of the measure under the cursor."""


def run(plan: Plan, log: Callable[[str], None]) -> Readings:
    """Measures what the plan asks for. Programs that fail are named, and left out."""
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as folder:
        files = {}
        for size in plan.sizes:
            files[size] = Path(folder, f"{size}.json")
            create(files[size], registers.build_register(size))
        runner = _Runner(plan, files, log)
        runner.measure_screen()
        runner.measure_typing()
        runner.measure_commands()
        runner.measure_commits()
        return runner.readings


class _Runner:
    """What one run of the benchmark goes by, and what it found."""

    def __init__(self, plan: Plan, files: dict[int, Path], log: Callable[[str], None]) -> None:
        self.plan = plan
        self.files = files
        self.log = log
        self.readings = Readings()

    def measure_screen(self) -> None:
        """The start, and what follows it in one session."""
        staying = [part for name, part in screen_parts.SESSION_PARTS.items() if name in self.plan.parts]
        if not staying and "start" not in self.plan.parts:
            return
        targets = [BARE, *(Target(size, "itatui", registers.MARKS, path) for size, path in self.files.items())]
        working = self._working(targets)
        if "start" in self.plan.parts:
            self._rounds("start", working, self.plan.starts, [screen_parts.start])
        if staying:
            self._rounds("screen", working, self.plan.runs, staying)

    def measure_typing(self) -> None:
        """Letters in a long text field."""
        if "typing" not in self.plan.parts:
            return
        # Side by side, run for run: a ratio of two texts means nothing when the machine was slower for one of them.
        working = {
            name: self._working(self._long(name, spaced=part is screen_parts.typing_spaced))
            for name, part in screen_parts.TYPING_PARTS.items()
        }
        for number in range(self.plan.runs):
            for name, part in screen_parts.TYPING_PARTS.items():
                self._round(name, number, working[name], [part])

    def _long(self, name: str, *, spaced: bool) -> list[Target]:
        """The programs in whose long texts letters are typed."""
        targets = [] if spaced else [BARE]
        for size, path in self.files.items():
            long = path.with_name(f"{size}-{name}.json")
            create(long, registers.with_long_texts(registers.build_register(size), spaced=spaced))
            targets.append(Target(size, "itatui", registers.MARKS, long, EDITING))
        return targets

    def _working(self, targets: list[Target]) -> list[Target]:
        """Those that run. This first start, unrecorded, fills the caches."""
        return [target for target in targets if self._session(target, []) is not None]

    def _rounds(self, title: str, working: list[Target], rounds: int, parts: Iterable[screen_parts.Part]) -> None:
        for number in range(rounds):
            self._round(title, number, working, parts)

    def _round(self, title: str, number: int, working: list[Target], parts: Iterable[screen_parts.Part]) -> None:
        for target in working if number % 2 == 0 else reversed(working):
            self.log(f"{title} {number + 1}: {target.title}")
            for figure, values in (self._session(target, parts) or {}).items():
                self.readings.add(figure, target.size, number, values)

    def _session(self, target: Target, parts: Iterable[screen_parts.Part]) -> screen_parts.Values | None:
        """The figures of all the parts, from one session; None if the program failed in it."""
        values: screen_parts.Values = {}
        try:
            with open_session(target) as session:
                for part in parts:
                    values |= part(session, self.plan)
        except UnresponsiveError as failure:
            self.log(f"{target.title} failed: {failure}")
            return None
        return values

    def measure_commands(self) -> None:
        """The command line, against its floors."""
        if "commands" not in self.plan.parts:
            return
        for size, path in self.files.items():
            if size > self.plan.largest:
                continue
            self.log(f"commands: {size:,} measures")
            for number, took in enumerate(commands.measure(path, self.plan.starts, self.log)):
                for figure, seconds in took.items():
                    self.readings.add(figure, size, number, [seconds])

    def measure_commits(self) -> None:
        """A change through the store, against its floor."""
        if "commit" not in self.plan.parts:
            return
        for size, path in self.files.items():
            self.log(f"commits: {size:,} measures")
            for number in range(self.plan.runs):
                for figure, values in commits.measure(path).items():
                    self.readings.add(figure, size, number, values)
