"""Registers with invented, neutral data for the tables that agencies really publish, and the forms of those tables."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from itatui.domain.field_text import parse_link
from itatui.domain.form import Form
from itatui.domain.form_text import Source, parse_form
from itatui.domain.forms import SHIPPED, shipped_text
from itatui.domain.measure import Measure
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.domain.rounds import Round, find_round
from itatui.domain.signatories import Signatory
from itatui.domain.track import Track
from itatui.domain.values import Values
from itatui.report.build import build
from itatui.report.model import Report

FOLDER = Path(__file__).parent.parent / "report" / "shapes"
TODAY = date(2027, 4, 15)
ROUNDS = (
    Round("3 เดือน", quarters([1])),
    Round("6 เดือน", quarters([1, 2])),
    Round("12 เดือน", quarters([1, 2, 3, 4])),
)
NAMES = {
    "e-plan": "local",
    "plan": "local",
    "calendar": "local",
    "risk-plan": "risks",
    "follow-up-6": "risks",
    "follow-up-12": "risks",
    "college-plan": "college",
    "college-report": "college",
    "evidence": "evidence",
    "indicators": "indicators",
    "portal": "portal",
}
"""Registers of `registers.toml` by the shape; a number at its end is that of a round."""


class Shape(NamedTuple):
    """A register and the form that it is printed by."""

    register: Register
    form: Form
    for_round: Round | None = None

    def report(self, measures: tuple[Measure, ...] | None = None) -> Report:
        """Return the filled-in form."""
        return build(self.register, measures, form=self.form, for_round=self.for_round, today=TODAY)


def told_registers() -> dict[str, dict[str, Any]]:
    """Return the registers by name, as they are told: to be keyed in."""
    return tomllib.loads((FOLDER / "registers.toml").read_text(encoding="utf-8"))


def words_of_shape(name: str) -> tuple[str, Path | None, Round | None]:
    """Return the name of the form of a shape, its file, if it does not come with itatui, and the round."""
    form, _dash, months = name.rpartition("-")
    for_round = find_round(ROUNDS, months) if months.isdigit() else None
    form = form if for_round else name
    return form, None if form in SHIPPED else FOLDER / "forms" / f"{form}.toml", for_round


def shapes() -> dict[str, Shape]:
    """Return the shapes by name."""
    told = told_registers()
    return {name: _shape(name, _register(told[register])) for name, register in NAMES.items()}


def _shape(name: str, register: Register) -> Shape:
    form_name, path, for_round = words_of_shape(name)
    text = shipped_text(form_name) if path is None else path.read_text(encoding="utf-8")
    form = parse_form(text, form_name, Source((), ROUNDS))
    return Shape(register._replace(fields=form.fields), form, for_round)


def _register(told: dict[str, Any]) -> Register:
    tracks = [Track(code, name, order=float(at)) for at, (code, name) in enumerate(told["tracks"].items())]
    measures = [_measure(number, each) for number, each in enumerate(told["measures"])]
    ordered = [measure for track in tracks for measure in measures if measure.track == track.code]
    signatories = (Signatory("ผู้อนุมัติแผน", "", f"นายก{told['agency']}"),)
    return Register(
        told["agency"], "", 2570, "", "", tuple(tracks), tuple(ordered), rounds=ROUNDS, signatories=signatories
    )


def _measure(number: int, told: dict[str, Any]) -> Measure:
    return Measure(
        f"m{number}",
        told["track"],
        float(number),
        told["activity"],
        result=told.get("result", ""),
        responsible=(told["unit"],),
        planned=quarters(told["planned"]),
        done=quarters(told.get("done", ())),
        evidence=tuple(map(parse_link, told.get("evidence", ()))),
        dropped=told.get("dropped", ""),
        more=Values(tuple(sorted(told["own"].items()))),
    )
