"""`itatui minutes`, `overview` and `meeting`: what was decided, how it stood, and the register at a glance."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from itatui.cli.commands import overview as overview_command
from itatui.domain.edits import begin, decide, mark_reviewed, set_field
from itatui.domain.meeting import Decision, Meeting
from itatui.store import RegisterFile
from itatui.thai import cells
from tests.support.command_line import Run

GOLDEN = Path(__file__).parent / "golden"
HELD = Meeting("g1", "2024-05-15")
TODAY = date(2024, 5, 15)


def kept(name: str, text: str) -> None:
    """Compares with the text that is kept; `ITATUI_GOLDEN=1` takes it anew."""
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("ITATUI_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert golden.read_text("utf-8") == text


@pytest.fixture
def met(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register in which a meeting was held and ended, and something was written afterwards."""
    monkeypatch.setattr(overview_command, "today", lambda: TODAY)
    file = RegisterFile(path)
    one, two, *_rest = file.load().measures
    file.apply(set_field(two, "done.2", after=False))
    file.apply(begin(HELD))
    file.apply(mark_reviewed(HELD, one.id, reviewed=True))
    file.apply(decide(Decision("d1", "g1", one.id, "ส่งหลักฐานที่เว็บไซต์ [/] x", "สำนักปลัด", "2025-01-15")))
    file.apply(decide(Decision("d2", "g1", two.id, "ทบทวนแผน")))
    file.apply(set_field(file.load().meetings[0], "closed", "2024-05-15T11:00:00+07:00"))
    file.apply(set_field(file.load().measures[1], "done.2", after=True))
    file.apply(set_field(file.load().decisions[0], "done", after=True))
    return path


@pytest.mark.parametrize("width", ["40", "80", "120"])
@pytest.mark.parametrize("command", ["minutes", "overview"])
def test_as_it_prints(met: Path, run: Run, command: str, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itatui.report.minutes.moment", lambda _iso: "15 May 2024 11:00")
    text = run(command, "--width", width).told()
    assert {cells(line) for line in text.splitlines() if line} == {int(width)}
    kept(f"{command}-{width}", text)


def test_the_state_is_that_of_the_meeting(met: Path, run: Run) -> None:
    told = json.loads(run("minutes", "--json").told())
    second = told["measures"][1]
    assert (told["number"], told["register_at_end"]) == (1, True)
    assert second["late"] == [2] and 2 not in second["done"]
    assert [measure["reviewed"] for measure in told["measures"][:2]] == [True, False]
    assert [(each["ref"], each["due"], each["done"]) for each in told["decisions"]] == [
        ("IIT-1", "2025-01-15", True),
        ("IIT-2", "", False),
    ]


def test_a_meeting_by_its_number(met: Path, run: Run) -> None:
    RegisterFile(met).apply(begin(Meeting("g2", "2024-06-01", track="EIT")))
    assert "1 Jun 2024" in run("minutes").told()
    assert "15 May 2024" in run("minutes", "1").told()
    assert "they go from 1 to 2" in run("minutes", "3").refusal(2)


def test_without_a_meeting(path: Path, run: Run) -> None:
    assert "itatui meeting" in run("minutes").refusal()


def test_thai_digits_and_ascii(met: Path, run: Run) -> None:
    thai = run("minutes", "--thai-digits").told()
    assert "๒๕๖๗" in thai and "2567" not in thai
    plain = run("overview", "--ascii").told()
    assert "### 3/3" in plain and not set("┌│░▒▓█") & set(plain)


def test_no_colour_without_a_terminal_and_none_when_it_is_refused(
    met: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b" not in run("overview").told()
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[32m" in run("overview").told()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[32m" not in run("overview").told()


def test_the_overview_for_programs(met: Path, run: Run) -> None:
    RegisterFile(met).undo(7)
    told = json.loads(run("overview", "--json").told())
    assert [line["track"] for line in told["tracks"]] == ["IIT", "EIT", "OIT", None]
    assert told["tracks"][0]["quarters"][1] == {"planned": 3, "done": 2, "late": 1}
    assert told["late"][0]["ref"] == "IIT-2" and told["late"][0]["quarters"] == [2]


def test_a_meeting_needs_a_terminal(path: Path, run: Run) -> None:
    assert "needs a terminal" in run("meeting").refusal(2)
