"""`itatui track`, and `itatui move` to another track."""

import json
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.command_line import Run


def codes(path: Path) -> list[str]:
    return [track.code for track in RegisterFile(path).load().tracks]


def test_tracks_are_listed_with_their_number_of_measures(path: Path, run: Run) -> None:
    lines = run("track", "--register", str(path)).output().splitlines()
    assert [line.split()[:2] for line in lines] == [["IIT", "3"], ["EIT", "3"], ["OIT", "3"]]
    assert [
        track["code"] for track in json.loads(run("track", "list", "--json", "--register", str(path)).output())
    ] == [
        "IIT",
        "EIT",
        "OIT",
    ]


def test_a_track_is_added_moved_renamed_and_removed_and_each_undone(path: Path, run: Run) -> None:
    def track(*words: str) -> str:
        return run("track", *words, "--register", str(path)).output()

    assert track("add", "HR", "name_th=มิติที่ 1", "--position", "1") == "HR\n"
    assert codes(path) == ["HR", "IIT", "EIT", "OIT"]
    track("move", "HR", "๒")
    assert codes(path) == ["IIT", "HR", "EIT", "OIT"]
    assert track("set", "IIT", "code=M1", "name_en=One") == "M1\n"
    assert codes(path) == ["M1", "HR", "EIT", "OIT"]
    assert RegisterFile(path).load().find("M1-2")
    run("track", "remove", "HR", "--register", str(path))
    run("track", "remove", "M1", "--with-measures", "--register", str(path))
    assert codes(path) == ["EIT", "OIT"]
    for expected in ("M1 EIT OIT", "M1 HR EIT OIT", "IIT HR EIT OIT", "HR IIT EIT OIT", "IIT EIT OIT"):
        assert run("undo", "--register", str(path)).code == 0
        assert codes(path) == expected.split()
    assert len(RegisterFile(path).load().measures) == 9


@pytest.mark.parametrize(
    "words",
    [
        ("remove", "IIT"),
        ("remove", "ไม่มี"),
        ("add", "IIT", "name_th=ก"),
        ("add", "A B", "name_th=ก"),
        ("add", "HR"),
        ("add", "HR", "name_th=ก", "outcome"),
        ("add", "HR", "name_th=ก", "--position", "9"),
        ("move", "IIT"),
        ("move", "IIT", "0"),
        ("move", "IIT", "x"),
        ("set", "IIT"),
        ("set", "IIT", "code=EIT"),
        ("set",),
        ("paint", "IIT"),
    ],
)
def test_a_refused_change_of_tracks_changes_nothing(path: Path, run: Run, words: tuple[str, ...]) -> None:
    before = path.read_bytes()
    run("track", *words, "--register", str(path)).error_line(1 if "ไม่มี" in words else 2)
    assert path.read_bytes() == before


def test_a_measure_moves_to_another_track(path: Path, run: Run) -> None:
    assert run("move", "EIT-2", "iit", "--register", str(path)).output() == "IIT-4\n"
    assert run("move", "IIT-4", "OIT", "๑", "--register", str(path)).output() == "OIT-1\n"
    assert run("move", "OIT-1", "OIT", "4", "--register", str(path)).output() == "OIT-4\n"
    run("move", "OIT-4", "ไม่มี", "--register", str(path)).error_line()
    assert "EIT" in run("history", "--register", str(path)).output()


def test_a_track_without_measures_is_printed_only_if_asked_for(path: Path, run: Run) -> None:
    before = run("report", "--register", str(path)).output()
    run("track", "add", "HR", "name_th=มิติที่ 1", "--register", str(path)).output()
    assert run("report", "--register", str(path)).output() == before
    assert "มิติที่ 1" in run("report", "--empty-tracks", "--register", str(path)).output()
