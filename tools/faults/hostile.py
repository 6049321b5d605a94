"""Hostile texts through every door of the command line and every way out of it; `hostile_screen` has the screen's."""

import json
from collections.abc import Iterator
from pathlib import Path

from itatui.cli.terminal.probe import QUESTION
from itatui.thai import clean
from tests.support.command_line import by_hand, second, tables
from tools.faults import hostile_screen
from tools.faults.child import Ended, command, program, warm
from tools.faults.corpus import BYTES, TEXTS
from tools.faults.findings import Finding, Say, Tally
from tools.faults.office import desk, new, read
from tools.faults.plan import Plan
from tools.faults.said import harm_in, harm_to, kept, subsequence, visible
from tools.faults.screen import Screen

RAW, CRASHED, LOST = "raw control characters", "crashes", "texts lost"
KINDS = (RAW, CRASHED, LOST)
SPREAD = ("activity", "result", "outcome", "responsible_text")
OF_RICH = {b"[m"}
"""The sequences of a command in a terminal: colours."""


def findings(plan: Plan, say: Say) -> Iterator[Finding]:
    """The rows of this part."""
    warm()
    doors, ways, terminal = (Tally(say, *KINDS) for _row in range(3))
    every = max(len(TEXTS) // max(plan.programs, 1), 1)
    for number, (name, text) in enumerate(TEXTS.items()):
        with desk() as folder:
            _Doors(new(folder), name, doors).enter(text, alone=number % every == 0)
        with desk() as folder:
            _Ways(new(folder), name, ways).out(text)
    for name, data in BYTES.items():
        with desk() as folder:
            _Doors(new(folder), name, doors).refuse(data)
    yield doors.row(f"{len(TEXTS) + len(BYTES)} hostile texts in by set, standard input, add", "ways")
    yield ways.row(f"{len(TEXTS)} in a file edited by hand, out by every command", "answers")
    _in_terminal(terminal)
    yield terminal.row("… in a terminal", "answers")
    yield from hostile_screen.findings(plan, say)


class _Doors:
    """The ways in of one text."""

    def __init__(self, path: Path, name: str, tally: Tally) -> None:
        self.path, self.name, self.tally = path, name, tally

    def enter(self, text: str, *, alone: bool) -> None:
        """By each door: what is kept of it must be in the file, and nothing raw in what is said."""
        held, dropped = kept(text), clean(text)[1]
        run = program if alone and text.isprintable() else command
        self._told(run(self.path, "set", "IIT-2", f"result={text}"), dropped)
        self._holds(second(self.path)["result"], held, "set")
        self._told(command(self.path, "add", "EIT", f"activity={text}"), dropped)
        self._holds(tables(self.path)["measures"]["10"]["activity"], held, "add")
        line = " ".join(held.splitlines())
        self._told(command(self.path, "set", "register", f"title={text}"), dropped)
        self._holds(tables(self.path)["register"]["1"]["title"], line, "set register")
        if clean_bytes := _encoded(text):
            typed = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
            self._told(command(self.path, "set", "IIT-2", "outcome=-", typed=clean_bytes), dropped)
            self._holds(second(self.path)["outcome"], kept(typed), "standard input")

    def refuse(self, data: bytes) -> None:
        """What is not UTF-8: refused from standard input, cleaned in a word."""
        before = self.path.read_bytes()
        self._told(ended := command(self.path, "set", "IIT-2", "outcome=-", typed=data), 0, codes=(2,))
        self.tally.expect(self.path.read_bytes() == before, LOST, f"{self.name}: the file changed; {ended.told}")
        if b"\0" not in data:
            word = data.decode("utf-8", "surrogateescape")
            self._told(program(self.path, "set", "IIT-2", f"result={word}"), 1)
            self._holds(second(self.path)["result"], kept(word), "a word of the shell")

    def _told(self, ended: Ended, dropped: int, codes: tuple[int, ...] = (0,)) -> None:
        self.tally.times += 1
        told = f"{self.name}: {ended.told}"
        self.tally.expect(ended.code in codes and not ended.crashed, CRASHED, told)
        self.tally.expect(not harm_in(ended.out + ended.err), RAW, told)
        self.tally.expect(not dropped or ended.err, LOST, f"{told}: characters were dropped without a word")

    def _holds(self, found: object, held: str, door: str) -> None:
        self.tally.expect(found == held, LOST, f"{self.name} by {door}: {found!r:.120} and not {held!r:.120}")


def _encoded(text: str) -> bytes:
    """As it may be typed: less than a pipe holds, and UTF-8; else nothing."""
    data = text.encode("utf-8", "ignore")
    return data if len(data) < 60_000 and data.decode() == text else b""


class _Ways:
    """The ways out of one text."""

    def __init__(self, path: Path, name: str, tally: Tally) -> None:
        self.path, self.name, self.tally = path, name, tally

    def out(self, text: str) -> None:
        """By each of them: nothing raw, and every visible character."""
        command(self.path, "set", "IIT-2", f"result={text}")
        by_hand(self.path, **dict.fromkeys(SPREAD, text), evidence=[{"label": text, "target": text}])
        seen, line = visible(text), visible(" ".join(text.split()))
        self._shows(["show", "IIT-2"], seen)
        self._shows(["show"], seen)
        self._shows(["list"], line)
        self._shows(["history"], "")
        self._shows(["overview"], "")
        self._shows(["repair"], "")
        self._shows(["repair", "--json"], "")
        for words in (["report", "--width", "100"], ["report", "--width", "40", "--ascii"]):
            printed = self._shows(words, "")  # other columns stand between its lines
            self.tally.expect(subsequence(seen, visible(printed)), LOST, f"{self.name}: {words}")
        asked = clean(text)[0]
        for words in (["list"], ["report"]):
            self._shows([*words, f"--find={asked}"], "")
        answer = json.loads(self._shows(["show", "IIT-2", "--json"], ""))
        self.tally.expect(answer["result"] == text, LOST, f"{self.name}: show --json")
        self._shows(["list", "--json"], "")
        self._shows(["history", "--json"], "")
        self._refuses(text)
        self._shows(["remove", "IIT-2"], "")
        self._shows(["history"], seen)
        self._shows(["undo"], "")
        found = read(self.path)
        there = not isinstance(found, str) and any(text == each.activity for each in found.register.measures)
        self.tally.expect(there, LOST, f"{self.name}: removed and undone")

    def _refuses(self, text: str) -> None:
        for words in (
            ["show", text],
            ["set", "IIT-2", f"{text}=1"],
            ["set", "IIT-2", "--tick", text],
            ["undo", text],
            ["minutes", text],
        ):
            ended = command(self.path, *words)
            self.tally.times += 1
            told = f"{self.name}, {words[0]}: {ended.told}"
            self.tally.expect(ended.code in (1, 2) and not ended.crashed, CRASHED, told)
            self.tally.expect(not harm_in(ended.out + ended.err), RAW, told)

    def _shows(self, words: list[str], seen: str) -> str:
        ended = command(self.path, *words)
        self.tally.times += 1
        told = f"{self.name}, {words[0]}: {ended.told}"
        self.tally.expect(ended.code == 0 and not ended.crashed, CRASHED, told)
        self.tally.expect(not harm_in(ended.out + ended.err), RAW, told)
        self.tally.expect(seen in visible(ended.out + ended.err), LOST, told)
        return ended.out


def _in_terminal(tally: Tally) -> None:
    """Every command that answers, with all the texts in one register, before a terminal that notes every byte."""
    with desk() as folder:
        path = hostile_screen.full_of(new(folder), TEXTS)
        command(path, "remove", "IIT-2")
        for words in (
            ["list"],
            ["show"],
            ["report"],
            ["overview"],
            ["repair"],
            ["history"],
            ["undo"],
            ["show", TEXTS["CSI"]],
        ):
            with Screen(path, *words) as terminal:
                ended = terminal.ends()
                tally.times += 1
                tally.expect(not ended.crashed and ended.out + ended.err, CRASHED, f"{words}: {ended.told}")
                for harm in harm_to(terminal.written.replace(QUESTION, b""), OF_RICH):
                    tally.add(RAW, f"{words}: {harm}")
