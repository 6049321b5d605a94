"""A year of an office, played through the real commands and the real screen: each step's answer is kept as golden."""

import re
from datetime import date
from pathlib import Path

import pytest

from itatui.cli import output
from itatui.store import register_file
from itatui.store.identity import Identity
from tests.support.command_line import Answer, exit_code_of
from tests.support.golden import check_golden

GOLDEN = Path(__file__).parents[1] / "e2e" / "golden" / "year"
_CHANGING = (
    (r"\b\d\d:\d\d\b", "00:00"),
    (r"\b\d\d\.\d\d น\.", "00.00 น."),
    (r"sha256:[0-9a-f]{64}", "sha256:…"),
)
"""Parts of answers that differ each time, and what the goldens have instead."""
_TYPED_LETTERS = 12
"""Letters of the shortest text that nobody likes to type twice."""


class PlayedYear:
    """The office: its day, its commands, and the texts that it has typed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.day = date(2024, 10, 1)
        self.typed: list[str] = []
        """All longer texts that were typed, on the command line and on the screen."""
        self.steps: list[str] = []
        """Names of the steps that were kept."""
        self.commands: list[tuple[str, ...]] = []
        """All commands, as words."""

    def on(self, year: int, month: int, day: int) -> None:
        """Let the day be this one (of the common era)."""
        self.day = today = date(year, month, day)

        class Day(date):
            @classmethod
            def today(cls) -> "Day":
                return cls(today.year, today.month, today.day)

        self._monkeypatch.setattr(output, "date", Day)
        self._monkeypatch.setattr(register_file, "now", lambda: f"{today.isoformat()}T12:00:00+07:00")
        self._monkeypatch.setattr(register_file, "identity", lambda: Identity("officer"))

    def run(self, *words: str, code: int = 0) -> Answer:
        """Run a command, in Thai, which must end with this code. Its longer texts count as typed."""
        self._capsys.readouterr()
        found = exit_code_of(list(words))
        answer = Answer(found, *self._capsys.readouterr())
        assert found == code, (words, answer)
        self.commands.append(words)
        for word in words:
            self.type(word.partition("=")[2])
        return answer

    def type(self, text: str) -> str:
        """Note a text that is typed, and return it."""
        if len(text) >= _TYPED_LETTERS:
            self.typed.append(text)
        return text

    def keep(self, step: str, *parts: str | Answer) -> None:
        """Compare the answers of a step with its golden file."""
        self.steps.append(step)
        texts = (f"{part.out}{part.err}" if isinstance(part, Answer) else f"{part}\n" for part in parts)
        text = "\n".join(texts)
        for pattern, instead in _CHANGING:
            text = re.sub(pattern, instead, text)
        text = "".join(f"{line.rstrip()}\n" for line in text.splitlines())
        check_golden(GOLDEN / f"{len(self.steps):02}-{step}.txt", text)
