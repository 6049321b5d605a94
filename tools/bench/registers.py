"""Registers of any size, the same each time: the reference report's own words, mixed anew for each measure."""

from itertools import cycle, pairwise
from random import Random

from itatui.domain.measure import Evidence, Measure
from itatui.domain.quarters import NUMBERS, quarters
from itatui.domain.register import Register
from itatui.thai import break_points
from tests.reference import register as reference

MARKS = ("อบต.ปากกราน", "แผนผัง")
"""Words of the agency's short name and of the first measure, whatever the size: once written, the list is there."""
UNITS = ("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุข", "ทุกกองงาน")
LONG = 2_000
"""Characters of a long text."""


def build_register(size: int) -> Register:
    """A register of so many measures, the reference's nine first in their tracks; at nine, the reference itself."""
    register = reference()
    words = Random(size)
    clauses = [clause for measure in register.measures for clause in f"{measure.activity} {measure.result}".split()]
    measures = {track.code: list(register.measures_of(track.code)) for track in register.tracks}
    for number, code in zip(range(len(register.measures), size), cycle(measures), strict=False):
        measures[code].append(_mixed(words, clauses, code, number))
    return register._replace(measures=tuple(measure for some in measures.values() for measure in some))


def with_long_texts(register: Register, *, spaced: bool = False) -> Register:
    """The same register with `LONG` characters in each text of its first measure.

    Hardly a space is among them; or, for comparison, one after each word.
    """
    first = register.measures[0]
    text = first.activity + first.result.replace(" ", "") * LONG
    if spaced:
        text = " ".join(_words(text[:LONG]))
    text = text[:LONG]
    return register._replace(measures=(first._replace(activity=text, result=text), *register.measures[1:]))


def _words(text: str) -> list[str]:
    starts = [0, *break_points(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(starts)]


def _mixed(words: Random, clauses: list[str], code: str, number: int) -> Measure:
    planned = words.sample(NUMBERS, words.choice((1, 2, 4, 4)))
    done = [quarter for quarter in planned if words.random() < 0.6]
    units = tuple(words.sample(UNITS, words.choice((1, 1, 2, 3))))
    proof = Evidence("ภาพกิจกรรม", f"https://example.go.th/ita/{number}.pdf")
    return Measure(
        id=f"{code.lower()}-{number}",
        track=code,
        order=1024.0 * number,
        activity=_text(words, clauses, words.randint(60, 280)),
        result=_text(words, clauses, words.randint(60, 300)) if done else "",
        responsible=units,
        planned=quarters(planned),
        done=quarters(done),
        outcome=_text(words, clauses, words.randint(60, 200)) if words.random() < 0.3 else "",
        evidence=(proof,) if words.random() < 0.3 else (),
    )


def _text(words: Random, clauses: list[str], length: int) -> str:
    """Clauses up to about so many characters."""
    text = words.choice(clauses)
    while len(text) < length:
        text += " " * (words.random() < 0.6) + words.choice(clauses)
    return text
