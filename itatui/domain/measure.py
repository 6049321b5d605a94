"""A measure: one thing that the agency set out to do, what was done, and what came of it."""

from typing import NamedTuple

from itatui.domain.quarters import NONE, Quarters


class Evidence(NamedTuple):
    """The proof that a reviewer opens."""

    label: str
    """What it is called; may be empty."""
    target: str
    """Where it is: a web address or a file's path."""


class Measure(NamedTuple):
    """One measure of one track."""

    id: str
    """Names the measure for ever, in the file and in the history; people see `IIT-2` instead."""
    track: str
    """The code of its track."""
    order: float
    """Its place among the measures of its track: ascending. Moving a measure changes this number alone."""
    activity: str
    """มาตรการหรือกิจกรรม: what is to be done."""
    result: str = ""
    """สรุปผลการดำเนินการ: what was done; empty while nothing is reported."""
    reported_with: str = ""
    """The id of the measure of this track whose result also reports on this one; empty: it has its own."""
    responsible: tuple[str, ...] = ()
    """ผู้รับผิดชอบ: the units."""
    responsible_text: str = ""
    """How the report words those units, when joining their names does not say it; see `responsible_phrase`."""
    planned: Quarters = NONE
    """The quarters (1-4) in which it is to be carried out."""
    done: Quarters = NONE
    """The quarters (1-4) in which it was carried out."""
    outcome: str = ""
    """ผลลัพธ์หรือความสำเร็จ of this measure alone; the track has one of its own."""
    evidence: tuple[Evidence, ...] = ()
    """หลักฐาน."""


def responsible_phrase(measure: Measure) -> str:
    """The units as the report words them: the measure's own wording as long as it still names just its units."""
    rest = measure.responsible_text
    for unit in sorted(measure.responsible, key=len, reverse=True):
        if unit not in rest:
            break
        rest = rest.replace(unit, " ", 1)
    else:
        if measure.responsible_text and not rest.replace("และ", "").strip(" ,/"):
            return measure.responsible_text
    *most, last = measure.responsible or ("",)
    return f"{', '.join(most)} และ{last}" if most else last
