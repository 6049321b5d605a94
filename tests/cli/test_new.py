"""`itatui new`, and the register opened afterwards."""

import json
from pathlib import Path

import pytest

from itatui.domain.change import WHOLE, Edit
from itatui.domain.meeting import Decision, Meeting
from itatui.store import RegisterFile
from tests import reference
from tests.support.command_line import Run, by_hand, tables


def default_path(tmp_path: Path, year: int) -> Path:
    """Return the path of a new register without `--register`."""
    return tmp_path / "data" / "itatui" / f"register_{year}.json"


def test_new_register_is_empty(tmp_path: Path, run: Run) -> None:
    answer = run("new", "2568", "--agency", "อบต.ใหม่")
    path = default_path(tmp_path, 2568)
    assert answer == (0, f"{path}\n", "itatui: itatui will open this one from now on\n")
    register = RegisterFile(path).load()
    assert (register.agency, register.fiscal_year, register.measures) == ("อบต.ใหม่", 2568, ())
    assert [track.code for track in register.tracks] == ["IIT", "EIT", "OIT"]
    assert "2568" in register.subtitle and "2567" not in register.subtitle
    assert not any(track.outcome for track in register.tracks)


def test_new_register_is_opened_from_then_on(tmp_path: Path, run: Run) -> None:
    run("new", "2568")
    run("add", "IIT", "activity=ก").output()
    assert run("list").output() == "IIT-1    · · · ·  ก\n"
    where = json.loads(run("where", "--json").output())
    assert (where["source"], where["register"]) == ("configuration", str(default_path(tmp_path, 2568)))
    run("new", "2569")
    assert json.loads(run("where", "--json").output())["register"] == str(default_path(tmp_path, 2569))


def test_configuration_edited_by_hand_is_not_changed(tmp_path: Path, run: Run) -> None:
    config = tmp_path / "config" / "itatui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('register = "mine.json"\n')
    answer = run("new", "2568")
    path = default_path(tmp_path, 2568)
    line = f"itatui: {config} is your own file and was not changed; to open the new one, add: register = '{path}'\n"
    assert answer == (0, f"{path}\n", line)
    assert config.read_text() == 'register = "mine.json"\n'
    config.write_text('language = "en"\n')
    assert run("new", "2569").err == "itatui: itatui will open this one from now on\n"
    assert config.read_text() == 'language = "en"\n'
    assert json.loads(run("where", "--json").output())["register"] == str(default_path(tmp_path, 2569))


def test_register_option_sets_the_path(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "กอง" / "r.json"
    assert run("new", "๒๕๖๘", "--register", str(path)).output() == f"{path}\n"
    assert RegisterFile(path).load().fiscal_year == 2568
    assert not (tmp_path / "config").exists() and not (tmp_path / "data").exists()


def test_sample_option_copies_the_sample(tmp_path: Path, run: Run) -> None:
    run("new", "2567", "--sample", "--register", "a.json").output()
    assert RegisterFile(Path("a.json")).load() == reference.register()
    run("new", "2567", "--sample", "--agency", "อบต.ใหม่", "--register", "b.json").output()
    assert RegisterFile(Path("b.json")).load().agency == "อบต.ใหม่"


def test_next_years_register_keeps_the_plan_only(path: Path, run: Run) -> None:
    by_hand(path, evidence=[{"label": "", "target": "a.pdf"}], outcome="ดี")
    run("new", "2568", "--from", str(path), "--register", "next.json").output()
    last, register = RegisterFile(path).load(), RegisterFile(Path("next.json")).load()
    assert register.fiscal_year == 2568 and register.agency == last.agency
    for old, new in zip(last.measures, register.measures, strict=True):
        assert (new.activity, new.responsible, new.planned) == (old.activity, old.responsible, old.planned)
        assert (new.result, new.reported_with, new.outcome, new.evidence, new.done) == ("", "", "", (), frozenset())
    assert RegisterFile(Path("next.json")).history() == []
    run("new", "2568", "--sample", "--register", "sample.json").output()
    assert [m.activity for m in RegisterFile(Path("sample.json")).load().measures] == [
        m.activity for m in last.measures
    ]


def test_next_years_register_begins_without_last_years_meetings(path: Path, run: Run) -> None:
    file = RegisterFile(path)
    before = file.load()
    meeting = Meeting("m20240515", "2024-05-15", reviewed=frozenset({before.measures[0].id}))
    decision = Decision("d1", meeting.id, before.measures[0].id, "ให้เร่ง")
    file.apply(Edit("meeting", meeting.id, WHOLE, None, meeting), Edit("decision", decision.id, WHOLE, None, decision))
    run("new", "2568", "--from", str(path), "--register", "next.json").output()
    found = tables(Path("next.json"))
    assert not {"meetings", "decisions"} & found.keys() and found["register"]["1"]["schema"] == 5
    register = RegisterFile(Path("next.json")).load()
    assert (register.meetings, register.decisions) == ((), ())
    assert [each.activity for each in register.measures] == [each.activity for each in before.measures]
    assert len(file.load().meetings) == len(file.load().decisions) == 1


def test_next_years_register_keeps_unknown_fields_and_tables(path: Path, run: Run) -> None:
    content = tables(path)
    content["register"]["1"]["logo"] = {"file": "ตรา.png"}
    content["register"]["1"]["columns"] = {"budget": "งบประมาณ", "measures": "กิจกรรม"}
    content["tracks"]["2"]["weight"] = [1, 2.5]
    content["measures"]["3"]["budget"] = "๑๐,๐๐๐ บาท"
    content["plans"] = {"1": {"name": "แผน"}}
    content["forms"] = {"1": {"name": "plan", "text": "ปี 2567", "order": 1, "seal": "ตรา"}}
    path.write_text(json.dumps(content), "utf-8")
    run("set", "IIT-2", "result=ก").output()
    run("new", "2568", "--from", str(path), "--register", "next.json").output()
    found = tables(Path("next.json"))
    assert found["register"]["1"]["logo"] == {"file": "ตรา.png"}
    columns = found["register"]["1"]["columns"]
    assert (columns["budget"], columns["measures"]) == ("งบประมาณ", "กิจกรรม")
    assert found["tracks"]["2"]["weight"] == [1, 2.5]
    assert found["measures"]["3"]["budget"] == "๑๐,๐๐๐ บาท"
    assert found["plans"] == {"1": {"name": "แผน"}}
    assert found["forms"]["1"] == {"name": "plan", "text": "ปี 2568", "order": 1, "seal": "ตรา"}
    assert found["history"] == {}
    assert (found["register"]["1"]["fiscal_year"], found["measures"]["2"]["result"]) == (2568, "")
    assert RegisterFile(Path("next.json")).load().fiscal_year == 2568


def test_existing_file_is_never_overwritten(path: Path, tmp_path: Path, run: Run) -> None:
    before = path.read_bytes()
    message = run("new", "2568", "--register", str(path)).error_line()
    assert message.startswith(f"itatui: {path} already exists and was not changed; ")
    assert path.read_bytes() == before
    run("new", "2568")
    before = default_path(tmp_path, 2568).read_bytes()
    assert "already exists" in run("new", "2568", "--sample").error_line()
    assert default_path(tmp_path, 2568).read_bytes() == before


@pytest.mark.parametrize(
    ("year", "message"),
    [
        ("2025", "2025 is not a Buddhist Era year: did you mean 2568?"),
        ("๒๐๒๕", "did you mean 2568?"),
        ("1000", "1000 is not a fiscal year from 2500 to 2699 (Buddhist Era)"),
        ("25680", "25680 is not a year"),
        ("สอง", "สอง is not a year"),
        ("", "the value is empty"),
        ("²", "² is not a year"),
    ],
)
def test_invalid_year_is_refused(tmp_path: Path, run: Run, year: str, message: str) -> None:
    assert message in run("new", year).error_line(2)
    assert list(tmp_path.iterdir()) == []


def test_unusable_source_is_refused(tmp_path: Path, run: Run) -> None:
    assert "none.json: no such file" in run("new", "2568", "--from", "none.json").error_line()
    Path("bad.json").write_text("{")
    assert "bad.json: not JSON" in run("new", "2568", "--from", "bad.json").error_line()
    assert "not allowed with" in run("new", "2568", "--from", "bad.json", "--sample").error_line(2)
    assert [each.name for each in tmp_path.iterdir()] == ["bad.json"]


def test_agency_name_is_cleaned_with_a_note(run: Run) -> None:
    answer = run("new", "2568", "--register", "r.json", "--agency", "อบต.\x1b]52;c;x\x07\u202eใหม่\nสอง")
    assert answer.code == 0
    assert RegisterFile(Path("r.json")).load().agency == "อบต.]52;c;xใหม่ สอง"
    assert "control characters" in answer.err
