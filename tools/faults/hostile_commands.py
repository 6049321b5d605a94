"""Hostile texts through every input and output of the command line; `hostile_screen` covers the screen."""

import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from itatui.cli.terminal.probe import QUESTION
from itatui.report.documents import ENDINGS
from itatui.thai import clean, one_line
from tests.support.command_line import by_hand, second, tables
from tools.faults import exported_texts, hostile_screen
from tools.faults.findings import Finding, Log, Tally
from tools.faults.hostile_texts import BYTES, TEXTS
from tools.faults.plan import Plan
from tools.faults.processes import Result, command, import_commands, program
from tools.faults.scratch_registers import new_register, read_register, scratch_folder
from tools.faults.screen_session import Screen
from tools.faults.terminal_output import find_raw_control, stored_text, subsequence, unexpected_output, visible

RAW, CRASHED, LOST = "raw control characters", "crashes", "texts lost"
KINDS = (RAW, CRASHED, LOST)
TEXT_FIELDS = ("activity", "result", "outcome", "responsible_text")
RICH_SEQUENCES = {b"[m"}
"""Kinds of sequences that Rich sends to a terminal: colours."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    import_commands()
    inputs, ways, terminal = (Tally(log, *KINDS) for _row in range(3))
    texts = list(TEXTS.items())[:: plan.commands]
    every = max(len(texts) // max(plan.programs, 1), 1)
    for number, (name, text) in enumerate(texts):
        with scratch_folder() as folder:
            _Inputs(new_register(folder), name, inputs).enter(text, alone=number % every == 0)
        with scratch_folder() as folder:
            _Outputs(new_register(folder), name, ways).out(text)
    for name, data in BYTES.items():
        with scratch_folder() as folder:
            _Inputs(new_register(folder), name, inputs).refuse(data)
    yield inputs.row(f"{len(texts) + len(BYTES)} hostile texts through set, standard input and add", "inputs")
    yield ways.row(f"{len(texts)} in a hand-edited file, output of every command", "outputs")
    yield from exported_texts.findings(plan, log)
    _in_terminal(terminal)
    yield terminal.row("… in a terminal", "outputs")
    yield from hostile_screen.findings(plan, log)


class _Text:
    """A text in a register, and the faults in answers of commands to it."""

    def __init__(self, path: Path, name: str, tally: Tally) -> None:
        self.path, self.name, self.tally = path, name, tally

    def _judge(self, result: Result, action: str, codes: tuple[int, ...] = (0,)) -> str:
        """Count an answer of another exit code, or with raw controls. Return a description of it."""
        self.tally.times += 1
        detail = f"{self.name}, {action}: {result.detail}"
        self.tally.expect(result.code in codes and not result.crashed, CRASHED, detail)
        self.tally.expect(not find_raw_control(result.out + result.err), RAW, detail)
        return detail


class _Inputs(_Text):
    """Inputs of a text."""

    def enter(self, text: str, *, alone: bool) -> None:
        """Enter the text through each input: the cleaned text must be stored, and no message contains raw controls."""
        stored, dropped = stored_text(text), clean(text)[1]
        run = program if alone and text.isprintable() else command
        self._told(run(self.path, "set", "IIT-2", f"result={text}"), dropped)
        self._holds(second(self.path)["result"], stored, "set")
        self._told(command(self.path, "add", "EIT", f"activity={text}"), dropped)
        self._holds(tables(self.path)["measures"]["10"]["activity"], stored, "add")
        line = one_line(stored)
        self._told(command(self.path, "set", "register", f"title={text}"), dropped)
        self._holds(tables(self.path)["register"]["1"]["title"], line, "set register")
        if clean_bytes := _encoded(text):
            typed = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
            self._told(command(self.path, "set", "IIT-2", "outcome=-", typed=clean_bytes), dropped)
            self._holds(second(self.path)["outcome"], stored_text(typed), "standard input")

    def refuse(self, data: bytes) -> None:
        """Enter bytes that are not UTF-8: refused on standard input, cleaned in arguments."""
        before = self.path.read_bytes()
        self._told(result := command(self.path, "set", "IIT-2", "outcome=-", typed=data), 0, codes=(2,))
        self.tally.expect(self.path.read_bytes() == before, LOST, f"{self.name}: the file changed; {result.detail}")
        if b"\0" not in data:
            word = data.decode("utf-8", "surrogateescape")
            self._told(program(self.path, "set", "IIT-2", f"result={word}"), 1)
            self._holds(second(self.path)["result"], stored_text(word), "a word of the shell")

    def _told(self, result: Result, dropped: int, codes: tuple[int, ...] = (0,)) -> None:
        detail = self._judge(result, "input", codes)
        self.tally.expect(not dropped or result.err, LOST, f"{detail}: characters were dropped without a word")

    def _holds(self, found: object, stored: str, source: str) -> None:
        self.tally.expect(found == stored, LOST, f"{self.name} by {source}: {found!r:.120} and not {stored!r:.120}")


def _encoded(text: str) -> bytes:
    """Return the UTF-8 bytes of the text if they fit in a pipe; otherwise nothing."""
    data = text.encode("utf-8", "ignore")
    return data if len(data) < 60_000 and data.decode() == text else b""


class _Outputs(_Text):
    """Outputs of a text."""

    def out(self, text: str) -> None:
        """Print the text in every way: no raw controls, and every visible character."""
        command(self.path, "set", "IIT-2", f"result={text}")
        by_hand(self.path, **dict.fromkeys(TEXT_FIELDS, text), evidence=[{"label": text, "target": text}])
        seen, line = visible(text), visible(" ".join(text.split()))
        self._shows(["show", "IIT-2"], seen)
        self._shows(["show"], seen)
        self._shows(["list"], line)
        self._shows(["history"], "")
        self._shows(["overview"], "")
        self._shows(["repair"], "")
        self._shows(["repair", "--json"], "")
        for words in (["report", "--width", "100"], ["report", "--width", "40", "--ascii"]):
            printed = self._shows(words, "")  # other columns are between the lines
            self.tally.expect(subsequence(seen, visible(printed)), LOST, f"{self.name}: {words}")
        self._exports(seen)
        query = clean(text)[0]
        for words in (["list"], ["report"]):
            self._shows([*words, f"--find={query}"], "")
        answer = json.loads(self._shows(["show", "IIT-2", "--json"], ""))
        self.tally.expect(answer["result"] == text, LOST, f"{self.name}: show --json")
        self._shows(["list", "--json"], "")
        self._shows(["history", "--json"], "")
        self._refuses(text)
        self._shows(["remove", "IIT-2"], "")
        self._shows(["history"], seen)
        self._shows(["undo"], "")
        found = read_register(self.path)
        there = not isinstance(found, str) and any(text == each.activity for each in found.register.measures)
        self.tally.expect(there, LOST, f"{self.name}: removed and undone")

    def _exports(self, seen: str) -> None:
        """Export in every format: all characters, none of them raw, or a line that names what a PDF cannot show."""
        for ending in ENDINGS:
            file = self.path.with_name(f"report.{ending}")
            result = command(self.path, "export", str(file), "--draft", "--no-attachment")
            detail = self._judge(result, ending, (0, 1) if ending == "pdf" and "U+" in result.err else (0,))
            if ending in ("html", "csv") and file.exists():
                written = file.read_text("utf-8-sig")
                self.tally.expect(not find_raw_control(written), RAW, detail)
                plain = unescape(written.replace("<br>", "")) if ending == "html" else written.replace('""', '"')
                self.tally.expect(seen in visible(plain), LOST, detail)

    def _refuses(self, text: str) -> None:
        for words in (
            ["show", text],
            ["set", "IIT-2", f"{text}=1"],
            ["set", "IIT-2", "--tick", text],
            ["undo", text],
            ["minutes", text],
        ):
            self._judge(command(self.path, *words), words[0], (1, 2))

    def _shows(self, words: list[str], seen: str) -> str:
        result = command(self.path, *words)
        detail = self._judge(result, words[0])
        self.tally.expect(seen in visible(result.out + result.err), LOST, detail)
        return result.out


def _in_terminal(tally: Tally) -> None:
    """Run every printing command in a terminal that records every byte, on a register with all texts."""
    with scratch_folder() as folder:
        path = hostile_screen.fill_register(new_register(folder), TEXTS)
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
                result = terminal.ends()
                tally.times += 1
                tally.expect(not result.crashed and result.out + result.err, CRASHED, f"{words}: {result.detail}")
                for found in unexpected_output(terminal.written.replace(QUESTION, b""), RICH_SEQUENCES):
                    tally.add(RAW, f"{words}: {found}")
