"""`itatui show`."""

import json
from pathlib import Path

import pytest

from tests import reference
from tests.support.command_line import Run, by_hand


def test_a_measure(path: Path, run: Run) -> None:
    told = reference.register().measures[1]
    by_hand(path, done=[1, 3], outcome="ดี", evidence=[{"label": "คำสั่ง", "target": "a.pdf"}])
    assert run("show", "iit-2").output().splitlines() == [
        f"IIT-2  {told.activity}",
        "  Planned: quarters 1 – 4",
        "  Done: quarters 1, 3",
        "  Responsible: สำนักปลัด และทุกกองงาน",
        f"  Result: {told.result}",
        "  Outcome: ดี",
        "  Evidence: คำสั่ง a.pdf",
    ]


def test_what_is_missing_is_said(path: Path, run: Run) -> None:
    by_hand(path, done=[], result="", responsible=[], responsible_text="")
    lines = run("show", "IIT-2").output().splitlines()
    assert lines[2:] == ["  Done: (none yet)", "  Responsible: (none yet)", "  Result: (none yet)"]


def test_a_measure_that_is_reported_with_another(path: Path, run: Run) -> None:
    assert "  Result: (reported with OIT-1)\n" in run("show", "OIT-2").output()


def test_a_track(path: Path, run: Run) -> None:
    lines = run("show", "OIT").output().splitlines()
    track = reference.reference()["tracks"][2]
    assert lines[:2] == [track["label"], f"  Outcome: {track['outcome']}"]
    assert [line.split("  ")[0] for line in lines if line.startswith("OIT")] == ["OIT-1", "OIT-2", "OIT-3"]


def test_the_register(path: Path, run: Run) -> None:
    text = run("show").output()
    told = reference.register()
    assert text.splitlines()[:3] == [told.agency, "fiscal year 2567", told.title]
    assert all(f"\n{run('show', track.code).output()}" in f"\n{text}" for track in told.tracks)
    assert run("show", "Register").output() == text


def test_json_of_each(path: Path, run: Run) -> None:
    register = json.loads(run("show", "--json").output())
    tracks = [json.loads(run("show", code, "--json").output()) for code in ("IIT", "EIT", "OIT")]
    measures = json.loads(run("list", "--json").output())
    told = reference.reference()
    assert register["tracks"] == tracks
    assert [measure for track in tracks for measure in track["measures"]] == measures
    assert json.loads(run("show", "OIT-3", "--json").output()) == measures[8]
    assert register["columns"] == told["columns"] and register["agency"] == told["agency"]
    assert list(register) == ["agency", "agency_short", "fiscal_year", "title", "subtitle", "columns", "tracks"]
    assert list(tracks[0]) == ["code", "name_th", "name_en", "label", "outcome", "measures"]
    assert [track["label"] for track in tracks] == [track["label"] for track in told["tracks"]]


def test_only_what_is_selected_of_a_track_and_of_the_register(path: Path, run: Run) -> None:
    whole = run("show", "--find", "แผ่นพับ").output()
    assert [line.split("  ")[0] for line in whole.splitlines() if line[:3] in ("IIT", "EIT", "OIT")] == ["EIT-3"]
    assert run("show", "EIT", "--find", "แผ่นพับ").output() in whole
    assert "IIT-1" not in run("show", "IIT", "--late").output()
    found = json.loads(run("show", "--json", "--find", "แผ่นพับ").output())
    assert [[measure["ref"] for measure in track["measures"]] for track in found["tracks"]] == [[], ["EIT-3"], []]
    assert "is one measure" in run("show", "IIT-2", "--find", "คู่มือ").error_line(2)


def test_what_is_found_is_shown_in_reverse_in_every_field(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("show", "EIT", "--find", "ช่องทาง").output().count("\x1b[7mช่องทาง\x1b[0m") > 3
