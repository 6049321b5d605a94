"""Tables of a register as offices write them: a row a track, or a row a measure."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.quarters import NUMBERS, Quarters, phrase
from itatui.domain.register import Register
from itatui.domain.track import Track, label_phrase


class MadeCell(NamedTuple):
    """A cell: its paragraphs, and the rows and columns that it covers."""

    lines: tuple[str, ...] = ()
    rows: int = 1
    columns: int = 1
    list: str = ""
    """Automatic list of its paragraphs: `number`, `bullet` or `thai`."""


MadeRow = list[MadeCell | None]
"""A row; None where a cell from the left or from above lies."""


class MadeTable(NamedTuple):
    """A table with the line before it."""

    rows: list[MadeRow]
    caption: str = ""
    heading_rows: int = 1


class Signs(NamedTuple):
    """How items are told in the cells of a track."""

    number: str = "{}."
    """Typed number; `list:number` or `list:thai` for automatic ones; empty: none."""
    bullet: str = "- "
    """Typed bullet; `list:bullet` for automatic ones; empty: none."""


HEADINGS = (
    "แบบวัดการรับรู้",
    "มาตรการหรือกิจกรรมที่ดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม",
    "ผู้รับผิดชอบ / ระยะเวลาดำเนินการ",
    "ผลลัพธ์หรือความสำเร็จของการดำเนินการ",
)


def words(*lines: str) -> MadeCell:
    """Return a cell of paragraphs."""
    return MadeCell(lines)


def heading_row() -> MadeRow:
    """Return the headings of the reference report."""
    return [words(heading) for heading in HEADINGS]


def results_of(register: Register, track: Track) -> list[tuple[Measure, int]]:
    """Return the measures of a track with a result of their own, each with the number of measures it reports on."""
    measures = register.measures_of(track.code)
    reporters = [register.reporter(measure).id for measure in measures]
    return [(measure, reporters.count(measure.id)) for measure in measures if measure.id in reporters]


def period(quarters: Quarters, year: int) -> str:
    """Return the quarters in words."""
    return f"ดำเนินการไตรมาส {phrase(quarters)} ปีงบประมาณ {year}"


def track_row(register: Register, track: Track, signs: Signs) -> MadeRow:
    """Return the row of a track, as in the reference report."""
    measures = register.measures_of(track.code)
    first = measures[0]
    return [
        words(label_phrase(track)),
        _listed([measure.activity for measure in measures], signs.number),
        _listed([measure.result for measure, _count in results_of(register, track)], signs.bullet),
        words(responsible_phrase(first), period(first.planned, register.fiscal_year)),
        words(track.outcome),
    ]


def _listed(texts: Sequence[str], sign: str) -> MadeCell:
    if sign.startswith("list:"):
        return MadeCell(tuple(texts), list=sign.removeprefix("list:"))
    return words(*(f"{sign.format(number)}{text}" for number, text in enumerate(texts, 1)))


def by_track(register: Register, signs: Signs = Signs()) -> MadeTable:  # noqa: B008 (a frozen value)
    """Return the table with a row a track."""
    return MadeTable([heading_row(), *(track_row(register, track, signs) for track in register.tracks)])


Quartered = Callable[[Measure, int], list[MadeCell]]
"""Cells of the quarters of a measure, given the fiscal year."""


class Columns(NamedTuple):
    """The headings of a table with a row a measure; those of two rows have the lower ones in `quarters`."""

    track: str = "แบบวัด"
    number: str = "ที่"
    activity: str = "มาตรการ/กิจกรรม"
    result: str = "ผลการดำเนินการ"
    responsible: str = "หน่วยงานที่รับผิดชอบ"
    period: str = "ระยะเวลาดำเนินการ"
    outcome: str = "ผลลัพธ์/ความสำเร็จ"
    quarters: tuple[str, ...] = ()
    """Headings of the columns of ticks."""
    is_over: bool = True
    """Whether `period` stands over them in a row of its own."""


def in_words(measure: Measure, year: int) -> list[MadeCell]:
    """Return the quarters as `ไตรมาส 1 – 4`."""
    return [words(f"ไตรมาส {phrase(measure.planned)}")]


def ticked(sign: str) -> Quartered:
    """Return the function that ticks the quarters in four columns."""
    return lambda measure, _year: [words(sign) if number in measure.planned else words() for number in NUMBERS]


def measure_headings(columns: Columns, *, with_track: bool) -> list[MadeRow]:
    """Return one or two rows of headings."""
    ticks = len(columns.quarters)
    rows = 2 if ticks and columns.is_over else 1
    first = [columns.track] if with_track else []
    before = [*first, columns.number, columns.activity]
    after = [columns.result, columns.responsible, columns.outcome]
    if ticks and not columns.is_over:
        return [[words(text) for text in (*before, *columns.quarters, *after)]]
    if not ticks:
        return [[words(text) for text in (*before, columns.period, *after)]]
    upper: MadeRow = [MadeCell((text,), rows) for text in before]
    upper += [MadeCell((columns.period,), columns=ticks), *[None] * (ticks - 1)]
    upper += [MadeCell((text,), rows) for text in after]
    lower: MadeRow = [None] * len(before) + [words(text) for text in columns.quarters] + [None] * len(after)
    return [upper, lower]


def by_measure(
    register: Register,
    columns: Columns = Columns(),  # noqa: B008 (a frozen value)
    quartered: Quartered = in_words,
    *,
    track: str = "merged",
    number: str = "{}",
    merged: bool = True,
) -> MadeTable:
    """Return the table with a row a measure.

    `track` is `merged`, `filled`, `blank` below its first row, or `band`; `merged` tells whether a result and an
    outcome lie over the rows of their measures, instead of being repeated.
    """
    headings = measure_headings(columns, with_track=track != "band")
    rows: list[MadeRow] = []
    for each in register.tracks:
        measures = register.measures_of(each.code)
        if track == "band" and measures:
            rows.append([MadeCell((label_phrase(each),), columns=len(headings[0])), *[None] * (len(headings[0]) - 1)])
        for place, measure in enumerate(measures):
            label = [] if track == "band" else [_label(each, place, len(measures), track)]
            rows.append(
                [
                    *label,
                    _numbered(number, register.number(measure)),
                    words(measure.activity),
                    *quartered(measure, register.fiscal_year),
                    _result(register, measure, merged=merged),
                    words(responsible_phrase(measure)),
                    _spread(each.outcome, place, len(measures), merged=merged),
                ]
            )
    return MadeTable([*headings, *rows], heading_rows=len(headings))


def _label(track: Track, place: int, count: int, manner: str) -> MadeCell | None:
    if manner == "filled":
        return words(track.code)
    if manner == "blank":
        return words(label_phrase(track)) if not place else words()
    return _spread(label_phrase(track), place, count, merged=True)


def _numbered(sign: str, number: int) -> MadeCell:
    if sign.startswith("list:"):
        return MadeCell(("",), list=sign.removeprefix("list:"))
    return words(sign.format(number))


def _spread(text: str, place: int, count: int, *, merged: bool) -> MadeCell | None:
    if not merged:
        return words(text)
    return None if place else MadeCell((text,), rows=count)


def _result(register: Register, measure: Measure, *, merged: bool) -> MadeCell | None:
    reporter = register.reporter(measure)
    if not merged:
        return words(reporter.result)
    if reporter.id != measure.id:
        return None
    counts = {each.id: count for track in register.tracks for each, count in results_of(register, track)}
    return MadeCell((measure.result,), rows=counts.get(measure.id, 1))
