"""Lines of the detail pane and the positions of the fields in them. Pure, for tests."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from itatui.domain.field_text import format_field
from itatui.domain.fields import TRACK_FIELDS, Field, Kind, View, fields_shown
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.search import Match
from itatui.domain.status import STATUS_LABELS, late_quarters, status_of
from itatui.domain.track import Track
from itatui.locale import _
from itatui.thai import cells, numerals, safe
from itatui.tui.styling.spans import laid_out, with_found

INDENT = 2
"""Cells by which a text stands in from its title."""
NOTHING = Match()
"""Nothing was looked for."""


class FieldPosition(NamedTuple):
    """Where a field is."""

    kind: str
    """`measure` or `track`: an outcome can be either's."""
    field: str
    """Its name in `itatui.domain.fields`."""
    top: int
    """Its first line."""
    bottom: int
    """The line after its last."""
    left: int
    """Its first cell."""
    right: int
    """The cell after its last."""
    body: int
    """The first line of its text: where an editor takes its place."""


class Piece(NamedTuple):
    """A run of cells in a line."""

    text: str
    look: str
    """The name of its look in `itatui.tui.styling.styles`."""
    field: str = ""
    """The checkbox that it is, as `kind.field`."""


class Drawing(NamedTuple):
    """The detail of one thing."""

    lines: tuple[tuple[Piece, ...], ...]
    spots: tuple[FieldPosition, ...]
    """In the order in which Tab visits them."""


class _Sheet:
    """Gathers lines and spots."""

    def __init__(self, width: int, sought: Match) -> None:
        self.width = width
        self.sought = sought
        self.lines: list[tuple[Piece, ...]] = []
        self.spots: list[FieldPosition] = []

    def text(self, kind: str, field: Field, title: str, value: str, *, note: str = "", missing: str = "") -> None:
        """A field's title, and its text below it, or beside it where both fit in a line."""
        top = len(self.lines)
        head = (Piece(title, "title"), Piece(f"  {note}" if note else "", "note"))
        body = safe(value.rstrip() or missing)
        look = "text" if value.strip() else "missing"
        taken = cells(title) + 2 + (cells(note) + 2 if note else 0)
        runs = with_found(body, self.sought.spans(body) if value.strip() else (), look)
        if "\n" not in body and taken + cells(body) <= self.width:
            self.lines.append((*head, *_stood_in(runs, look)))
            start = top
        else:
            self.lines.append(head)
            start = top + 1
            self.lines += [_stood_in(line, look) for line in laid_out(runs, self.width - INDENT)]
        self.spots.append(FieldPosition(kind, field.name, top, len(self.lines), 0, self.width, start))

    def quarters(self, fields: Sequence[Field], measure: Measure, late: Iterable[int]) -> None:
        """Add the checkboxes: a line for each field of quarters."""
        titles = [_(field.label) for field in fields]
        indent = max(cells(title) for title in (*titles, _("Quarter"))) + 4
        step = 6 if indent + 24 <= self.width else 4
        numbers = numerals("".join(f" {number}".ljust(step) for number in NUMBERS))
        self.lines.append((Piece(_("Quarter"), "title"), Piece(" " * (indent - cells(_("Quarter"))) + numbers, "text")))
        for title, shown in zip(titles, fields, strict=True):
            name, ticked = shown.name, [number for number in NUMBERS if shown.get(measure, str(number))]
            pieces = [Piece(f"  {title}" + " " * (indent - 2 - cells(title)), "text")]
            row = len(self.lines)
            for place, number in enumerate(NUMBERS):
                field = f"{name}.{number}"
                sign, look = ("x", "ticked") if number in ticked else (" ", "text")
                if name == "done" and number in late:
                    sign, look = "!", "late"
                pieces += [Piece(f"[{sign}]", look, field), Piece(" " * (step - 3), "text")]
                left = indent + place * step
                self.spots.append(FieldPosition("measure", field, row, row + 1, left, left + 3, row))
            self.lines.append(tuple(pieces))

    def gap(self) -> None:
        """An empty line."""
        self.lines.append(())

    def drawing(self) -> Drawing:
        """What was gathered."""
        return Drawing(tuple(self.lines), tuple(self.spots))


def _stood_in(runs: Iterable[tuple[str, str]], look: str) -> tuple[Piece, ...]:
    """A line of a text, clear of its title."""
    indent = " " * INDENT
    first, *rest = [Piece(text, its) for text, its in runs] or [Piece("", look)]
    if first.look == look:
        return first._replace(text=indent + first.text), *rest
    return Piece(indent, look), first, *rest


def measure_drawing(register: Register, measure: Measure, today: date, width: int, sought: Match = NOTHING) -> Drawing:
    """Draw the fields of a measure and the outcome of its track, with matches marked. Width in cells."""
    sheet = _Sheet(width, sought)
    ended = quarters_ended(register.fiscal_year, today)
    reporter = register.reporter(measure)
    track = register.track(measure.track)
    fields = fields_shown("measure", View.DETAIL)
    quarters = [field for field in fields if field.kind is Kind.QUARTERS]
    for field in fields:
        if field.starts_group:
            sheet.gap()
        if field.kind is Kind.QUARTERS:
            if field is quarters[0]:
                sheet.quarters(quarters, measure, late_quarters(measure.planned, measure.done, ended))
            continue
        note, missing = "", _("(none yet)")
        if field.name == "activity":
            note = _(STATUS_LABELS[status_of(measure.planned, measure.done, ended)])
        elif field.name == "result" and reporter is not measure:
            missing = _("(reported with {ref})").format(ref=register.ref(reporter))
        elif field.name == "reported_with":
            missing = _("(has a result of its own)")
        title = _(field.long_label or field.label)
        sheet.text("measure", field, title, format_field(register, measure, field), note=note, missing=missing)
        if field.name == "outcome" and track is not None:
            _track_outcome(sheet, track)
    return sheet.drawing()


def track_drawing(register: Register, track: Track, width: int, sought: Match = NOTHING) -> Drawing:
    """Draw the names and the outcome of a track, with matches marked. Width in cells."""
    sheet = _Sheet(width, sought)
    for field in fields_shown("track", View.DETAIL):
        if field.starts_group:
            sheet.gap()
        if field.name == "outcome":
            _track_outcome(sheet, track)
            continue
        text = format_field(register, track, field) or (field.phrase(track) if field.phrase else "")
        sheet.text("track", field, _(field.label), text, missing=_("(none yet)"))
    return sheet.drawing()


def _track_outcome(sheet: _Sheet, track: Track) -> None:
    title = _("Outcome of the whole track {code}").format(code=track.code)
    sheet.text("track", TRACK_FIELDS["outcome"], title, track.outcome, missing=_("(none yet)"))
