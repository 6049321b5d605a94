"""Runs of all programs in turn, alternating in order, so that disturbances of the machine affect all of them."""

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

from tools.bench import commands, commits, form_pages, freezes, registers, rollups, screen_parts
from tools.bench.figures import FIGURES
from tools.bench.plan import Plan
from tools.bench.readings import Readings
from tools.bench.register_files import write_register
from tools.bench.session import UnresponsiveError
from tools.bench.target import BARE, FLOOR, ROOT, WATCHED_FLOOR, Target, open_session

SHAPES = ("plain", "history", "years", "own")
"""Registers whose starts are compared: with a long history, with one of many years, with own fields and forms."""
HISTORIES = {"history": registers.ENTRIES, "years": registers.MANY_ENTRIES}
"""Entries of their histories."""
EDITING = ("f2",)
"""Keys from the list into a text field of the measure under the cursor."""


def run(plan: Plan, log: Callable[[str], None]) -> dict[Path, Readings]:
    """Return the readings of the plan by checkout. Programs that fail are reported and left out."""
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as folder:
        runner = _Runner(plan, Path(folder), log)
        runner.measure_screen()
        runner.measure_shapes()
        runner.measure_typing()
        runner.measure_commands()
        runner.measure_commits()
        runner.measure_rollups()
        runner.measure_freezes()
        runner.measure_forms()
        return runner.readings


class _Runner:
    """State of a run of the benchmark."""

    def __init__(self, plan: Plan, folder: Path, log: Callable[[str], None]) -> None:
        self.plan = plan
        self.folder = folder
        self.log = log
        self.roots = (ROOT, *([plan.checkout] if plan.checkout else ()))
        self.readings = {root: Readings() for root in self.roots}
        self.registers = {size: self._registers(size) for size in plan.sizes}

    def _registers(self, size: int, texts: str = "") -> dict[Path, Path]:
        """Return the register of a size by checkout."""
        named = ((root, self.folder / f"{size}{texts}-{number}.json") for number, root in enumerate(self.roots))
        return {root: write_register(root, path, size, texts) for root, path in named}

    def measure_screen(self) -> None:
        """Measure the start, and the parts that share a session."""
        session_parts = [part for name, part in screen_parts.SESSION_PARTS.items() if name in self.plan.parts]
        if not session_parts and "start" not in self.plan.parts:
            return
        targets = [BARE]
        for size, files in self.registers.items():
            targets += [Target(size, "itatui", registers.MARKS, path, root=root) for root, path in files.items()]
        working = self._working(targets)
        if "start" in self.plan.parts:
            self._rounds("start", working, self.plan.starts, [screen_parts.start])
        if session_parts:
            self._rounds("screen", working, self.plan.runs, session_parts)

    def measure_shapes(self) -> None:
        """Measure the start of registers with a history, and with own fields and forms, beside one without."""
        if "shapes" not in self.plan.parts:
            return
        targets = {
            (size, shape): Target(size, "itatui", registers.MARKS, self._shaped(size, shape))
            for size, shape in product(self.plan.sizes, SHAPES)
        }
        for number in range(self.plan.starts):
            for (size, shape), target in targets.items():
                self.log(f"start {number + 1}: {target.title}, {shape}")
                values = self._session(target, [screen_parts.start]) or {}
                self.readings[ROOT].add(f"start.{shape}", size, number, values.get("start.settled", []))

    def _shaped(self, size: int, shape: str) -> Path:
        path = write_register(ROOT, self.folder / f"{size}-{shape}.json", size, "own" if shape == "own" else "")
        if shape in HISTORIES:
            registers.add_history(path, HISTORIES[shape], short=shape == "years")
        return path

    def measure_typing(self) -> None:
        """Measure typing in a long text field."""
        if "typing" not in self.plan.parts:
            return
        # Interleaved by run: the ratio of two texts is only valid if the machine was equally fast for both.
        working = {
            name: self._working(self._long(spaced=part is screen_parts.typing_spaced))
            for name, part in screen_parts.TYPING_PARTS.items()
        }
        for number in range(self.plan.runs):
            for name, part in screen_parts.TYPING_PARTS.items():
                self._round(name, number, working[name], [part])

    def _long(self, *, spaced: bool) -> list[Target]:
        """Return the programs whose long texts are edited."""
        targets = [] if spaced else [BARE]
        for size in self.plan.sizes:
            files = self._registers(size, "spaced" if spaced else "long")
            targets += [Target(size, "itatui", registers.MARKS, path, EDITING, root) for root, path in files.items()]
        return targets

    def _working(self, targets: list[Target]) -> list[Target]:
        """Return the targets that run. This unrecorded first start fills the caches."""
        return [target for target in targets if self._session(target, []) is not None]

    def _rounds(self, title: str, working: list[Target], rounds: int, parts: Iterable[screen_parts.Part]) -> None:
        for number in range(rounds):
            self._round(title, number, working, parts)

    def _round(self, title: str, number: int, working: list[Target], parts: Iterable[screen_parts.Part]) -> None:
        for target in working if number % 2 == 0 else reversed(working):
            self.log(f"{title} {number + 1}: {target.title}")
            for figure, values in (self._session(target, parts) or {}).items():
                for root in self.roots if target.size == FLOOR else [target.root]:
                    self.readings[root].add(figure, target.size, number, values)

    def _session(self, target: Target, parts: Iterable[screen_parts.Part]) -> screen_parts.Values | None:
        """Return the figures of all parts from a session, or None if the program failed."""
        values: screen_parts.Values = {}
        try:
            with open_session(target, self.folder / "cache") as session:
                for part in parts:
                    values |= part(session, self.plan)
        except UnresponsiveError as failure:
            self.log(f"{target.title} failed: {failure}")
            return None
        return values

    def measure_commands(self) -> None:
        """Measure the commands and their floors."""
        if "commands" not in self.plan.parts:
            return
        for size, files in self.registers.items():
            if size > self.plan.largest:
                continue
            self.log(f"commands: {size:,} measures")
            figures, cache = self._commands(size), self.folder / "cache"
            self._working([Target(size, "itatui", registers.MARKS, path, root=root) for root, path in files.items()])
            for number, elapsed in enumerate(commands.measure(files, figures, self.plan.starts, cache, self.log)):
                for (root, figure), seconds in elapsed.items():
                    self.readings[root].add(figure, size, number, [seconds])

    def _commands(self, size: int) -> set[str]:
        """Return the figures of the commands that are run: all, or those of the chosen rows and their floors."""
        rows = self.plan.rows
        floors = {figure.floor for figure in FIGURES if figure.name in rows}
        chosen = (rows | floors) & commands.COMMANDS.keys() if rows else commands.COMMANDS.keys()
        return {figure for figure in chosen if size <= commands.LARGEST.get(figure, size)}

    def measure_commits(self) -> None:
        """Measure changes through the store and their floor."""
        if "commit" not in self.plan.parts:
            return
        for size, files in self.registers.items():
            self.log(f"commits: {size:,} measures")
            for number in range(self.plan.runs):
                for figure, values in commits.measure(files[ROOT]).items():
                    self.readings[ROOT].add(figure, size, number, values)

    def measure_rollups(self) -> None:
        """Measure the registers of a rollup and their floor."""
        if "rollup" not in self.plan.parts:
            return
        for size, number in product(self.plan.sizes, range(self.plan.runs)):
            if size <= rollups.LARGEST:
                self.log(f"rollup {number + 1}: registers of {size:,} measures")
                for figure, values in rollups.measure(size).items():
                    self.readings[ROOT].add(figure, size, number, values)

    def measure_freezes(self) -> None:
        """Measure how long each command keeps the screen from answering, in a program of its own."""
        if "freezes" not in self.plan.parts:
            return
        module, readings = "tools.bench.watched_screen", self.readings[ROOT]
        targets = [Target(size, module, registers.MARKS, files[ROOT]) for size, files in self.registers.items()]
        old = [replace(target, register=self._with_history(target)) for target in targets]
        steps = [step for step in freezes.STEPS if not self.plan.rows or f"freeze.{step.name}" in self.plan.rows]
        for step in steps:
            part = partial(freezes.freeze, step=step)
            programs = [*([WATCHED_FLOOR] if step.floor else ()), *(old if step.long_history else targets)]
            self._rounds(f"freeze, {step.name}", programs, self.plan.runs, [part])
        for size, number in product(self.plan.sizes, range(self.plan.runs)):
            each = [readings.runs(f"freeze.{step.name}", size).get(number, []) for step in steps]
            if not self.plan.rows and (seconds := [value for values in each for value in values]):
                readings.add("freeze", size, number, [max(seconds)])

    def measure_forms(self) -> None:
        """Measure the first page of the report in each shipped form; the slowest counts."""
        if "forms" not in self.plan.parts:
            return
        for size, number in product(self.plan.sizes, range(self.plan.runs)):
            self.log(f"forms {number + 1}: {size:,} measures")
            seconds = max(form_pages.measure(self.registers[size][ROOT], str(self.folder)))
            self.readings[ROOT].add("page.forms", size, number, [seconds])

    def _with_history(self, target: Target) -> Path:
        """Return a register of its own with a long history."""
        path = write_register(ROOT, self.folder / f"{target.size}-history.json", target.size)
        registers.add_history(path, registers.ENTRIES)
        return path
