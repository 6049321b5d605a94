"""A unit's sheet as a report whose open cells are to be filled in."""

from collections.abc import Iterator, Sequence
from datetime import date

from itatui.domain.fields import Field
from itatui.domain.kinds import NUMERIC_KINDS, Kind
from itatui.domain.measure import Measure
from itatui.domain.quarters import phrase
from itatui.domain.register import Register
from itatui.domain.rounds import Round
from itatui.domain.sheet_text import sheet_text
from itatui.domain.unit_sheet import DONE, MARK_SIGN, TICK, UnitSheet, new_sheet, sheet_fields, sheet_quarters
from itatui.locale import _
from itatui.locale.dates import day as day_words
from itatui.report.model import Align, Cell, Column, Entry, Passage, Report, Row, Table
from itatui.wording.titles import agency_and_year

NOT_ASKED = "–"
"""In a cell that is not to be filled in: the result of a measure that is reported with another."""
_SHARES = {"activity": 22, "result": 22, "outcome": 16, "evidence": 14, "dropped": 12}
_TEXT_SHARE, _OTHER_SHARE = 14, 9
"""Shares of own fields: texts, and the others."""


def unit_sheet_report(
    register: Register, unit: str, measures: Sequence[Measure], day: date, for_round: Round | None = None
) -> Report:
    """Return the sheet of these measures for a unit. The same register gives the same sheet on the same day."""
    fields = sheet_fields(register, for_round)
    columns = tuple(_columns(fields, for_round))
    paths = ("ref", "activity", "planned", *(f"{DONE}.{number}" for number in sheet_quarters(for_round)))
    names = (*paths, *(field.name for field in fields))
    headings = tuple(
        (name, f"{column.over} {column.heading}".strip()) for name, column in zip(names, columns, strict=True)
    )
    sheet = new_sheet(register, unit, measures, headings, day, for_round)
    rows = tuple(
        _row(register, measure, names[3:], dict(each.texts), {field.name: field for field in fields})
        for measure, each in zip(measures, sheet.measures, strict=True)
    )
    rounds = [for_round.name] if for_round else []
    return Report(
        (_("Sheet to fill in: {unit}").format(unit=unit), agency_and_year(register), *rounds),
        (Table(columns, rows, mark(sheet), _("(no measure)")),),
        opening=(Passage(_("How to fill it in"), tuple(_instructions(sheet))),),
        day=day,
        hidden=sheet_text(sheet),
    )


def mark(sheet: UnitSheet) -> str:
    """Return the line by which a sheet is known that has lost its hidden part."""
    return MARK_SIGN.join(filter(None, ("itatui", str(sheet.year), sheet.unit, sheet.round)))


def _columns(fields: Sequence[Field], for_round: Round | None) -> Iterator[Column]:
    yield Column(_("REF"), align=Align.CENTRE, names_row=True)
    yield Column(_("Activity"), share=_SHARES["activity"])
    yield Column(_("Planned"), align=Align.CENTRE)
    for number in sheet_quarters(for_round):
        yield Column(str(number), over=_("Done in quarter"), align=Align.CENTRE, choices=(TICK,))
    for field in fields:
        is_text = field.kind in (Kind.TEXT, Kind.ADDRESSES)
        share = _SHARES.get(field.name.partition(".")[0], _TEXT_SHARE if is_text else _OTHER_SHARE)
        yield Column(_(field.label), share=share, is_number=field.kind in NUMERIC_KINDS, choices=field.choices)


def _row(
    register: Register, measure: Measure, paths: Sequence[str], texts: dict[str, str], fields: dict[str, Field]
) -> Row:
    cells = [Cell((Entry(text),)) for text in (register.ref(measure), measure.activity, phrase(measure.planned))]
    for path in paths:
        if path not in texts:
            cells.append(Cell((Entry(NOT_ASKED),)))
        elif not texts[path]:
            cells.append(Cell(is_open=True))
        else:
            field = fields.get(path)
            value = str(field.get(measure)) if field and field.kind in NUMERIC_KINDS else ""
            cells.append(Cell((Entry(texts[path], value=value),), is_open=True))
    return Row(tuple(cells), code=measure.track, numbers=(register.number(measure),))


def _instructions(sheet: UnitSheet) -> Iterator[Entry]:
    lines = (
        _("Fill in the white cells. The grey ones are given and stay as they are."),
        _("Done: ✓ (in Word also x) in each quarter in which the measure was done; leave the others empty."),
        _("Result: the work that was done, with figures and days. Evidence: a web address or file name on each line."),
        _("If a measure cannot be done, write the reason in its column and leave the result empty."),
        _("The cells hold what was known on {day}. Change only what is new or wrong, and keep all rows and columns."),
        _("Save the file as it is, as an Excel or Word document, and send it back."),
    )
    for number, line in enumerate(lines, 1):
        yield Entry(line.format(day=day_words(sheet.made)), mark=f"{number}.")
