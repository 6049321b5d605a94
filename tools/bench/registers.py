"""Registers of any size, reproducible: texts of the reference report in random combinations."""

import json
from itertools import cycle, pairwise
from pathlib import Path
from random import Random

from itatui.domain.edits import set_field
from itatui.domain.forms import shipped_text
from itatui.domain.measure import Evidence, Measure
from itatui.domain.own_field import OwnField
from itatui.domain.own_form import OwnForm
from itatui.domain.quarters import NUMBERS, quarters
from itatui.domain.register import Register
from itatui.domain.values import Values
from itatui.store import RegisterFile
from itatui.thai import break_points
from tests.reference import register as reference

MARKS = ("อบต.ปากกราน", "แผนผัง")
"""Texts in the agency's short name and the first measure, at any size. The list is painted once both appear."""
UNITS = ("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุข", "ทุกกองงาน")
LONG = 2_000
"""Characters of a long text."""
ENTRIES = 1_000
"""Changes of a long history."""
MANY_ENTRIES, SHORT = 20_000, 40
"""Changes of the history of many years, and the characters of their texts."""
OWN_FIELDS, OWN_FORMS = 12, ("plan", "follow-up", "calendar")
"""Number of a register's own fields, and the shipped forms that it keeps as its own."""


def build_register(size: int) -> Register:
    """Return a register of `size` measures: the nine of the reference first in their tracks, then generated ones."""
    register = reference()
    chance = Random(size)
    clauses = [clause for measure in register.measures for clause in f"{measure.activity} {measure.result}".split()]
    measures = {track.code: list(register.measures_of(track.code)) for track in register.tracks}
    for number, code in zip(range(len(register.measures), size), cycle(measures), strict=False):
        measures[code].append(_generated(chance, clauses, code, number))
    return register._replace(measures=tuple(measure for some in measures.values() for measure in some))


def with_long_texts(register: Register, *, spaced: bool = False) -> Register:
    """Return the register with `LONG` characters in each text of its first measure.

    The text has hardly any spaces; with `spaced`, a space after each word, for comparison.
    """
    first = register.measures[0]
    text = first.activity + first.result.replace(" ", "") * LONG
    if spaced:
        text = " ".join(_words(text[:LONG]))
    text = text[:LONG]
    return register._replace(measures=(first._replace(activity=text, result=text), *register.measures[1:]))


def with_own_shape(register: Register) -> Register:
    """Return the register with fields and forms of its own, and a value of each field in each measure."""
    fields = tuple(
        OwnField(f"own{number}", "measure", "text", f"ช่องที่ {number}", order=float(number))
        for number in range(OWN_FIELDS)
    )
    forms = tuple(
        OwnForm(f"own-{name}", shipped_text(name).replace(f'name = "{name}"', f'name = "own-{name}"', 1), float(number))
        for number, name in enumerate(OWN_FORMS)
    )
    values = Values(tuple(sorted((field.name, f"ข้อความของ {field.heading_th}") for field in fields)))
    measures = tuple(measure._replace(more=values) for measure in register.measures)
    return register._replace(fields=fields, forms=forms, measures=measures)


def add_history(path: Path, entries: int, *, short: bool = False) -> None:
    """Give a register file so many changes of the result of its first measure, of 600 to 2,000 characters each.

    `short`: of `SHORT` characters each. The oldest are sealed, as after the next change by a user.
    """
    long = with_long_texts(reference()).measures[0].result
    texts = [
        f"{number} {long}"[:SHORT] if short else long[: 600 + number * 37 % 1_400] for number in range(entries + 1)
    ]
    tables = json.loads(path.read_text(encoding="utf-8"))
    first = next(iter(tables["measures"].values()))
    first["result"] = texts[-1]
    tables["history"] = {
        str(number): {
            "when": f"2024-05-{number * 28 // (entries + 1) + 1:02}T09:30:00+07:00",
            "who": "somchai",
            "edits": [
                {"kind": "measure", "id": first["id"], "field": "result", "before": before, "after": after},
            ],
        }
        for number, (before, after) in enumerate(pairwise(texts), 1)
    }
    path.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
    file = RegisterFile(path)
    file.apply(set_field(file.load().measures[0], "outcome", long[:600]))


def _words(text: str) -> list[str]:
    starts = [0, *break_points(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(starts)]


def _generated(chance: Random, clauses: list[str], code: str, number: int) -> Measure:
    planned = chance.sample(NUMBERS, chance.choice((1, 2, 4, 4)))
    done = [quarter for quarter in planned if chance.random() < 0.6]
    units = tuple(chance.sample(UNITS, chance.choice((1, 1, 2, 3))))
    evidence = Evidence("ภาพกิจกรรม", f"https://example.go.th/ita/{number}.pdf")
    return Measure(
        id=f"{code.lower()}-{number}",
        track=code,
        order=1024.0 * number,
        activity=_text(chance, clauses, chance.randint(60, 280)),
        result=_text(chance, clauses, chance.randint(60, 300)) if done else "",
        responsible=units,
        planned=quarters(planned),
        done=quarters(done),
        outcome=_text(chance, clauses, chance.randint(60, 200)) if chance.random() < 0.3 else "",
        evidence=(evidence,) if chance.random() < 0.3 else (),
    )


def _text(chance: Random, clauses: list[str], length: int) -> str:
    """Return joined clauses of at least `length` characters."""
    text = chance.choice(clauses)
    while len(text) < length:
        text += " " * (chance.random() < 0.6) + chance.choice(clauses)
    return text
