"""Lines of the detail and the position of each field in them; pure functions."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from itatui.domain.field_text import format_field, links_of
from itatui.domain.fields import INDICATORS, TRACK_FIELDS, Field, View, fields_shown
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.kinds import Kind
from itatui.domain.links import address_of
from itatui.domain.measure import Evidence, Measure
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.search import Match
from itatui.domain.status import late_quarters
from itatui.domain.track import Track
from itatui.locale import _
from itatui.thai import cells, numerals, safe
from itatui.tui.styling.spans import Span, match_spans, wrap_spans

INDENT = 2
"""Cells from the border of a title to the text below it."""
CURSOR_CELLS = 1
"""Cells behind a text that its editor needs for the cursor: a text breaks alike while read and while written."""
NOTHING = Match()
"""A search without a text."""


class FieldPosition(NamedTuple):
    """Lines and cells of a field."""

    kind: str
    """`measure` or `track`: both have an outcome."""
    field: str
    """Name in `itatui.domain.fields`."""
    top: int
    """First line."""
    bottom: int
    """Line after the last."""
    left: int
    """First cell."""
    right: int
    """Cell after the last."""
    body: int
    """First line of the text."""

    @property
    def is_checkbox(self) -> bool:
        """Whether the field is a quarter to be ticked."""
        return self.field.startswith(("planned.", "done."))


class Segment(NamedTuple):
    """A part of a line."""

    text: str
    style: str
    """Name in `itatui.tui.styling.styles`."""
    field: str = ""
    """Name of the field, if the part is a checkbox."""
    link: str = ""
    """Address that the terminal may open."""


class DetailLines(NamedTuple):
    """The detail of a measure or a track."""

    lines: tuple[tuple[Segment, ...], ...]
    positions: tuple[FieldPosition, ...]
    """Positions in the order of Tab."""


class _Sheet:
    """Collects lines and positions."""

    def __init__(self, width: int, match: Match) -> None:
        self.width = width
        self.match = match
        self.lines: list[tuple[Segment, ...]] = []
        self.positions: list[FieldPosition] = []

    def text(self, kind: str, field: Field, title: str, value: str, missing: str = "") -> None:
        """Add a title, with the text beside it if both fit in a line, else below it.

        `missing` stands for an empty text, in colour only if the field is expected to have one.
        """
        top = len(self.lines)
        head = (Segment(title, "title"),)
        body = safe(value.rstrip() or missing or _("(none yet)"))
        style = "text" if value.strip() else "missing" if field.expected and not missing else "empty"
        taken = cells(title) + 2
        spans = match_spans(body, self.match, style) if value.strip() else [(body, style)]
        if "\n" not in body and taken + cells(body) <= self.width:
            self.lines.append((*head, *_indented(spans, style)))
            start = top
        else:
            self.lines.append(head)
            start = top + 1
            room = self.width - INDENT - CURSOR_CELLS
            self.lines += [_indented(line, style) for line in wrap_spans(spans, room)]
        self.positions.append(FieldPosition(kind, field.name, top, len(self.lines), 0, self.width, start))

    def links(self, field: Field, pieces: Iterable[Evidence], kind: str = "measure") -> None:
        """Add the pieces of evidence below their title: the label as a link, or the address of one without a label."""
        top = len(self.lines)
        self.lines.append((Segment(_(field.label), "title"),))
        for piece in pieces:
            address = address_of(piece.target)
            words = [(safe(piece.label or piece.target), "link" if address else "text")]
            words += [(f"  {safe(piece.target)}", "text")] if piece.label and piece.target else []
            spans = [span for text, style in words for span in match_spans(text, self.match, style)]
            for line in wrap_spans(spans, self.width - INDENT):
                indented = _indented(line, "text")
                self.lines.append(
                    tuple(each._replace(link=address) if each.style == "link" else each for each in indented)
                )
        self.positions.append(FieldPosition(kind, field.name, top, len(self.lines), 0, self.width, top + 1))

    def quarters(self, fields: Sequence[Field], measure: Measure, late: Iterable[int]) -> None:
        """Add the checkboxes: a line for each field of quarters."""
        titles = [_(field.label) for field in fields]
        indent = max(cells(title) for title in (*titles, _("Quarter"))) + 4
        step = 6 if indent + 24 <= self.width else 4
        numbers = numerals("".join(f" {number}".ljust(step) for number in NUMBERS))
        self.lines.append(
            (Segment(_("Quarter"), "title"), Segment(" " * (indent - cells(_("Quarter"))) + numbers, "text"))
        )
        for title, shown in zip(titles, fields, strict=True):
            name, ticked = shown.name, [number for number in NUMBERS if shown.get(measure, str(number))]
            segments = [Segment(f"  {title}" + " " * (indent - 2 - cells(title)), "text")]
            row = len(self.lines)
            for place, number in enumerate(NUMBERS):
                field = f"{name}.{number}"
                sign, style = ("x", "ticked") if number in ticked else (" ", "text")
                if name == "done" and number in late:
                    sign, style = "!", "late"
                segments += [Segment(f"[{sign}]", style, field), Segment(" " * (step - 3), "text")]
                left = indent + place * step
                self.positions.append(FieldPosition("measure", field, row, row + 1, left, left + 3, row))
            self.lines.append(tuple(segments))

    def gap(self) -> None:
        """Add an empty line."""
        self.lines.append(())

    def detail(self) -> DetailLines:
        """Return the collected lines."""
        return DetailLines(tuple(self.lines), tuple(self.positions))


def _indented(spans: Iterable[Span], style: str) -> tuple[Segment, ...]:
    """Return a line of text, indented."""
    indent = " " * INDENT
    first, *rest = [Segment(text, each) for text, each in spans] or [Segment("", style)]
    if first.style == style:
        return first._replace(text=indent + first.text), *rest
    return Segment(indent, style), first, *rest


def measure_lines(register: Register, measure: Measure, today: date, width: int, match: Match = NOTHING) -> DetailLines:
    """Return the fields of a measure and the outcome of its track, `width` cells wide."""
    sheet = _Sheet(width, match)
    ended = quarters_ended(register.fiscal_year, today)
    reporter = register.reporter(measure)
    track = register.track(measure.track)
    fields = fields_shown("measure", View.DETAIL, register)
    quarters = [field for field in fields if field.kind is Kind.QUARTERS]
    for field in fields:
        if field is INDICATORS and not (register.scores or field.get(measure)):
            continue  # most registers are kept without them
        if field.starts_group:
            sheet.gap()
        if field.kind is Kind.QUARTERS:
            if field is quarters[0]:
                sheet.quarters(quarters, measure, late_quarters(measure, ended))
            continue
        if field.kind is Kind.LINKS and measure.evidence:
            sheet.links(field, measure.evidence)
            continue
        if field.kind is Kind.ADDRESSES and field.get(measure):
            sheet.links(field, links_of(str(field.get(measure))))
            continue
        missing = ""
        if field.name == "result" and reporter is not measure:
            missing = _("(reported with {ref})").format(ref=register.ref(reporter))
        elif field.name == "reported_with":
            missing = _("(has its own result)")
        title = _(field.long_label or field.label)
        sheet.text("measure", field, title, format_field(register, measure, field), missing)
        if field.name == "outcome" and track is not None:
            _track_outcome(sheet, track)
    return sheet.detail()


def track_lines(register: Register, track: Track, width: int, match: Match = NOTHING) -> DetailLines:
    """Return the names, the label and the outcome of a track, `width` cells wide."""
    sheet = _Sheet(width, match)
    for field in fields_shown("track", View.DETAIL, register):
        if field.starts_group:
            sheet.gap()
        if field.name == "outcome":
            _track_outcome(sheet, track)
            continue
        if field.kind is Kind.ADDRESSES and field.get(track):
            sheet.links(field, links_of(str(field.get(track))), "track")
            continue
        text = format_field(register, track, field) or (field.phrase(track) if field.phrase else "")
        sheet.text("track", field, _(field.label), text)
    return sheet.detail()


def _track_outcome(sheet: _Sheet, track: Track) -> None:
    title = _("Outcome of the whole track {code}").format(code=track.code)
    sheet.text("track", TRACK_FIELDS["outcome"], title, track.outcome)
