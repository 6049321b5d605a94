"""A measure: planned work of the agency, its result and its outcome."""

from itatui.domain.named_tuple import NamedTuple
from itatui.domain.quarters import NONE, Quarters
from itatui.domain.values import NO_VALUES, Values


class Evidence(NamedTuple):
    """Proof that a reviewer can open."""

    label: str
    """Description; may be empty."""
    target: str
    """Web address or file path."""


class Measure(NamedTuple):
    """A measure of a track.

    `itatui.domain.fields` has an entry for each attribute. New attributes go last and have a default.
    """

    id: str
    """Permanent id, used in the file and in the history. Users see `IIT-2` instead."""
    track: str
    """Code of its track."""
    order: float
    """Sort key within the track, ascending. Moving a measure changes only this number."""
    activity: str
    """มาตรการหรือกิจกรรม: the planned work."""
    result: str = ""
    """สรุปผลการดำเนินการ: the work carried out; empty until reported."""
    reported_with: str = ""
    """Id of the measure of this track whose result also covers this measure; empty: it has a result of its own."""
    responsible: tuple[str, ...] = ()
    """ผู้รับผิดชอบ: the units."""
    responsible_text: str = ""
    """Wording of the units in the report, if it is more than their joined names; see `responsible_phrase`."""
    planned: Quarters = NONE
    """Quarters (1-4) planned."""
    done: Quarters = NONE
    """Quarters (1-4) in which it was carried out."""
    outcome: str = ""
    """ผลลัพธ์หรือความสำเร็จ of this measure alone; the track has its own."""
    evidence: tuple[Evidence, ...] = ()
    """หลักฐาน."""
    dropped: str = ""
    """ไม่สามารถดำเนินการได้: the reason why it cannot be carried out; empty: it can."""

    more: Values = NO_VALUES
    """Results by quarter (`result.1` … `result.4`), and values of the register's own fields."""

    @property
    def is_dropped(self) -> bool:
        """Whether it cannot be carried out."""
        return bool(self.dropped.strip())


def responsible_phrase(measure: Measure) -> str:
    """Return the units as worded in the report.

    `responsible_text` is used while it names exactly the units of the measure, else their names are joined.
    """
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
