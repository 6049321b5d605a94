"""The runs: every program in turn, round after round, there and back, so that what slows the machine slows all."""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from itatui.store import create
from tools.bench import commands, commits, registers, screens
from tools.bench.plan import Plan
from tools.bench.readings import Readings
from tools.bench.session import Unresponsive
from tools.bench.target import BARE, Target, opened

EDITING = ("f2",)
"""The keys from the list into a text field of the measure under the cursor."""


def run(plan: Plan, say: Callable[[str], None]) -> Readings:
    """Measures what the plan asks for. Programs that fail are named, and left out."""
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as folder:
        files = {}
        for size in plan.sizes:
            files[size] = Path(folder, f"{size}.json")
            create(files[size], registers.built(size))
        runner = _Runner(plan, files, say)
        runner.on_screen()
        runner.in_field()
        runner.on_command_line()
        runner.in_store()
        return runner.readings


class _Runner:
    """What one run of the benchmark goes by, and what it found."""

    def __init__(self, plan: Plan, files: dict[int, Path], say: Callable[[str], None]) -> None:
        self.plan = plan
        self.files = files
        self.say = say
        self.readings = Readings()

    def on_screen(self) -> None:
        """The start, and what follows it in one session."""
        staying = [part for name, part in screens.STAYING.items() if name in self.plan.parts]
        if not staying and "start" not in self.plan.parts:
            return
        targets = [BARE, *(Target(size, "itatui", registers.MARKS, path) for size, path in self.files.items())]
        able = self._able(targets)
        if "start" in self.plan.parts:
            self._rounds("start", able, self.plan.starts, [screens.start])
        if staying:
            self._rounds("screen", able, self.plan.runs, staying)

    def in_field(self) -> None:
        """Letters in a long text field."""
        if "typing" not in self.plan.parts:
            return
        # Side by side, run for run: a ratio of two texts means nothing when the machine was slower for one of them.
        able = {
            name: self._able(self._long(name, spaced=part is screens.typing_spaced))
            for name, part in screens.WRITING.items()
        }
        for number in range(self.plan.runs):
            for name, part in screens.WRITING.items():
                self._round(name, number, able[name], [part])

    def _long(self, name: str, *, spaced: bool) -> list[Target]:
        """The programs in whose long texts letters are typed."""
        targets = [] if spaced else [BARE]
        for size, path in self.files.items():
            long = path.with_name(f"{size}-{name}.json")
            create(long, registers.with_long_texts(registers.built(size), spaced=spaced))
            targets.append(Target(size, "itatui", registers.MARKS, long, EDITING))
        return targets

    def _able(self, targets: list[Target]) -> list[Target]:
        """Those that run. This first start, unrecorded, fills the caches."""
        return [target for target in targets if self._session(target, []) is not None]

    def _rounds(self, title: str, able: list[Target], rounds: int, parts: Iterable[screens.Part]) -> None:
        for number in range(rounds):
            self._round(title, number, able, parts)

    def _round(self, title: str, number: int, able: list[Target], parts: Iterable[screens.Part]) -> None:
        for target in able if number % 2 == 0 else reversed(able):
            self.say(f"{title} {number + 1}: {target.title}")
            for figure, values in (self._session(target, parts) or {}).items():
                self.readings.add(figure, target.size, number, values)

    def _session(self, target: Target, parts: Iterable[screens.Part]) -> screens.Values | None:
        """The figures of all the parts, from one session; None if the program failed in it."""
        values: screens.Values = {}
        try:
            with opened(target) as session:
                for part in parts:
                    values |= part(session, self.plan)
        except Unresponsive as failure:
            self.say(f"{target.title} failed: {failure}")
            return None
        return values

    def on_command_line(self) -> None:
        """The command line, against its floors."""
        if "commands" not in self.plan.parts:
            return
        for size, path in self.files.items():
            if size > self.plan.largest:
                continue
            self.say(f"commands: {size:,} measures")
            for number, took in enumerate(commands.measured(path, self.plan.starts, self.say)):
                for figure, seconds in took.items():
                    self.readings.add(figure, size, number, [seconds])

    def in_store(self) -> None:
        """A change through the store, against its floor."""
        if "commit" not in self.plan.parts:
            return
        for size, path in self.files.items():
            self.say(f"commits: {size:,} measures")
            for number in range(self.plan.runs):
                for figure, values in commits.measured(path).items():
                    self.readings.add(figure, size, number, values)
