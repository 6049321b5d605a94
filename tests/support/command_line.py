"""Run commands, in this process or in another, and read register files back."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from itatui.cli.main import main
from tests.support.register_edits import tables as tables
from tests.support.sources import ROOT as ROOT

RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control, bidi and surrogate characters, which may never be printed raw."""


class Answer(NamedTuple):
    """Exit code and output of a command."""

    code: int
    out: str
    err: str

    def output(self) -> str:
        """Return standard output; fail unless the command succeeded without a note."""
        assert (self.code, self.err) == (0, "")
        return self.out

    def error_line(self, code: int = 1) -> str:
        """Return the line on standard error; fail unless the command failed with this code and printed only that."""
        assert (self.code, self.out) == (code, "")
        assert self.err.startswith("itatui: ") and self.err.endswith("\n")
        line = self.err.removesuffix("\n")
        assert line.isprintable()  # and thus a single line
        return line


Run = Callable[..., Answer]


class TerminalStream(io.StringIO):
    """A text stream that is a terminal, to stand in for standard input or error."""

    def isatty(self) -> bool:
        """Return that it is a terminal."""
        return True


def exit_code_of(words: list[str]) -> int:
    """Run a command in this process and return its exit code."""
    try:
        return main(words)
    except SystemExit as end:
        assert isinstance(end.code, int)
        return end.code


def run_program(*words: str, typed: bytes = b"", environment: dict[str, str] | None = None) -> Answer:
    """Run `itatui` in English in a process of its own, with `typed` on standard input. Its output must be UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "itatui", "--lang", "en", *words],
        input=typed,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
    )
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def second(path: Path) -> dict[str, Any]:
    """Return IIT-2, the second measure, from a register file."""
    measure: dict[str, Any] = tables(path)["measures"]["2"]
    return measure


def by_hand(path: Path, **fields: Any) -> None:
    """Set fields of IIT-2 in the file, as with a text editor."""
    content = tables(path)
    content["measures"]["2"].update(fields)
    path.write_text(json.dumps(content), "utf-8")
