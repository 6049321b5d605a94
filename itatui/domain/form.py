"""A form: the table that a circular asks for, as data: titles, columns, rows, signatures.

Forms are written in TOML (`docs/forms.md`); `itatui.domain.forms` finds and reads them, `itatui.report.build` fills one
in from a register.
"""

from itatui.domain.named_tuple import NamedTuple
from itatui.domain.own_field import OwnField

ROWS = ("measure", "track")
"""Words for what a row of a form is; the first is the default."""
PAPERS = ("A4 landscape", "A4 portrait", "A3 landscape", "A3 portrait")
"""Words for the paper of a form; the first is the default."""
PAGE_WORDS = ("agency", "agency_short", "year", "year_before", "round", "date")
"""Values that are the same in each row. `year_before`: the year (BE) in which the fiscal year begins; `round`: name of
the round of the report, empty for the year."""
RESULTS = ("result", "outcome", "done", "evidence", "status", "dropped")
"""Values that a plan does not have."""
LINE_WORDS = (*PAGE_WORDS, "title", "subtitle", "number", "label", "rounds", "count")
"""Placeholders of titles, headings and foot lines. `number` and `label` are those of the form; `rounds`: all rounds,
each behind a box, that of the report ticked; `count`: the number of measures printed."""
NUMBER_WORDS = tuple(word for word in LINE_WORDS if word != "number")
"""Placeholders of the number of the form itself."""
DERIVED = {"measure": ("number", "row", "ref", "status", "period", "quarter"), "track": ("number",), "page": PAGE_WORDS}
"""Values that are no fields, by what they are of. Of a measure: number in its track (of a track: place among the
tracks); number in the table (`row`); REF; status in words; quarters carried out, and the plan, in words (`period`);
mark of a quarter that is planned or done (`quarter`)."""


class Content(NamedTuple):
    """A value that a column asks for."""

    source: str
    """Built-in or own field, or one of `DERIVED`. `track` is read as `label` of the track."""
    of: str = "measure"
    """What it is a value of: `measure`, `track`, or `page` (the same in each row)."""
    quarter: int = 0
    """Quarter (1-4) of `quarter:1`, `planned.1` and `done.1`, whose mark is printed, or of `progress.1`; 0: none."""
    round: str = ""
    """Name of the round of `round:6.result`; empty: the round of the report, or the year."""
    equals: str = ""
    """Value that is ticked, as in `way=ลด`: a choice, or for `status` a word of `Status`; empty: it is printed."""

    @property
    def is_mark(self) -> bool:
        """Whether it is printed as the mark of its column, where it is so."""
        return bool(self.equals) or (self.quarter > 0 and self.source in ("quarter", "planned", "done"))


class Part(NamedTuple):
    """A part of a template: a value and the words before it, left out where there is no value.

    Lists and quarters are words: `planned` is `1 – 4`, `evidence` a line for each piece, `responsible` as in the
    report. `dropped` and `reported_with` are never missing: most measures have none.
    """

    before: str
    content: Content | None
    """None: words alone, at the end of the template; left out with the value before them."""


class Column(NamedTuple):
    """A column of a form."""

    heading: str
    """May have lines, and placeholders as titles have."""
    parts: tuple[Part, ...]
    over: str = ""
    """Heading over this column and its neighbours of the same `over`; empty: none."""
    share: int = 0
    """Share of the width, beside those of other columns; 0: by its texts."""
    sum: bool = False
    """Whether a last row has the sum of its numbers."""
    empty: str | None = None
    """Words of a cell without any value, such as `ไม่มี`; None: it tells what is missing. Blank for marks."""
    mark: str = "✓"
    """Mark of a content that is a mark: `✓` or `X`."""
    merge: bool | None = None
    """Whether equal cells, one below the other, are one cell; None: those of the track, owners, quarters, results."""


class Form(NamedTuple):
    """A form, as written in its file."""

    name: str
    """ASCII name, as typed in `report --form`."""
    label_th: str
    label_en: str = ""
    rows: str = ROWS[0]
    """What a row of the table is, from `ROWS`."""
    band: tuple[Part, ...] = ()
    """Words of a row of its own over the whole width, above the measures of each track; none: no such row."""
    columns: tuple[Column, ...] = ()
    number: str = ""
    """Number of the form, printed at the top right, with the placeholders of `NUMBER_WORDS`."""
    titles: tuple[str, ...] = ()
    """Lines above the table, with the placeholders of `LINE_WORDS`."""
    foot: tuple[str, ...] = ()
    """Lines below the table, with the same placeholders."""
    signatures: tuple[str, ...] = ()
    """Roles of those who sign. The register names them: `Register.signatories`."""
    fields: tuple[OwnField, ...] = ()
    """Own fields that its columns ask for, added to a register that lacks them."""
    thai_digits: bool = False
    paper: str = PAPERS[0]
    """From `PAPERS`."""

    @property
    def is_plan(self) -> bool:
        """Whether it asks for what is planned alone."""
        held = (part.content for column in self.columns for part in column.parts if part.content)
        return not any(content.source in RESULTS for content in held)
