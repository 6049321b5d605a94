"""`itatui due`: for people, for cron, and as a calendar."""

import json
import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from itatui.cli.commands import due
from itatui.domain.edits import begin, decide, set_field
from itatui.domain.meeting import Decision, Meeting
from itatui.store import RegisterFile
from tests.support.command_line import ROOT, Run

TODAY = date(2024, 6, 20)
"""Ten days before the end of quarter 3 of the fiscal year 2567."""


@pytest.fixture
def office(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the reference register on `TODAY`, with late and near quarters and a decision."""
    monkeypatch.setattr(due, "today", lambda: TODAY)
    run("set", "IIT-2", "--untick", "2-4", "responsible=กองคลัง")
    run("set", "EIT-1", "--untick", "4")
    measure = RegisterFile(path).load().find("EIT-3")
    decision = Decision("d1", "g1", getattr(measure, "id", ""), "ส่งคู่มือ; ฉบับใหม่,\nให้กองคลัง", due="2024-06-20")
    RegisterFile(path).apply(begin(Meeting("g1", "2024-05-15")), decide(decision))
    return path


def test_late_quarters_come_before_those_due_soon(office: Path, run: Run) -> None:
    found = run("due")
    assert (found.code, found.err) == (1, "")
    heads = [line for line in found.out.splitlines() if line.startswith(("Late", "Due", "- "))]
    assert heads == [
        "Late or overdue: 1",
        "- IIT-2 quarter 2 (31 Mar 2024, 81 days over)",
        "Due soon: 2",
        "- EIT-3, decision “ส่งคู่มือ; ฉบับใหม่, ให้กองคลัง” (20 Jun 2024, today)",
        "- IIT-2 quarter 3 (30 Jun 2024, in 10 days)",
    ]
    assert "  Responsible: กองคลัง" in found.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--days", "9"], ["IIT-2 2", "EIT-3 d1"]),
        (["--days", "0"], ["IIT-2 2", "EIT-3 d1"]),
        (["--days", "10"], ["IIT-2 2", "EIT-3 d1", "IIT-2 3"]),
        (["--days", "102"], ["IIT-2 2", "EIT-3 d1", "IIT-2 3", "IIT-2 4", "EIT-1 4"]),
        (["--unit", "กองคลัง", "--days", "10"], ["IIT-2 2", "IIT-2 3"]),
    ],
)
def test_days_and_unit_choose_the_due_dates(office: Path, run: Run, words: list[str], expected: list[str]) -> None:
    found = run("due", "--json", *words)
    assert (found.code, found.err) == (1, "")
    items: list[Any] = json.loads(found.out)
    assert [f"{each['ref']} {each['quarter'] or each['decision']['id']}" for each in items] == expected


def test_nothing_due_prints_nothing_so_that_cron_sends_no_mail(path: Path, run: Run) -> None:
    assert run("due").output() == ""
    assert run("due", "--json").output() == "[]\n"


def test_done_decisions_and_dropped_measures_are_not_due(office: Path, run: Run) -> None:
    run("set", "IIT-2", "dropped=งบประมาณไม่เพียงพอ")
    RegisterFile(office).apply(set_field(RegisterFile(office).load().decisions[0], "done", after=True))
    assert run("due").output() == ""


@pytest.mark.parametrize("words", [["--days", "-1"], ["--days", "x"], ["--ics", "-", "--json"], ["--unit", "กองไม่มี"]])
def test_wrong_arguments_are_refused(path: Path, run: Run, words: list[str]) -> None:
    run("due", *words).error_line(2)


def calendar_of(run: Run, tmp_path: Path, *words: str) -> bytes:
    target = tmp_path / "year.ics"
    assert run("due", "--ics", str(target), *words).output() == f"{target}\n"
    return target.read_bytes()


def test_a_calendar_has_an_event_for_each_quarter_and_decision(office: Path, run: Run, tmp_path: Path) -> None:
    data = calendar_of(run, tmp_path)
    starts = [line for line in data.split(b"\r\n") if line.startswith(b"DTSTART")]
    assert starts == [f"DTSTART;VALUE=DATE:{day}".encode() for day in ("20240331", "20240620", "20240630", "20240930")]
    assert data == calendar_of(run, tmp_path)
    names = [line for line in data.split(b"\r\n") if line.startswith(b"UID")]
    run("set", "EIT-2", "--untick", "4")
    changed = calendar_of(run, tmp_path)
    assert changed != data
    assert [line for line in changed.split(b"\r\n") if line.startswith(b"UID")] == names
    assert len(set(names)) == 4


def test_lines_are_folded_by_octets_between_characters(office: Path, run: Run, tmp_path: Path) -> None:
    data = calendar_of(run, tmp_path)
    assert data.endswith(b"END:VCALENDAR\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    assert "ให้กองคลัง" in data.replace(b"\r\n ", b"").decode()


def test_a_calendar_is_read_alike_by_two_parsers(office: Path, run: Run, tmp_path: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    vobject = pytest.importorskip("vobject")
    data = calendar_of(run, tmp_path)
    one = [
        (
            str(event["UID"]),
            event.decoded("DTSTART"),
            event.decoded("DTEND"),
            str(event["SUMMARY"]),
            str(event["DESCRIPTION"]),
        )
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
    ]
    other = [
        (event.uid.value, event.dtstart.value, event.dtend.value, event.summary.value, event.description.value)
        for event in vobject.readOne(data.decode()).vevent_list
    ]
    assert one == other and len(one) == 4
    assert one[1][3] == "EIT-3, decision “ส่งคู่มือ; ฉบับใหม่, ให้กองคลัง”"
    assert one[1][1:3] == (date(2024, 6, 20), date(2024, 6, 21))


def test_a_calendar_goes_to_standard_output(office: Path, run: Run, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "itatui", "due", "--ics", "-", "--register", str(office)]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.stdout.startswith(b"BEGIN:VCALENDAR\r\n") and done.stderr == b""


def test_a_calendar_never_overwrites_another_file(office: Path, run: Run) -> None:
    before = office.read_bytes()
    assert "another file" in run("due", "--ics", str(office)).error_line()
    assert office.read_bytes() == before
    run("due", "--ics", "no folder/year.ics").error_line()


def test_a_mail_is_sent_by_cron_only_when_something_is_due(office: Path, run: Run, tmp_path: Path) -> None:
    """Run the documented script as cron does: an empty environment, output mailed if there is any."""
    script, spool = tmp_path / "cron.daily" / "itatui-due", tmp_path / "spool"
    script.parent.mkdir()
    command = f"{sys.executable} -m itatui due --register {office} --days 60"
    script.write_text(f"#!/bin/sh\nPYTHONPATH={ROOT} {command} || test $? -eq 1\n", "utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)

    def mailed() -> str:
        done = subprocess.run(
            [script], capture_output=True, check=True, env={"PATH": os.defpath, "HOME": str(tmp_path)}
        )
        if out := done.stdout + done.stderr:
            spool.write_bytes(out)
        return spool.read_text("utf-8") if spool.exists() else ""

    assert "IIT-2" in mailed() and "ล่าช้า" in mailed()
    spool.unlink()
    run("set", "IIT-2", "--tick", "1-4")
    run("set", "EIT-1", "--tick", "1-4")
    RegisterFile(office).apply(set_field(RegisterFile(office).load().decisions[0], "done", after=True))
    assert mailed() == ""
