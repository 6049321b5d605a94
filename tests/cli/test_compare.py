"""`itatui compare`, and the measures that `itatui new --from` takes over."""

import json
from pathlib import Path
from typing import Any

import pytest

from itatui.store import RegisterFile
from tests.support.command_line import Run


@pytest.fixture
def following(path: Path, run: Run, tmp_path: Path) -> Path:
    """Return next year's register, changed: a new measure, a reworded, a moved and a removed one."""
    run("set", "IIT-1", "activity=จัดทำแผนผัง ประจำปี ๒๕๖๗")
    target = tmp_path / "next.json"
    run("new", "2568", "--from", str(path), "--years", "--register", str(target))
    run("set", "IIT-2", "activity=สร้างความรู้แก่บุคลากรทุกระดับ", "--unplan", "4", "--register", str(target))
    run("add", "EIT", "activity=จัดทำแบบสอบถาม", "--position", "1", "--register", str(target))
    run("remove", "OIT-3", "--register", str(target))
    return target


def pairs(run: Run, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("compare", "--json", *words).output())
    return found


def test_measures_are_told_by_what_became_of_them(path: Path, following: Path, run: Run) -> None:
    found = [(pair["fate"], pair["refs"]["old"], pair["refs"]["new"]) for pair in pairs(run, str(path), str(following))]
    assert found == [
        ("kept", "IIT-1", "IIT-1"),
        ("reworded", "IIT-2", "IIT-2"),
        ("kept", "IIT-3", "IIT-3"),
        ("new", None, "EIT-1"),
        ("kept", "EIT-1", "EIT-2"),
        ("kept", "EIT-2", "EIT-3"),
        ("kept", "EIT-3", "EIT-4"),
        ("kept", "OIT-1", "OIT-1"),
        ("kept", "OIT-2", "OIT-2"),
        ("dropped", "OIT-3", None),
    ]
    assert pairs(run, str(path), str(following))[1]["changed"] == ["activity", "planned"]


def test_changes_are_shown_word_by_word(path: Path, following: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    out = run("compare", str(path), "--register", str(following)).output()
    assert "New measures: 1\n  EIT-1  จัดทำแบบสอบถาม\n" in out
    assert "{+แก่+}บุคลากร[-ภาครัฐ-]ทุกระดับ" in out and "[-1 – 4-]{+1 – 3+}" in out
    assert "EIT-2 (earlier EIT-1)" in out and "Measures no longer there: 1\n  OIT-3" in out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("compare", str(path), str(following)).output()
    assert "\x1b[32m{+แก่+}\x1b[0m" in coloured and "\x1b[31m[-ภาครัฐ-]\x1b[0m" in coloured


def test_the_report_prints_the_comparison_as_tables(path: Path, following: Path, run: Run) -> None:
    out = run("report", "--compare", str(path), "--register", str(following), "--width", "100").output()
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in out.splitlines() if line.startswith("│")]
    assert "Comparison of fiscal years 2567 and 2568" in out and "New measures: 1" in out
    assert ["–", "EIT-1", "จัดทำแบบสอบถาม"] in rows and ["EIT-1", "EIT-2"] in [row[:2] for row in rows]
    assert "Measures no longer there: 1" in out and "OIT-3" in [row[0] for row in rows if row[1] == "–"]
    assert "{+แก่+}" in out and "Planned: [-1 – 4-]{+1 – 3+}" in out and "ประจำปี ๒๕๖๘" in out
    thai = run("report", "--compare", str(path), "--register", str(following), "--thai-digits").output()
    assert "2568" not in thai and "๒๕๖๘" in thai
    run("report", "--compare", "none.json").error_line()


def test_a_value_that_was_emptied_has_no_signs_of_an_addition(path: Path, following: Path, run: Run) -> None:
    run("set", "IIT-3", "responsible=", "--register", str(following))
    for words in (["compare", str(path), str(following)], ["report", "--compare", str(path), "--width", "100"]):
        out = run(*words, "--register", str(following)).output()
        assert "[-สำนักปลัด, ทุกกองงาน-]" in " ".join(out.split()) and "{++}" not in out


def test_measures_without_a_common_id_are_paired_by_their_activities(path: Path, tmp_path: Path, run: Run) -> None:
    other = tmp_path / "imported.json"
    tables = json.loads(path.read_text("utf-8"))
    for number, row in enumerate(tables["measures"].values()):
        row |= {"id": f"other-{number}", "reported_with": ""}
    other.write_text(json.dumps(tables), "utf-8")
    assert {pair["fate"] for pair in pairs(run, str(path), str(other))} == {"kept"}


def test_a_missing_register_is_refused(path: Path, run: Run) -> None:
    run("compare", "missing.json").error_line()
    run("compare").error_line(2)


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        (["--only", "IIT,EIT-2"], ["IIT-1", "IIT-2", "IIT-3", "EIT-1"]),
        (["--only", "EIT-๒"], ["EIT-1"]),
        (["--without-dropped"], [f"{code}-{number}" for code in ("IIT", "EIT", "OIT") for number in (1, 2, 3)][:-1]),
        (["--only", "OIT", "--without-dropped"], ["OIT-1", "OIT-2"]),
    ],
)
def test_only_the_chosen_measures_are_taken_over(
    path: Path, tmp_path: Path, run: Run, words: list[str], refs: list[str]
) -> None:
    run("set", "OIT-1", "dropped=งบประมาณไม่เพียงพอ")
    target = tmp_path / "next.json"
    run("new", "2568", "--from", str(path), "--register", str(target), *words)
    register = RegisterFile(target).load()
    assert [register.ref(measure) for measure in register.measures] == refs
    assert all(not (measure.dropped or measure.done or measure.result) for measure in register.measures)


def test_years_in_activities_change_only_if_it_is_wanted(path: Path, tmp_path: Path, run: Run) -> None:
    run("set", "IIT-1", "activity=จัดทำแผนผัง ประจำปี ๒๕๖๗ แทนของปี 2560")
    run("set", "register", "rounds=6 เดือน ปี 2567 = 1-2")
    left, mended = tmp_path / "left.json", tmp_path / "mended.json"
    assert "IIT-1 (๒๕๖๗)" in run("new", "2568", "--from", str(path), "--register", str(left)).err
    assert "IIT-1 (2560)" in run("new", "2568", "--from", str(path), "--register", str(mended), "--years").err
    assert RegisterFile(left).load().measures[0].activity == "จัดทำแผนผัง ประจำปี ๒๕๖๗ แทนของปี 2560"
    register = RegisterFile(mended).load()
    assert register.measures[0].activity == "จัดทำแผนผัง ประจำปี ๒๕๖๘ แทนของปี 2560"
    assert register.rounds[0].name == "6 เดือน ปี 2568"


def test_an_activity_that_still_tells_last_year_is_kept_as_it_was(path: Path, tmp_path: Path, run: Run) -> None:
    run("set", "IIT-1", "activity=จัดทำแผนผัง ประจำปี ๒๕๖๗")
    run("new", "2568", "--from", str(path), "--register", str(tmp_path / "left.json"))
    assert {pair["fate"] for pair in pairs(run, str(path), str(tmp_path / "left.json"))} == {"kept"}


@pytest.mark.parametrize("words", [["--only", "IIT"], ["--years"], ["--without-dropped", "--sample"]])
def test_choices_need_a_register_to_take_from(tmp_path: Path, run: Run, words: list[str]) -> None:
    run("new", "2568", "--register", str(tmp_path / "next.json"), *words).error_line(2)
    assert not (tmp_path / "next.json").exists()


def test_an_unknown_ref_makes_no_register(path: Path, tmp_path: Path, run: Run) -> None:
    run("new", "2568", "--from", str(path), "--only", "XYZ-1", "--register", str(tmp_path / "next.json")).error_line()
    assert not (tmp_path / "next.json").exists()
