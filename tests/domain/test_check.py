"""The publish check: a planted error of each rule, and a register that looks wrong and is right."""

from datetime import date
from pathlib import Path

import pytest

from itatui.domain.check.check import TESTS, check
from itatui.domain.check.facts import Extract, facts_of
from itatui.domain.check.rules import Rule, Severity, rules_of
from itatui.domain.measure import Evidence
from itatui.domain.meeting import Decision
from itatui.domain.own_field import OwnField
from itatui.domain.own_form import OwnForm
from itatui.domain.values import NO_VALUES, Values
from itatui.errors import UsageError
from tests import reference
from tests.support.planted_errors import (
    AFTER,
    EXPECTED,
    FORM,
    MIDDLE,
    ONE,
    PLANTED,
    RULES,
    TWO,
    changed,
    checked,
    found,
    planted,
    sound,
    with_decision,
    with_form,
    with_many_errors,
    with_own_link,
)


def test_the_reference_report_has_nine_measures_without_evidence_and_two_claims_without_figures() -> None:
    register = reference.register()
    evidence = {f"{register.ref(measure)} evidence no-evidence" for measure in register.measures}
    assert found(register) == {*evidence, "IIT outcome claim", "EIT outcome claim"}
    checkup = checked(register)
    assert (len(checkup.ready), len(checkup.measures)) == (0, 9)
    assert [each.rule.severity for each in checkup.findings] == [Severity.MUST] * 9 + [Severity.SHOULD] * 2


def test_a_sound_register_has_no_finding() -> None:
    assert found(sound()) == set()
    assert len(checked(sound()).ready) == 9


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_error_is_found_once_with_its_place(rule: str) -> None:
    assert planted(rule) == EXPECTED.get(rule, {f"{PLANTED[rule][2]} {rule}"})


@pytest.mark.parametrize("rule", PLANTED)
def test_nothing_finds_the_error_of_a_rule_that_is_removed_or_turned_off(rule: str) -> None:
    assert planted(rule, [each for each in RULES if each.name != rule]) == set()
    assert planted(rule, rules_of({"rule": [{"name": rule, "on": False}]}, RULES)) == set()


def test_a_register_with_an_error_of_each_rule_that_can_meet_has_each_once() -> None:
    """Each error is in a measure, track or field of its own, so that none hides another."""
    expected = {
        "IIT-1 activity no-activity",
        "IIT-2 responsible no-unit",
        "IIT-3 result placeholder",
        "EIT-1 outcome outcome-repeats-result",
        "EIT-2 result tick-without-result",
        "EIT-3 evidence front-page",
        "OIT-1 dropped dropped-without-reason",
        "OIT-2 outcome damaged",
        "OIT-3 planned no-plan",
        "EIT outcome claim",
        "OIT outcome other-year",
        "IIT measure plan-measure-missing",
        "register scores low-score-without-measure",
    }
    plan = sound()._replace(measures=(*sound().measures, sound().measures[0]._replace(id="gone", activity="อบรม")))
    assert found(with_many_errors(), plan=plan) == expected


def test_every_rule_has_a_planted_error_and_a_test_or_words() -> None:
    assert {rule.name for rule in RULES} == PLANTED.keys()
    assert {rule.name for rule in RULES if not rule.words} == TESTS.keys()


def test_texts_of_last_year_are_found_if_its_register_is_given() -> None:
    last = reference.register()._replace(fiscal_year=2566, tracks=())
    last = last.with_measure(last.measures[1]._replace(result="อบรมความรู้แก่บุคลากรทุกระดับ"))
    places = {each for each in found(sound(), last=last) if each.endswith("repeats-last-year")}
    results = [
        measure for measure in sound().measures if measure.result and measure.activity != sound().measures[1].activity
    ]
    assert places == {f"{sound().ref(measure)} result repeats-last-year" for measure in results}


@pytest.mark.parametrize(
    "outcome",
    [
        "คะแนน ITA เพิ่มขึ้นจาก 82.50 เป็น 91.35",
        "คะแนนเฉลี่ยสูงขึ้นร้อยละ ๕",
        "ส่งผลให้คะแนน IIT ดีขึ้น 3 คะแนน",
        "จัดอบรมเพื่อให้คะแนนสูงขึ้น",
        "ประชาชนได้รับบริการที่ดีขึ้น",
        "The score rose from 82 to 91",
    ],
)
def test_a_claim_with_figures_or_an_aim_is_right(outcome: str) -> None:
    assert found(changed(outcome=outcome)) == set()


@pytest.mark.parametrize(
    "outcome",
    [
        "ผลการประเมิน ITA มีพัฒนาการที่ดีขึ้น",
        "คะแนน IIT ปี 2567 เพิ่มขึ้นอย่างต่อเนื่อง",
        "มีผู้เข้าอบรม 45 คน 3 รุ่น ทำให้คะแนนเพิ่มขึ้น",
        "อบรม 2 ครั้ง\nส่งผลให้คะแนนสูงขึ้นมาก",
        "ITA scores improved every year",
    ],
)
def test_a_claim_without_figures_is_found(outcome: str) -> None:
    assert found(changed(outcome=outcome)) == {"IIT-2 outcome claim"}


@pytest.mark.parametrize(
    "text",
    [
        "ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540",
        "ตามแผนปฏิบัติการ พ.ศ. 2566 – 2570 ของหน่วยงาน",
        "ผู้ใช้บริการมากกว่าปี 2566",
        "เผยแพร่เมื่อวันที่ 15 พฤศจิกายน 2566",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
        "คำสั่งที่ 112/2566 ลงวันที่ 3 มีนาคม 2566",
        "ครุภัณฑ์ 2560 รายการ",
    ],
)
def test_a_year_that_belongs_there_is_right(text: str) -> None:
    assert found(changed(result=text)) == set()


@pytest.mark.parametrize(
    "text", ["ประจำปี 2566", "เผยแพร่เมื่อเดือนมีนาคม 2566", "อบรมวันที่ 5 มี.ค. 2566", "ปีงบประมาณ พ.ศ. 2568"]
)
def test_another_year_is_found(text: str) -> None:
    assert found(changed(result=text)) == {"IIT-2 result other-year"}


def test_a_plan_at_the_start_of_its_year_lacks_nothing() -> None:
    register = reference.register()
    empty = [each._replace(result="", reported_with="", done=frozenset()) for each in register.measures]
    tracks = tuple(track._replace(outcome="") for track in register.tracks)
    assert found(register._replace(measures=tuple(empty), tracks=tracks), date(2023, 10, 10)) == set()


def test_a_dropped_measure_with_a_reason_lacks_nothing() -> None:
    assert found(changed(dropped="งบประมาณไม่เพียงพอ", result="", evidence=(), done=frozenset())) == set()


def test_quarters_are_told_one_by_one_where_results_are() -> None:
    told = Values((("result.1", "อบรมแล้ว 1 รุ่น"), ("result.3", "อบรมแล้ว 2 รุ่น")))
    assert found(changed(result="", more=told, done=TWO), AFTER) == {
        "IIT-2 result.2 tick-without-result",
        "IIT-2 done result-without-tick",
        "IIT-2 done late-without-word",
    }


def test_a_late_measure_is_explained_by_a_decision_or_by_the_result_of_the_quarter() -> None:
    late = changed(done=ONE)
    decision = Decision("d1", "g1", late.measures[1].id, "เลื่อนไปไตรมาส 4")
    told = late.with_measure(late.measures[1]._replace(more=Values((("result.2", "เลื่อนเพราะรองบประมาณ"),))))
    assert "IIT-2 done late-without-word" in found(late, MIDDLE)
    for register in (late._replace(decisions=(decision,)), told):
        assert "IIT-2 done late-without-word" not in found(register, MIDDLE)


def test_a_form_that_is_filled_in_and_signed_is_right() -> None:
    assert found(with_form(budget="0")) == set()


def test_a_field_of_the_form_may_be_told_by_its_quarters_and_is_asked_of_tracks_too() -> None:
    register = with_form(budget="0")
    column = '[[columns]]\nheading = "ก"\ntext = "{progress} {track.aim}"\n'
    fields = (
        *register.fields,
        OwnField("progress", "measure", "text", by_round=True),
        OwnField("aim", "track", "text"),
    )
    measures = [each._replace(more=each.more.put("progress.2", "ครบ")) for each in register.measures]
    measures[1] = measures[1]._replace(more=measures[1].more.put("progress.2", ""))
    tracks = [track._replace(more=NO_VALUES.put("aim", "ลด")) for track in register.tracks]
    tracks[2] = tracks[2]._replace(more=NO_VALUES)
    register = register._replace(
        fields=fields, measures=tuple(measures), tracks=tuple(tracks), forms=(OwnForm("ours", FORM + column),)
    )
    assert found(register) == {"IIT-2 progress form-cell-empty", "OIT aim form-cell-empty"}


def test_own_fields_are_checked_too() -> None:
    assert "IIT-2 papers evidence-target" in found(with_own_link())
    register = changed(more=Values((("remark", "xxx"),)))
    assert found(register._replace(fields=(OwnField("remark", "measure", "text"),))) == {"IIT-2 remark placeholder"}


def test_a_file_of_evidence_must_exist(tmp_path: Path) -> None:
    (tmp_path / "คำสั่ง.pdf").touch()
    register = changed(evidence=(Evidence("", "คำสั่ง.pdf"), Evidence("", "ไม่มี.pdf")))
    assert found(register, folder=tmp_path) == {"IIT-2 evidence evidence-target"}
    assert found(register) == set()


def test_a_quieted_rule_leaves_the_measure_ready_and_is_told_with_its_reason() -> None:
    register = changed(evidence=(), more=Values((("quiet.no-evidence", "เอกสารลับ"),)))
    checkup = checked(register)
    assert (checkup.findings, len(checkup.ready)) == ((), 9)
    assert [(each.rule.name, each.reason) for each in checkup.quieted] == [("no-evidence", "เอกสารลับ")]


def test_done_decisions_and_those_to_come_are_right() -> None:
    assert found(with_decision(done=True)) == set()
    assert found(with_decision(due="2025-01-01")) == set()
    assert found(with_decision(due="")) == set()


def test_a_thousand_equal_results_are_each_found_once() -> None:
    model = sound().measures[0]
    measures = tuple(model._replace(id=f"m{number}", order=float(number)) for number in range(1000))
    findings = checked(sound()._replace(measures=measures)).findings
    assert len([each for each in findings if each.rule.name == "repeats-another"]) == 999


def test_an_agency_changes_and_adds_rules() -> None:
    own = {"rule": [{"name": "claim", "severity": "must"}, {"name": "our-words", "th": "ห้ามใช้คำนี้", "words": ["ดีเลิศ"]}]}
    rules = rules_of(own, RULES)
    assert {rule.name: rule.severity for rule in rules}["claim"] is Severity.MUST
    findings = check(facts_of(changed(outcome="บริการดีเลิศ"), AFTER), rules).findings
    assert [(each.rule.name, each.field, each.rule.en) for each in findings] == [("our-words", "outcome", "ห้ามใช้คำนี้")]


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"name": "A b"},
        {"name": "new"},
        {"name": "claim", "severity": "grave"},
        {"name": "claim", "on": "no"},
        {"name": "claim", "words": "x"},
        {"name": "claim", "words": [1]},
        {"name": "claim", "terms": {"rise": "x"}},
    ],
)
def test_an_invalid_rule_is_refused(entry: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        rules_of({"rule": [entry]}, RULES)


def test_rules_must_be_a_list_of_tables() -> None:
    with pytest.raises(UsageError):
        rules_of({"rule": "claim"}, RULES)


def test_a_rule_without_words_of_its_own_language_uses_the_other() -> None:
    (rule,) = rules_of({"rule": [{"name": "new", "en": "wrong", "words": ["x"]}]})
    assert rule == Rule("new", Severity.SHOULD, "wrong", "wrong", words=("x",))


def test_an_extract_is_cut_between_words() -> None:
    text = "การปฏิบัติงานของเจ้าหน้าที่ทุกฝ่ายถูกต้องตามระเบียบกฎหมายและส่งผลให้คะแนนดีขึ้นอย่างเห็นได้ชัดเจนทุกปี"
    start = text.index("คะแนน")
    assert str(Extract(text, start, start + 5, 8)) == "…ส่งผลให้คะแนนดีขึ้น…"
    assert str(Extract("สั้น", 0, 4)) == "สั้น"


def test_texts_that_are_searched_together_are_found_as_one_by_one() -> None:
    register = changed(activity="Straße\0 xxx", result="ก\0\0TBD", outcome="İİ ... (รอ", dropped="")
    facts = facts_of(register, AFTER)
    for words in (("xxx",), ("tbd", "(รอ"), ("…",), ("strasse",), ()):
        one_by_one = [each for each in facts.passages if any(word in each.text.casefold() for word in words)]
        assert facts.passages_with(words) == one_by_one
    places = [(each, at, at + 1) for each in facts.passages for at, sign in enumerate(each.text) if sign in "xT"]
    assert list(facts.places_of("[xT]")) == places
