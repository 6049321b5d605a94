"""What the detail says, line by line, and where in it each field is: pure, so that it can be read in a test."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from itatui.domain.field_text import written
from itatui.domain.fields import MEASURE_FIELDS, TRACK_FIELDS, Field
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.search import Match
from itatui.domain.standing import TITLES, standing_of
from itatui.domain.status import late_quarters
from itatui.domain.track import Track, label_phrase
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

    def quarters(self, measure: Measure, late: Iterable[int]) -> None:
        """The checkboxes: a line for the plan and one for what was done."""
        titles = [_("Planned"), _("Done")]
        indent = max(cells(title) for title in (*titles, _("Quarter"))) + 4
        step = 6 if indent + 24 <= self.width else 4
        numbers = numerals("".join(f" {number}".ljust(step) for number in NUMBERS))
        self.lines.append((Piece(_("Quarter"), "title"), Piece(" " * (indent - cells(_("Quarter"))) + numbers, "text")))
        for title, name in zip(titles, ("planned", "done"), strict=True):
            ticked = getattr(measure, name)
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
    """A measure: its fields, and the outcome of its track; what was looked for is marked in them."""
    sheet = _Sheet(width, sought)
    ended = quarters_ended(register.fiscal_year, today)
    late = late_quarters(measure.planned, measure.done, ended)
    status = _(TITLES[standing_of(measure, ended)])
    reporter = register.reporter(measure)
    track = register.track(measure.track)

    def field(name: str, *, title: str = "", note: str = "", missing: str = "") -> None:
        its = MEASURE_FIELDS[name]
        sheet.text("measure", its, title or _(its.title), written(register, measure, its), note=note, missing=missing)

    none = _("(none yet)")
    field("activity", note=status, missing=none)
    sheet.gap()
    sheet.quarters(measure, late)
    sheet.gap()
    field("responsible", missing=none)
    if reporter is measure:
        field("result", missing=none)
    else:
        words = _("(reported with {ref})").format(ref=register.ref(reporter))
        field("result", missing=words)
    sheet.gap()
    field("outcome", title=_("Outcome of this measure"), missing=none)
    if track is not None:
        title = _("Outcome of the whole track {code}").format(code=track.code)
        sheet.text("track", TRACK_FIELDS["outcome"], title, track.outcome, missing=none)
    sheet.gap()
    field("evidence", missing=none)
    field("reported_with", missing=_("(has a result of its own)"))
    return sheet.drawing()


def track_drawing(register: Register, track: Track, width: int, sought: Match = NOTHING) -> Drawing:
    """A track: its names and its outcome."""
    sheet = _Sheet(width, sought)
    none = _("(none yet)")
    for name in ("name_th", "name_en"):
        its = TRACK_FIELDS[name]
        sheet.text("track", its, _(its.title), written(register, track, its), missing=none)
    its = TRACK_FIELDS["label"]
    sheet.text("track", its, _(its.title), label_phrase(track))
    sheet.gap()
    its = TRACK_FIELDS["outcome"]
    sheet.text(
        "track", its, _("Outcome of the whole track {code}").format(code=track.code), track.outcome, missing=none
    )
    return sheet.drawing()
