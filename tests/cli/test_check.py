"""`itatui check`."""

import json
from pathlib import Path
from typing import Any

import pytest

from itatui.store import RegisterFile
from tests.support.command_line import Run, exit_code_of


@pytest.fixture
def mended(path: Path, run: Run) -> Path:
    """Return the reference register with evidence and figures, in which the check finds nothing."""
    for ref in ("IIT-1", "IIT-2", "IIT-3", "EIT-1", "EIT-2", "EIT-3", "OIT-1", "OIT-2", "OIT-3"):
        run("set", ref, "evidence=คำสั่ง | https://example.go.th/order/12.pdf")
    for code in ("IIT", "EIT"):
        run("set", code, "outcome=คะแนนเพิ่มขึ้นจาก 82.50 เป็น 91.35")
    return path


def answer(run: Run, *words: str, code: int = 1) -> Any:
    found = run("check", "--json", *words)
    assert (found.code, found.err) == (code, "")
    return json.loads(found.out)


def test_findings_are_printed_the_most_serious_first_with_their_places(path: Path, run: Run) -> None:
    found = run("check", "--width", "110")
    assert (found.code, found.err) == (1, "")
    assert found.out.index("To fix before publishing: 9") < found.out.index("Worth checking: 2")
    row = next(line for line in found.out.splitlines() if line.startswith("│ IIT"))
    assert [cell.strip() for cell in row.split("│")[1:5]] == [
        "IIT-1",
        "Evidence",
        "there is no evidence",
        "no-evidence",
    ]
    assert found.out.rstrip().endswith("Ready to publish: 0 of 9 measures")


def test_findings_are_in_thai_by_default(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of(["check"]) == 1
    assert "อ้างว่าคะแนนดีขึ้นโดยไม่มีตัวเลข" in " ".join(capsys.readouterr().out.split())


def test_nothing_to_fix_exits_with_zero(mended: Path, run: Run) -> None:
    out = run("check").output()
    assert "Nothing to fix." in out and "Ready to publish: 9 of 9 measures" in out
    assert answer(run, code=0)["findings"] == []


def test_json_names_the_place_and_the_rule_of_each_finding(mended: Path, run: Run) -> None:
    run("set", "EIT-2", "result=xxx")
    found = answer(run)
    assert len(found["ready"]) == 8 and "EIT-2" not in found["ready"]
    (finding,) = found["findings"]
    assert finding | {"id": "", "words": ""} == {
        "ref": "EIT-2",
        "kind": "measure",
        "id": "",
        "field": "result",
        "label": "Result",
        "rule": "placeholder",
        "severity": "must",
        "words": "",
        "details": {"text": "xxx"},
    }


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        (["IIT"], {"IIT", "IIT-1", "IIT-2", "IIT-3"}),
        (["EIT-2", "OIT-1"], {"EIT-2", "OIT-1"}),
        (["--track", "EIT"], {"EIT", "EIT-1", "EIT-2", "EIT-3"}),
        (["--find", "E service"], {"EIT", "EIT-2"}),
        (["IIT", "--find", "E service"], set()),
        (
            ["IIT", "register"],
            {"IIT", "IIT-1", "IIT-2", "IIT-3", "EIT", "EIT-1", "EIT-2", "EIT-3", "OIT-1", "OIT-2", "OIT-3"},
        ),
    ],
)
def test_only_the_named_and_filtered_measures_are_checked(
    path: Path, run: Run, words: list[str], refs: set[str]
) -> None:
    found = answer(run, *words, code=1 if refs else 0)
    assert {finding["ref"] for finding in found["findings"]} == refs


def test_a_filter_that_no_measure_matches_finds_nothing(path: Path, run: Run) -> None:
    found = answer(run, "--status", "unplanned", code=0)
    assert (found["measures"], found["findings"]) == (0, [])


def test_a_rule_is_quieted_with_a_reason_and_applied_again(path: Path, run: Run) -> None:
    note = run("check", "IIT", "--quiet", "claim", "--reason", "ตัวเลขอยู่ในภาคผนวก")
    assert (note.code, note.out) == (0, "") and "itatui undo" in note.err
    found = answer(run)
    assert [each["ref"] for each in found["findings"] if each["rule"] == "claim"] == ["EIT"]
    assert [(each["ref"], each["reason"]) for each in found["quieted"]] == [("IIT", "ตัวเลขอยู่ในภาคผนวก")]
    assert "ตัวเลขอยู่ในภาคผนวก" in run("check").out
    history = run("history", "IIT").output()
    assert "quieted the rule claim" in history and "ตัวเลขอยู่ในภาคผนวก" not in history.splitlines()[0]
    assert json.loads(run("show", "--json").output())["tracks"][0]["quiet"] == {"claim": "ตัวเลขอยู่ในภาคผนวก"}
    run("check", "IIT", "--apply", "claim")
    assert answer(run)["quieted"] == []
    run("undo")
    assert len(answer(run)["quieted"]) == 1
    run("undo", "1")
    assert RegisterFile(path).load().tracks[0].more.pairs == ()


def test_a_rule_is_quieted_for_the_whole_register(path: Path, run: Run) -> None:
    run("check", "register", "--quiet", "no-evidence", "--reason", "หลักฐานอยู่ในเล่ม")
    found = answer(run)
    assert {each["rule"] for each in found["findings"]} == {"claim"} and len(found["quieted"]) == 9
    assert {each["reason"] for each in found["quieted"]} == {"หลักฐานอยู่ในเล่ม"}
    assert "the register: quieted the rule no-evidence" in run("history").output()
    assert json.loads(run("show", "--json").output())["quiet"] == {"no-evidence": "หลักฐานอยู่ในเล่ม"}
    run("check", "IIT-1", "--quiet", "no-evidence", "--reason", "ลับ")
    assert sorted({each["reason"] for each in answer(run)["quieted"]}) == ["ลับ", "หลักฐานอยู่ในเล่ม"]
    run("undo")
    run("check", "register", "--apply", "no-evidence")
    assert len(answer(run)["findings"]) == 11
    run("restore", "1")
    assert len(answer(run)["quieted"]) == 9
    run("new", "2568", "--from", str(path), "--register", "next.json")
    assert RegisterFile(Path("next.json")).load().more.pairs == ()


def test_measures_of_the_published_plan_must_not_be_gone(path: Path, run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.pdf"
    assert run("export", str(plan), "--form", "plan").code == 0
    run("remove", "OIT-2")
    (found,) = [each for each in answer(run, "--plan", str(plan))["findings"] if each["rule"] == "plan-measure-missing"]
    assert (found["ref"], found["label"], found["details"]["other"]) == ("OIT", "Measure", "OIT-2")
    assert found["words"].startswith("the published plan has OIT-2, which the register lacks: ")
    run("check", "--plan", str(path.with_name("none.pdf"))).error_line()


def test_a_search_finds_no_reason_that_no_measure_shows(path: Path, run: Run) -> None:
    run("check", "IIT-1", "--quiet", "no-evidence", "--reason", "เอกสารลับที่สุด")
    assert run("list", "--find", "เอกสารลับที่สุด").out == ""


def test_several_measures_are_quieted_in_one_change(path: Path, run: Run) -> None:
    run("check", "IIT-1", "IIT-2", "--quiet", "no-evidence", "--reason", "เอกสารลับ")
    assert len(answer(run)["quieted"]) == 2
    run("undo")
    assert answer(run)["quieted"] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["IIT", "--quiet", "claim"], 2),
        (["IIT", "--quiet", "claim", "--reason", " "], 2),
        (["--quiet", "claim", "--reason", "ก"], 2),
        (["IIT", "--quiet", "no-such-rule", "--reason", "ก"], 2),
        (["IIT", "--apply", "claim"], 2),
        (["IIT", "--reason", "ก"], 2),
        (["IIT", "--rules", "--apply", "claim"], 2),
        (["XYZ"], 1),
        (["--last", "missing.json"], 1),
    ],
)
def test_a_refused_check_changes_nothing(path: Path, run: Run, words: list[str], code: int) -> None:
    before = path.read_bytes()
    run("check", *words).error_line(code)
    assert path.read_bytes() == before


def test_texts_of_last_year_are_found(mended: Path, run: Run, tmp_path: Path) -> None:
    last = tmp_path / "last.json"
    run("new", "2566", "--sample", "--register", str(last))
    run("set", "IIT-3", "result=ได้มีการออกคำสั่งมอบหมายงานครบทุกกองแล้ว", "--register", str(last))
    run("set", "IIT-3", "result=ได้มีการออกคำสั่งมอบหมายงานครบทุกกองแล้ว")
    found = answer(run, "--last", str(last))
    assert [(each["ref"], each["rule"], each["details"]) for each in found["findings"]] == [
        ("IIT-3", "repeats-last-year", {"year": "2566"})
    ]


def test_rules_are_listed(run: Run) -> None:
    lines = run("check", "--rules").output().splitlines()
    assert any(line.split()[:2] == ["claim", "should"] for line in lines)
    assert {"rule", "severity", "on", "th", "en"} == json.loads(run("check", "--rules", "--json").output())[0].keys()


def test_an_agency_turns_a_rule_off_and_adds_another(path: Path, run: Run, tmp_path: Path) -> None:
    own = tmp_path / "config" / "itatui" / "rules.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    off = '[[rule]]\nname = "no-evidence"\non = false\n'
    own.write_text(f'{off}[[rule]]\nname = "e-service"\nwords = ["E service"]\nth = "เขียน e-Service"\n', "utf-8")
    rules = {finding["rule"] for finding in answer(run)["findings"]}
    assert rules == {"claim", "e-service"}
    assert "off" in next(line for line in run("check", "--rules").output().splitlines() if "no-evidence" in line)


@pytest.mark.parametrize("text", ["[[rule", '[[rule]]\nname = "A B"\n', 'rule = "x"\n', '[[rule]]\nname = "new"\n'])
def test_an_invalid_file_of_rules_is_named(path: Path, run: Run, tmp_path: Path, text: str) -> None:
    own = tmp_path / "config" / "itatui" / "rules.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(text, "utf-8")
    assert "rules.toml" in run("check").error_line()


def test_the_reason_belongs_to_its_year(path: Path, run: Run, tmp_path: Path) -> None:
    run("check", "IIT", "--quiet", "claim", "--reason", "ก")
    following = tmp_path / "next.json"
    run("new", "2568", "--from", str(path), "--register", str(following))
    assert all(track.more.pairs == () for track in RegisterFile(following).load().tracks)
