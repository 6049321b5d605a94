"""`itatui minutes`, `overview` and `meeting`."""

import json
from datetime import date
from pathlib import Path

import pytest

from itatui.cli.commands import overview as overview_command
from itatui.domain.edits import begin, decide, mark_reviewed, set_field
from itatui.domain.meeting import Decision, Meeting
from itatui.store import RegisterFile
from itatui.thai import cells
from tests.support.command_line import Run, exit_code_of
from tests.support.golden import check_golden

GOLDEN = Path(__file__).parent / "golden"
MEETING = Meeting("g1", "2024-05-15")
TODAY = date(2024, 5, 15)
DETAILS = (
    "no=2/2567",
    "place=ห้องประชุม ชั้น 2",
    "began=๙.๓๐ น.",
    "ended=11:05",
    "chair=ประธาน ก",
    "present=1. ประธาน ก, ปลัด\n2. ผู้จด ข  นักวิเคราะห์\nค",
)
"""The note-taker is left to be written by hand."""


@pytest.fixture
def reviewed(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a register with an ended meeting and later changes."""
    monkeypatch.setattr(overview_command, "today", lambda: TODAY)
    file = RegisterFile(path)
    first, other, *_rest = file.load().measures
    file.apply(set_field(other, "done.2", after=False))
    file.apply(begin(MEETING))
    file.apply(mark_reviewed(MEETING, first.id, reviewed=True))
    file.apply(decide(Decision("d1", "g1", first.id, "ส่งหลักฐานที่เว็บไซต์ [/] x", "สำนักปลัด", "2025-01-15")))
    file.apply(decide(Decision("d2", "g1", other.id, "ทบทวนแผน")))
    file.apply(set_field(file.load().meetings[0], "closed", "2024-05-15T11:00:00+07:00"))
    file.apply(set_field(file.load().measures[1], "done.2", after=True))
    file.apply(set_field(file.load().decisions[0], "done", after=True))
    return path


@pytest.mark.parametrize("width", ["40", "80", "120"])
@pytest.mark.parametrize("command", ["minutes", "overview"])
def test_printed_tables_equal_the_golden_files(reviewed: Path, run: Run, command: str, width: str) -> None:
    text = run(command, "--width", width).output()
    assert {cells(line) for line in text.splitlines() if line} == {int(width)}
    check_golden(GOLDEN / f"{command}-{width}.txt", text)


@pytest.mark.parametrize(
    ("width", "options"), [("80", ()), ("120", ()), ("80", ("--thai-digits",))], ids=["80", "120", "thai-digits"]
)
def test_signed_minutes_equal_the_golden_files(
    reviewed: Path,
    run: Run,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
    width: str,
    options: tuple[str, ...],
) -> None:
    run("set", "meeting", *DETAILS).output()
    assert exit_code_of(["--lang", "th", "minutes", "--width", width, *options]) == 0
    text = capsys.readouterr().out
    assert {cells(line) for line in text.splitlines() if line} == {int(width)}
    check_golden(GOLDEN / f"signed-{request.node.callspec.id}.txt", text)


def test_details_of_a_meeting_are_set_shown_and_undone(reviewed: Path, run: Run) -> None:
    run("set", "meeting-1", *DETAILS).output()
    shown = json.loads(run("show", "meeting", "--json").output())
    assert (shown["no"], shown["began"], shown["ended"]) == ("2/2567", "09:30", "11:05")
    assert "Place: ห้องประชุม ชั้น 2" in run("show", "Meeting-1").output()
    latest = run("history", "meeting").output().splitlines()[0]
    assert "wrote Meeting no." in latest and latest.count("meeting of") == 1
    assert "Undone: meeting of 15 May 2024: wrote Meeting no., wrote Place" in run("undo").err
    assert json.loads(run("show", "meeting", "--json").output())["no"] == ""


def test_wrong_details_of_a_meeting_are_refused(reviewed: Path, run: Run) -> None:
    before = reviewed.read_bytes()
    assert "25:00 is not a time" in run("set", "meeting", "began=25:00").error_line(2)
    assert "choose from: no, place, began" in run("set", "meeting", "closed=x").error_line(2)
    assert "choose from 1 to 1" in run("set", "meeting-2", "place=x").error_line(2)
    assert "only measures have quarters" in run("set", "meeting", "--tick", "1").error_line(2)
    assert "no measures of its own" in run("show", "meeting", "--late").error_line(2)
    assert reviewed.read_bytes() == before


def test_track_named_meeting_is_found_first(path: Path, run: Run) -> None:
    tables = json.loads(path.read_text("utf-8"))
    tables["tracks"]["1"]["code"] = "Meeting"
    for measure in tables["measures"].values():
        measure["track"] = "Meeting" if measure["track"] == "IIT" else measure["track"]
    path.write_text(json.dumps(tables), "utf-8")
    assert json.loads(run("show", "meeting-1", "--json").output())["ref"] == "Meeting-1"


def test_unplanned_measure_is_to_be_followed_up(path: Path, run: Run) -> None:
    run("set", "IIT-1", "--unplan", "1-4").output()
    RegisterFile(path).apply(begin(MEETING))
    row = next(line for line in run("minutes", "--width", "160").output().splitlines() if "│ IIT-1 " in line)
    assert "- not planned" in row


def test_minutes_show_the_state_at_the_meetings_end(reviewed: Path, run: Run) -> None:
    minutes = json.loads(run("minutes", "--json").output())
    second = minutes["measures"][1]
    assert (minutes["number"], minutes["as_it_ended"]) == (1, True)
    assert second["late"] == [2] and 2 not in second["done"]
    assert [measure["reviewed"] for measure in minutes["measures"][:2]] == [True, False]
    assert [(each["ref"], each["due"], each["done"]) for each in minutes["decisions"]] == [
        ("IIT-1", "2025-01-15", True),
        ("IIT-2", "", False),
    ]


def test_minutes_of_a_numbered_meeting(reviewed: Path, run: Run) -> None:
    RegisterFile(reviewed).apply(begin(Meeting("g2", "2024-06-01", track="EIT")))
    assert "1 June 2024" in run("minutes").output()
    assert "15 May 2024" in run("minutes", "1").output()
    assert "choose from 1 to 2" in run("minutes", "3").error_line(2)


def test_minutes_without_a_meeting_name_the_command(path: Path, run: Run) -> None:
    assert "itatui meeting" in run("minutes").error_line()


def test_thai_digits_and_ascii_options(reviewed: Path, run: Run) -> None:
    thai = run("minutes", "--thai-digits").output()
    assert "๒๕๖๗" in thai and "2567" not in thai
    plain = run("overview", "--ascii").output()
    assert "### 3/3" in plain and not set("┌│░▒▓█") & set(plain)


def test_tables_are_coloured_only_if_wanted(reviewed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run("overview").output()
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[32m" in run("overview").output()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[32m" not in run("overview").output()


def test_overview_json(reviewed: Path, run: Run) -> None:
    RegisterFile(reviewed).undo(7)
    overview = json.loads(run("overview", "--json").output())
    assert [line["track"] for line in overview["tracks"]] == ["IIT", "EIT", "OIT", None]
    assert overview["tracks"][0]["quarters"][1] == {"planned": 3, "done": 2, "late": 1}
    assert overview["late"][0]["ref"] == "IIT-2" and overview["late"][0]["quarters"] == [2]


def test_meeting_without_a_terminal_is_refused(path: Path, run: Run) -> None:
    assert "needs a terminal" in run("meeting").error_line(2)
