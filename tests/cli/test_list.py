"""`itatui list`."""

import json
from pathlib import Path

import pytest

from tests import reference
from tests.support.command_line import Run, by_hand

REFS = [f"{code}-{number}" for code in ("IIT", "EIT", "OIT") for number in (1, 2, 3)]


def test_each_measure_is_an_uncut_line(path: Path, run: Run) -> None:
    lines = run("list").output().splitlines()
    assert lines == [
        f"{ref:<8} ● ● ● ●  {measure.activity}"
        for ref, measure in zip(REFS, reference.register().measures, strict=True)
    ]


def test_text_of_several_lines_is_a_single_line(path: Path, run: Run) -> None:
    by_hand(path, activity=" หนึ่ง\n\n\tสอง ", planned=[1, 2, 4], done=[4])
    assert run("list").output().splitlines()[1] == "IIT-2    ! ! · ●  หนึ่ง สอง"


def test_track_code_is_case_insensitive(path: Path, run: Run) -> None:
    lines = run("list", "--track", "eit").output().splitlines()
    assert [line.split()[0] for line in lines] == REFS[3:6]


def test_late_lists_only_late_measures(path: Path, run: Run) -> None:
    assert run("list", "--late").output() == ""
    by_hand(path, done=[1])
    assert run("list", "--late").output().startswith("IIT-2    ● ! ! !  ")
    assert len(run("list", "--late").output().splitlines()) == 1


@pytest.mark.parametrize("text", ["มอบหมายงานตามมาตรฐาน", "มอบหมายงานตาม\u200bมาตรฐาน", " มอบหมายงานตามมาตรฐาน "])
def test_find_ignores_spaces_and_zero_width_characters(path: Path, run: Run, text: str) -> None:
    assert run("list", "--find", text).output().startswith("IIT-3 ")


def test_find_accepts_the_misordered_marks_of_a_pdf(path: Path, run: Run) -> None:
    right = run("list", "--find", "เพื่ออำนวย").output()
    assert right.startswith("EIT-2 ") and run("list", "--find", "เพ่ืออำนวย").output() == right


def test_find_accepts_a_split_vowel_on_either_side(path: Path, run: Run) -> None:
    right = run("list", "--find", "อำนวย").output()
    assert "EIT-2 " in right and run("list", "--find", "อ านวย").output() == right
    by_hand(path, result="ได้ด าเนินการตามจ านวนที่ส านักงานก าหนด")
    for word in ("ดำเนินการตามจำนวน", "สำนักงานกำหนด", "ด ำเนินการ"):
        assert "IIT-2 " in run("list", "--find", word).output()


def test_find_without_a_match_prints_nothing(path: Path, run: Run) -> None:
    assert run("list", "--find", "ดาวอังคาร").output() == ""
    assert run("list", "--find", "ดาวอังคาร", "--json").output() == "[]\n"


def test_json_has_all_fields_of_each_measure(path: Path, run: Run) -> None:
    by_hand(path, done=[1], evidence=[{"label": "คำสั่ง", "target": "https://example.org"}])
    found = json.loads(run("list", "--json").output())
    assert [each["ref"] for each in found] == REFS
    expected = reference.register().measures[1]
    assert found[1] == {
        "ref": "IIT-2",
        "id": "iit-2567-2",
        "track": "IIT",
        "number": 2,
        "activity": expected.activity,
        "result": expected.result,
        "reported_with": None,
        "responsible": ["สำนักปลัด", "ทุกกองงาน"],
        "responsible_text": "สำนักปลัด และทุกกองงาน",
        "planned": [1, 2, 3, 4],
        "done": [1],
        "status": "late",
        "late": [2, 3, 4],
        "outcome": "",
        "evidence": [{"label": "คำสั่ง", "target": "https://example.org"}],
        "dropped": "",
        **{f"result.{quarter}": "" for quarter in range(1, 5)},
        "indicators": "",
        "quiet": {},
    }
    assert found[7]["reported_with"] == "OIT-1"


def test_unknown_track_is_refused(path: Path, run: Run) -> None:
    assert run("list", "--track", "XIT").error_line() == "itatui: there is no track XIT; choose from: IIT, EIT, OIT"


def test_find_falls_back_to_no_tone_marks_with_a_note(path: Path, run: Run) -> None:
    found = run("list", "--find", "แผนพับ")
    assert found.out.startswith("EIT-3 ") and len(found.out.splitlines()) == 1
    assert found.err == "itatui: nothing matches แผนพับ with these tone marks; showing matches without tone marks\n"
    assert run("list", "--find", "แผ่นพับ").output() == found.out


def test_find_searches_the_tracks_outcome(path: Path, run: Run) -> None:
    lines = run("list", "--find", "ไม่เอื้อประโยชน์ต่อตนเอง").output().splitlines()
    assert [line.split()[0] for line in lines] == REFS[6:]


def test_matches_are_in_reverse_video_if_coloured(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run("list", "--find", "คู่มือ").output()
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[7mคู่มือ\x1b[0m" in run("list", "--find", "คูมือ").out
    assert "\x1b" not in run("list").output()
    assert "\x1b" not in run("list", "--find", "คู่มือ", "--no-color").output()
