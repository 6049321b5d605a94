"""Fill in a form from a register, without any layout.

The rules of a form with a row a track are those of the reference report (`reference/report_2567.toml`): a result may
report on several measures; a value shared by all measures of a row is printed once; missing values are printed as
missing. A form with a row a measure is made of the same rows, taken apart into measures.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from itatui.domain import form as forms
from itatui.domain.form import Form
from itatui.domain.form_templates import fill
from itatui.domain.forms import form_of
from itatui.domain.kinds import NUMERIC_KINDS, Kind
from itatui.domain.measure import Measure
from itatui.domain.numbers import is_plain
from itatui.domain.register import Register
from itatui.domain.rounds import Round
from itatui.domain.signatories import signatory
from itatui.domain.track import Track, label_phrase
from itatui.report import phrases
from itatui.report.form_data import FormData, contents, filled_lines
from itatui.report.model import (
    COVERED_BY_LEFT,
    Align,
    Cell,
    Column,
    Entry,
    Report,
    Row,
    RowKind,
    Signature,
    Table,
    Tone,
)
from itatui.report.spans import measure_rows
from itatui.report.track_cells import track_cell
from itatui.report.values import number_text, own_value, track_entries

_SHARED = ("responsible", "period", "planned", "outcome", "result")
"""Values of measures whose equal neighbours are one cell."""
_CENTRED = ("number", "row", "ref")


def build(
    register: Register,
    measures: Sequence[Measure] | None = None,
    *,
    form: Form | None = None,
    for_round: Round | None = None,
    today: date,
    narrowing: str = "",
    whole: bool | None = None,
    empty_tracks: bool = False,
    most: int = 0,
) -> Report:
    """Return the report by a form (by default **report**) as of `today` on these measures, or on all if it is None.

    `for_round` prints the words of a round alone; None: those of the year. Tracks keep their order in the register;
    within a track, measures keep the given order. Tracks without measures are left out unless `empty_tracks` is given
    or a whole register has no measures at all.

    A report on some measures has a note below the table, with the filter in the words of `narrowing`; a report on the
    `whole` register has none. By default it is whole without `measures`; all measures in another order are whole too,
    but not a filter that all of them meet. `most` fills in the first measures alone, for a first page; 0: all.
    """
    chosen = register.measures if measures is None else measures
    whole = measures is None if whole is None else whole
    printed = _by_track(register, chosen, most or len(chosen), empty=empty_tracks or (whole and not chosen))
    data = FormData(register, form := form or form_of(register), for_round, today, len(chosen))
    return Report(
        titles=filled_lines(form.titles, data.words),
        tables=(_Filler(data).table(printed),),
        notes=() if whole else (phrases.selected(len(chosen), len(register.measures), narrowing),),
        day=today,
        number=data.words["number"],
        foot=filled_lines(form.foot, data.words),
        signatures=tuple(_signature(register, role) for role in form.signatures),
        form=form.name,
        round=for_round.name if for_round else "",
        thai_digits=form.thai_digits,
        paper=form.paper,
    )


def _by_track(
    register: Register, chosen: Sequence[Measure], most: int, *, empty: bool
) -> list[tuple[Track, list[Measure]]]:
    """Return the tracks with the first `most` of their measures together; those without any if `empty`."""
    by_track: dict[str, list[Measure]] = {track.code: [] for track in register.tracks}
    for measure in chosen:
        by_track[measure.track].append(measure)
    found: list[tuple[Track, list[Measure]]] = []
    for track in register.tracks:
        measures = by_track[track.code]
        if (empty and not measures) or measures[: max(most, 0)]:
            found.append((track, measures[:most]))
        most -= len(measures)
    return found


class _Filler(NamedTuple):
    """Fills in the table of a form."""

    data: FormData

    def table(self, printed: Sequence[tuple[Track, Sequence[Measure]]]) -> Table:
        """Return the table on these tracks and measures."""
        columns = tuple(map(self._column, self.data.form.columns))
        rows = [row for track, measures in printed for row in self._rows(columns, track, measures)]
        if any(column.sum for column in self.data.form.columns) and rows:
            rows.append(self._sums(printed))
        return Table(columns, tuple(rows))

    def _column(self, column: forms.Column) -> Column:
        held = contents(column)
        kinds = {self.data.kind(each) for each in held if not each.is_mark}
        is_number = len(column.parts) == 1 and bool(kinds) and kinds <= set(NUMERIC_KINDS)
        centred = (Kind.DAY, Kind.PERCENT)
        short = all(each.is_mark or each.source in _CENTRED or self.data.kind(each) in centred for each in held)
        shared = all(each.of != "measure" or (each.source in _SHARED and not each.quarter) for each in held)
        return Column(
            heading=fill(column.heading, self.data.words),
            over=fill(column.over, self.data.words),
            share=column.share,
            align=Align.CENTRE if short and held else Align.RIGHT if is_number else Align.LEFT,
            is_number=is_number,
            merges=shared if column.merge is None else column.merge,
            names_row=any(each.source == "activity" for each in held),
            refers=[(each.source, each.of) for each in held] == [("result", "measure")],
        )

    def _rows(self, columns: Sequence[Column], track: Track, measures: Sequence[Measure]) -> Sequence[Row]:
        data, label = self.data, label_phrase(track)
        numbers = tuple(data.register.number(measure) for measure in measures)
        pairs = zip(columns, data.form.columns, strict=True)
        cells = [Cell(track_cell(data, each, track, measures, merges=column.merges)) for column, each in pairs]
        if not measures:
            cells = self._without_measures(columns, cells)
        row = Row(tuple(cells), RowKind.TRACK, track.code, label, numbers)
        if data.form.rows == "track":
            return (row,)
        if not measures:
            return (*self._band(track, label), row._replace(kind=RowKind.MEASURE))
        return (*self._band(track, label), *measure_rows(columns, row))

    def _without_measures(self, columns: Sequence[Column], cells: list[Cell]) -> list[Cell]:
        """Return the cells of a track without measures, with a note in the column of their texts."""
        if any(entry.text == phrases.NO_MEASURES for cell in cells for entry in cell.entries):
            return cells
        free = [at for at, (column, cell) in enumerate(zip(columns, cells, strict=True)) if not cell.entries]
        at = next((at for at in free if columns[at].align is Align.LEFT), free[0] if free else -1)
        note = Cell((Entry(phrases.NO_MEASURES, tone=Tone.MISSING),))
        return [note if place == at else cell for place, cell in enumerate(cells)]

    def _band(self, track: Track, label: str) -> Sequence[Row]:
        form = self.data.form
        if not form.band:
            return ()
        entries = track_entries(self.data, forms.Column("", form.band), track) or (Entry(label),)
        text = " ".join(entry.text for entry in entries)
        first = Cell((Entry(text, tone=Tone.HEADING),), columns=len(form.columns))
        return (Row((first, *[COVERED_BY_LEFT] * (len(form.columns) - 1)), RowKind.BAND, track.code, label),)

    def _sums(self, printed: Sequence[tuple[Track, Sequence[Measure]]]) -> Row:
        columns = self.data.form.columns
        first = next(at for at, column in enumerate(columns) if column.sum)
        label = Cell((Entry(phrases.SUM, tone=Tone.HEADING),), columns=first)
        cells = [label, *[COVERED_BY_LEFT] * (first - 1)] if first else []
        return Row((*cells, *(self._sum(column, printed) for column in columns[first:])), RowKind.SUM)

    def _sum(self, column: forms.Column, printed: Sequence[tuple[Track, Sequence[Measure]]]) -> Cell:
        if not column.sum:
            return Cell()
        (content,) = contents(column)
        records: list[Measure | Track] = [track for track, _measures in printed]
        if content.of != "track":
            records = [measure for _track, measures in printed for measure in measures]
        texts = [own_value(self.data, content, record) for record in records]
        numbers = [text for text in texts if text and is_plain(text)]
        if not numbers:
            return Cell((Entry(phrases.NOTHING, tone=Tone.HEADING),))
        total, kind = str(sum(map(Decimal, numbers))), self.data.kind(content) or Kind.NUMBER
        return Cell((Entry(number_text(kind, total), tone=Tone.HEADING, value=total),))


def _signature(register: Register, role: str) -> Signature:
    found = signatory(register.signatories, role)
    return Signature(found.role, found.name, found.position, dated=True)
