"""Registers with planted errors of the publish check, a sound one, and what is found in them."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from itatui.domain.check.check import Checkup, check
from itatui.domain.check.facts import facts_of
from itatui.domain.check.rules import Rule
from itatui.domain.measure import Evidence
from itatui.domain.meeting import Decision
from itatui.domain.own_field import OwnField
from itatui.domain.own_form import OwnForm
from itatui.domain.register import Register
from itatui.domain.signatories import Signatory
from itatui.domain.values import NO_VALUES, Values
from itatui.store import config
from itatui.wording.check import ref_of
from tests import reference

AFTER = date(2024, 10, 15)
"""A day after the fiscal year 2567."""
MIDDLE = date(2024, 4, 15)
"""A day in its third quarter: two are over."""
RULES = config.rules(Path("no such folder/config.toml"))

INDICATORS = config.indicators(Path("no such folder/config.toml"))

LINK = (Evidence("คำสั่ง", "https://example.go.th/order/12.pdf"),)


def sound() -> Register:
    """Return the reference register mended: evidence everywhere, and figures beside the claims."""
    register = reference.register()
    measures = tuple(measure._replace(evidence=LINK) for measure in register.measures)
    figures = " จาก 82.50 คะแนน เป็น 91.35 คะแนน"
    tracks = tuple(track._replace(outcome=track.outcome + figures) for track in register.tracks)
    return register._replace(measures=measures, tracks=tracks)


def changed(**values: object) -> Register:
    """Return the sound register with other values in IIT-2."""
    register = sound()
    return register.with_measure(register.measures[1]._replace(**values))  # type: ignore[arg-type]


def found(register: Register, today: date = AFTER, **beside: Any) -> set[str]:
    """Return the findings as `REF field rule`."""
    checkup = checked(register, today, **beside)
    names = [f"{ref_of(each.record, register)} {each.field} {each.rule.name}" for each in checkup.findings]
    assert len(set(names)) == len(names)
    return set(names)


def checked(register: Register, today: date = AFTER, rules: Sequence[Rule] = RULES, **beside: Any) -> Checkup:
    """Check a register; `beside` are its folder, last year's register or its plan."""
    return check(facts_of(register, today, indicators=INDICATORS, **beside), rules)


def with_decision(**values: str | bool) -> Register:
    decision = Decision("d1", "g1", sound().measures[1].id, "ส่งเอกสาร", due="2024-03-01")
    return sound()._replace(decisions=(decision._replace(**values),))  # type: ignore[arg-type]


def with_track(**values: str) -> Register:
    register = sound()
    first, *others = register.tracks
    return register._replace(tracks=(first._replace(**values), *others))  # type: ignore[arg-type]


def another_spelling() -> Register:
    return changed(responsible=("สำนัก ปลัด", "ทุกกองงาน"), responsible_text="")


def with_own_link() -> Register:
    register = changed(more=Values((("papers", "รายงาน | "),)))
    return register._replace(fields=(OwnField("papers", "measure", "links"),))


FORM = """
name = "ours"
label_th = "แบบของเรา"
signatures = ["ผู้รายงาน"]

[[columns]]
heading = "มาตรการ"
holds = "activity"

[[columns]]
heading = "งบประมาณ"
holds = "budget"
"""


def with_form(*, signatory: str = "สมชาย", budget: str = "") -> Register:
    """Return a register with a form of its own, in which all measures but IIT-2 have a budget."""
    register = sound()
    measures = tuple(
        each._replace(more=NO_VALUES.put("budget", budget if at == 1 else "1200"))
        for at, each in enumerate(register.measures)
    )
    return register._replace(
        measures=measures,
        fields=(OwnField("budget", "measure", "money", "งบประมาณ"),),
        forms=(OwnForm("ours", FORM),),
        signatories=(Signatory("ผู้รายงาน", signatory),),
    )


ONE = frozenset({1})
TWO = frozenset({1, 2})
RESULT = sound().measures[0].result

PLANTED: dict[str, tuple[Callable[[], Register], date, str]] = {
    "no-activity": (lambda: changed(activity=" "), AFTER, "IIT-2 activity"),
    "no-plan": (lambda: changed(planned=frozenset()), AFTER, "IIT-2 planned"),
    "no-unit": (lambda: changed(responsible=(), responsible_text=""), AFTER, "IIT-2 responsible"),
    "no-result": (lambda: changed(result="", done=frozenset(), planned=ONE), MIDDLE, "IIT-2 result"),
    "tick-without-result": (lambda: changed(result=""), AFTER, "IIT-2 result"),
    "result-without-tick": (lambda: changed(done=frozenset(), planned=frozenset({4})), MIDDLE, "IIT-2 done"),
    "no-outcome": (lambda: with_track(outcome=""), AFTER, "IIT-1 outcome"),
    "no-evidence": (lambda: changed(evidence=()), AFTER, "IIT-2 evidence"),
    "evidence-target": (lambda: changed(evidence=(Evidence("คำสั่ง", ""),)), AFTER, "IIT-2 evidence"),
    "dropped-without-reason": (lambda: changed(dropped="-"), AFTER, "IIT-2 dropped"),
    "reported-in-a-circle": (
        lambda: changed(result="", reported_with=sound().measures[1].id, done=frozenset(), planned=frozenset({4})),
        MIDDLE,
        "IIT-2 reported_with",
    ),
    "damaged": (lambda: changed(outcome="เพ่ือความโปร่งใส"), AFTER, "IIT-2 outcome"),
    "placeholder": (lambda: changed(outcome="(รอข้อมูลจากกองคลัง)"), AFTER, "IIT-2 outcome"),
    "late-without-word": (lambda: changed(done=ONE), MIDDLE, "IIT-2 done"),
    "claim": (lambda: changed(outcome="อบรม 45 คน ส่งผลให้คะแนนการประเมินสูงขึ้น"), AFTER, "IIT-2 outcome"),
    "other-year": (lambda: changed(activity="จัดทำแผนผัง ประจำปีงบประมาณ ๒๕๖๖"), AFTER, "IIT-2 activity"),
    "repeats-another": (lambda: changed(result=RESULT.replace(" ", "  ")), AFTER, "IIT-2 result"),
    "outcome-repeats-result": (lambda: changed(outcome=sound().measures[1].result), AFTER, "IIT-2 outcome"),
    "unit-in-two-spellings": (another_spelling, AFTER, "IIT-2 responsible"),
    "form-cell-empty": (with_form, AFTER, "IIT-2 budget"),
    "no-signatory": (lambda: with_form(signatory="", budget="5"), AFTER, "register signatories"),
    "low-score-without-measure": (
        lambda: changed(more=NO_VALUES.put("indicators", "1"))._replace(scores="1 = 70\n2 = 90\n10 = 84.9"),
        AFTER,
        "register scores",
    ),
    "unknown-indicator": (lambda: changed(more=NO_VALUES.put("indicators", "1, 77")), AFTER, "IIT-2 indicators"),
    "front-page": (lambda: changed(evidence=(Evidence("", "https://www.example.go.th/"),)), AFTER, "IIT-2 evidence"),
    "decision-past-its-day": (with_decision, AFTER, "IIT-2 decision"),
    "repeats-last-year": (sound, AFTER, "IIT-2 result"),
    "plan-measure-missing": (lambda: without_measure(sound(), 1), AFTER, "IIT measure"),
}
"""By rule: a register with one error of it, the day on which it is looked at, and the place of the error."""

BESIDE: dict[str, Callable[[], dict[str, Register]]] = {
    "repeats-last-year": lambda: {"last": last_year()},
    "plan-measure-missing": lambda: {"plan": sound()},
}
"""The registers beside that of an error, by rule."""

EXPECTED = {"no-outcome": {f"IIT-{number} outcome no-outcome" for number in (1, 2, 3)}}
"""Findings of errors with several places: the outcome of a track is that of its measures."""


def without_measure(register: Register, at: int) -> Register:
    return register._replace(measures=(*register.measures[:at], *register.measures[at + 1 :]))


def last_year() -> Register:
    """Return a register of 2566 of which this year's repeats nothing but the result of IIT-2."""
    register = sound()
    measures = [each._replace(result=each.result if at == 1 else "") for at, each in enumerate(register.measures)]
    return register._replace(fiscal_year=2566, measures=tuple(measures), tracks=())


def planted(rule: str, rules: Sequence[Rule] = RULES) -> set[str]:
    """Return what is found of a rule in the register with an error of it."""
    make, today, _place = PLANTED[rule]
    beside = BESIDE.get(rule, dict)()
    return {each for each in found(make(), today, rules=rules, **beside) if each.endswith(f" {rule}")}


def with_many_errors() -> Register:
    register = sound()._replace(scores="4 = 60")
    tracks = {track.code: track for track in register.tracks}
    wrong: dict[str, dict[str, object]] = {
        "IIT-1": {"activity": ""},
        "IIT-2": {"responsible": (), "responsible_text": ""},
        "IIT-3": {"result": "xxx"},
        "EIT-1": {"outcome": register.find("EIT-1").result},  # type: ignore[union-attr]
        "EIT-2": {"result": ""},
        "EIT-3": {"evidence": (Evidence("", "https://www.example.go.th/"),)},
        "OIT-1": {"dropped": "ก"},
        "OIT-2": {"outcome": "เพ่ือความโปร่งใส"},
        "OIT-3": {"planned": frozenset()},
    }
    for ref, values in wrong.items():
        measure = register.find(ref)
        register = register.with_measure(measure._replace(**values))  # type: ignore[arg-type]
    tracks["EIT"] = tracks["EIT"]._replace(outcome="ส่งผลให้คะแนนการประเมินสูงขึ้น")
    tracks["OIT"] = tracks["OIT"]._replace(outcome="เผยแพร่ข้อมูลครบถ้วน ประจำปีงบประมาณ 2566")
    return register._replace(tracks=tuple(tracks.values()))
