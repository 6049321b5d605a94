"""`itatui list`."""

import json
from pathlib import Path

import pytest

from tests import reference
from tests.cli.line import Run, by_hand

REFS = [f"{code}-{number}" for code in ("IIT", "EIT", "OIT") for number in (1, 2, 3)]


def test_each_measure_is_a_line_and_whole(path: Path, run: Run) -> None:
    lines = run("list").told().splitlines()
    assert lines == [
        f"{ref:<8} ● ● ● ●  {measure.activity}"
        for ref, measure in zip(REFS, reference.register().measures, strict=True)
    ]


def test_a_text_of_several_lines_is_still_a_line(path: Path, run: Run) -> None:
    by_hand(path, activity=" หนึ่ง\n\n\tสอง ", planned=[1, 2, 4], done=[4])
    assert run("list").told().splitlines()[1] == "IIT-2    ! ! · ●  หนึ่ง สอง"


def test_a_track_in_any_case(path: Path, run: Run) -> None:
    lines = run("list", "--track", "eit").told().splitlines()
    assert [line.split()[0] for line in lines] == REFS[3:6]


def test_what_is_late(path: Path, run: Run) -> None:
    assert run("list", "--late").told() == ""
    by_hand(path, done=[1])
    assert run("list", "--late").told().startswith("IIT-2    ● ! ! !  ")
    assert len(run("list", "--late").told().splitlines()) == 1


@pytest.mark.parametrize("text", ["มอบหมายงานตามมาตรฐาน", "มอบหมายงานตาม\u200bมาตรฐาน", " มอบหมายงานตามมาตรฐาน "])
def test_what_is_found(path: Path, run: Run, text: str) -> None:
    assert run("list", "--find", text).told().startswith("IIT-3 ")


def test_the_damaged_spelling_of_a_pdf_is_found(path: Path, run: Run) -> None:
    right = run("list", "--find", "เพื่ออำนวย").told()
    assert right.startswith("EIT-2 ") and run("list", "--find", "เพ่ืออำนวย").told() == right


def test_what_is_not_there_is_not_found(path: Path, run: Run) -> None:
    assert run("list", "--find", "ดาวอังคาร").told() == ""
    assert run("list", "--find", "ดาวอังคาร", "--json").told() == "[]\n"


def test_json(path: Path, run: Run) -> None:
    by_hand(path, done=[1], evidence=[{"label": "คำสั่ง", "target": "https://example.org"}])
    found = json.loads(run("list", "--json").told())
    assert [each["ref"] for each in found] == REFS
    told = reference.register().measures[1]
    assert found[1] == {
        "ref": "IIT-2",
        "id": "iit-2567-2",
        "track": "IIT",
        "number": 2,
        "activity": told.activity,
        "result": told.result,
        "reported_with": None,
        "responsible": ["สำนักปลัด", "ทุกกองงาน"],
        "responsible_text": "สำนักปลัด และทุกกองงาน",
        "planned": [1, 2, 3, 4],
        "done": [1],
        "status": "late",
        "late": [2, 3, 4],
        "outcome": "",
        "evidence": [{"label": "คำสั่ง", "target": "https://example.org"}],
    }
    assert found[7]["reported_with"] == "OIT-1"


def test_a_track_that_is_not_there(path: Path, run: Run) -> None:
    assert run("list", "--track", "XIT").refusal() == "itatui: there is no track XIT; there are IIT, EIT, OIT"
