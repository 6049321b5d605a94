"""`itatui show`."""

import json
from pathlib import Path

import pytest

from tests import reference
from tests.support.command_line import Run, by_hand


def test_measure_is_shown_with_its_fields(path: Path, run: Run) -> None:
    expected = reference.register().measures[1]
    by_hand(path, done=[1, 3], outcome="ดี", evidence=[{"label": "คำสั่ง", "target": "a.pdf"}])
    assert run("show", "iit-2").output().splitlines() == [
        f"IIT-2  {expected.activity}",
        "  Planned: quarters 1 – 4",
        "  Done: quarters 1, 3",
        "  Responsible: สำนักปลัด และทุกกองงาน",
        f"  Result: {expected.result}",
        "  Outcome: ดี",
        "  Evidence: คำสั่ง a.pdf",
    ]


def test_missing_values_are_marked(path: Path, run: Run) -> None:
    by_hand(path, done=[], result="", responsible=[], responsible_text="")
    lines = run("show", "IIT-2").output().splitlines()
    assert lines[2:] == ["  Done: (none yet)", "  Responsible: (none yet)", "  Result: (none yet)"]


def test_measure_reported_with_another_names_it(path: Path, run: Run) -> None:
    assert "  Result: (reported with OIT-1)\n" in run("show", "OIT-2").output()


def test_track_is_shown_with_its_measures(path: Path, run: Run) -> None:
    lines = run("show", "OIT").output().splitlines()
    track = reference.reference()["tracks"][2]
    assert lines[:2] == [track["label"], f"  Outcome: {track['outcome']}"]
    assert [line.split("  ")[0] for line in lines if line.startswith("OIT")] == ["OIT-1", "OIT-2", "OIT-3"]


def test_register_is_shown_with_all_tracks(path: Path, run: Run) -> None:
    text = run("show").output()
    expected = reference.register()
    assert text.splitlines()[:3] == [expected.agency, "fiscal year 2567", expected.title]
    assert all(f"\n{run('show', track.code).output()}" in f"\n{text}" for track in expected.tracks)
    assert run("show", "Register").output() == text


def test_json_of_register_track_and_measure(path: Path, run: Run) -> None:
    register = json.loads(run("show", "--json").output())
    tracks = [json.loads(run("show", code, "--json").output()) for code in ("IIT", "EIT", "OIT")]
    measures = json.loads(run("list", "--json").output())
    expected = reference.reference()
    assert register["tracks"] == tracks
    assert [measure for track in tracks for measure in track["measures"]] == measures
    assert json.loads(run("show", "OIT-3", "--json").output()) == measures[8]
    assert register["agency"] == expected["agency"]
    assert list(register) == [
        "agency",
        "agency_short",
        "fiscal_year",
        "title",
        "subtitle",
        "rounds",
        "signatories",
        "scores",
        "closed",
        "reopened",
        "sent",
        "quiet",
        "fields",
        "forms",
        "tracks",
    ]
    assert list(tracks[0]) == ["code", "name_th", "name_en", "label", "outcome", "quiet", "measures"]
    assert [track["label"] for track in tracks] == [track["label"] for track in expected["tracks"]]


def test_filter_limits_track_and_register(path: Path, run: Run) -> None:
    whole = run("show", "--find", "แผ่นพับ").output()
    assert [line.split("  ")[0] for line in whole.splitlines() if line[:3] in ("IIT", "EIT", "OIT")] == ["EIT-3"]
    assert run("show", "EIT", "--find", "แผ่นพับ").output() in whole
    assert "IIT-1" not in run("show", "IIT", "--late").output()
    found = json.loads(run("show", "--json", "--find", "แผ่นพับ").output())
    assert [[measure["ref"] for measure in track["measures"]] for track in found["tracks"]] == [[], ["EIT-3"], []]
    assert "is a single measure" in run("show", "IIT-2", "--find", "คู่มือ").error_line(2)


def test_matches_are_in_reverse_video_in_every_field(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("show", "EIT", "--find", "ช่องทาง").output().count("\x1b[7mช่องทาง\x1b[0m") > 3


@pytest.mark.parametrize("start", ["", "\n", " \n\n"])
def test_lines_of_a_text_are_indented(path: Path, run: Run, start: str) -> None:
    text = f"{start}หนึ่ง\n\n- สอง\n  สาม\n"
    fields = [f"{name}={text}" for name in ("activity", "result", "outcome")]
    assert run("set", "IIT-2", *fields, f"evidence={text}").code == 0
    run("set", "IIT", f"outcome={text}").output()
    rest = ["", "    - สอง", "      สาม"]
    shown = run("show", "IIT-2").output().splitlines()
    assert shown[:4] == ["IIT-2  หนึ่ง", *rest]
    at = shown.index("  Result: หนึ่ง")
    assert shown[at : at + 8] == ["  Result: หนึ่ง", *rest, "  Outcome: หนึ่ง", *rest]
    assert run("show", "IIT").output().splitlines()[1:5] == ["  Outcome: หนึ่ง", *rest]


@pytest.mark.parametrize("text", [" ", "\n", "\n \n"])
def test_blank_text_is_shown_as_missing(path: Path, run: Run, text: str) -> None:
    by_hand(path, result=text)
    assert "  Result: (none yet)\n" in run("show", "IIT-2").output()
