"""A command line, in this process or in one of its own, and what came of it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import itatui
from itatui.cli.main import main

ROOT = Path(itatui.__file__).parents[1]
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal might obey: none of it may ever be said raw."""


class Answer(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str

    def told(self) -> str:
        """The answer of a command that did what it was asked to, and had nothing else to say."""
        assert (self.code, self.err) == (0, "")
        return self.out

    def refusal(self, code: int = 1) -> str:
        """The one line of a command that could not do what it was asked to, and said nothing else."""
        assert (self.code, self.out) == (code, "")
        assert self.err.startswith("itatui: ") and self.err.endswith("\n")
        line = self.err.removesuffix("\n")
        assert line.isprintable()  # so it has no second line either
        return line


Run = Callable[..., Answer]


def said(words: list[str]) -> int:
    """The exit code of a command in this process."""
    try:
        return main(words)
    except SystemExit as end:
        assert isinstance(end.code, int)
        return end.code


def shell(*words: str, typed: bytes = b"", environment: dict[str, str] | None = None) -> Answer:
    """Runs `itatui` as a program of its own; what it says must be UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "itatui", "--lang", "en", *words],
        input=typed,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
    )
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def tables(path: Path) -> Any:
    """What is in a register file."""
    return json.loads(path.read_text("utf-8"))


def second(path: Path) -> dict[str, Any]:
    """What is in a register file of IIT-2."""
    found: dict[str, Any] = tables(path)["measures"]["2"]
    return found


def by_hand(path: Path, **fields: Any) -> None:
    """Puts these values in IIT-2's fields, as an editor does."""
    found = tables(path)
    found["measures"]["2"].update(fields)
    path.write_text(json.dumps(found), "utf-8")
