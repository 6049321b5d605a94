"""The content of a printed table, the same for every format, without widths, line breaks, colours or fonts.

The report by any form, the overview and the minutes are all a `Report`. A missing part is an `Entry` like any other,
worded as missing, so that no format can skip it.
"""

from datetime import date
from enum import Enum
from typing import NamedTuple


class Tone(Enum):
    """The meaning of a text, for emphasis. Colour never carries meaning alone."""

    TITLE = "title"
    HEADING = "heading"
    ABOUT = "about"
    """Names the measures of the text below it, or is a note."""
    TEXT = "text"
    MISSING = "missing"
    """Stands for a missing value."""
    DONE = "done"
    LATE = "late"


class Align(Enum):
    """Side of a column on which its texts stand."""

    LEFT = "left"
    CENTRE = "centre"
    """Numbers of rows, ticks and dates."""
    RIGHT = "right"
    """Amounts."""


class RowKind(Enum):
    """What a row of a table is."""

    TRACK = "track"
    """A track with all its measures, merged in its cells; see `itatui.report.spans.grid`."""
    MEASURE = "measure"
    """A measure, or an item of another table."""
    BAND = "band"
    """The name of a track over the whole width, above its measures."""
    SUM = "sum"
    """The sums of the table, at its end."""


class Entry(NamedTuple):
    """A text of a cell: a paragraph or several."""

    text: str
    numbers: tuple[int, ...] = ()
    """Numbers, within the track, of the measures that the text is about; empty for the whole track."""
    tone: Tone = Tone.TEXT
    mark: str = ""
    """`1.` or `-` in front of the text, or empty."""
    about: str = ""
    """The measures of the text in words, on a line of its own before it; empty: it needs none."""
    apart: bool = False
    """Whether an empty line precedes it."""
    value: str = ""
    """Plain decimal of a number or an amount, for formats that calculate; empty: the text is none."""
    target: str = ""
    """Address of a link, for formats that have links. The text names it as well."""

    @property
    def missing(self) -> bool:
        """Whether the text stands for a missing value."""
        return self.tone is Tone.MISSING


class Cell(NamedTuple):
    """A cell of a table. Every row has a cell for each column; those that another covers have no entries."""

    entries: tuple[Entry, ...] = ()
    rows: int = 1
    """Rows over which it goes, down; 0: a cell above covers it."""
    columns: int = 1
    """Columns over which it goes, to the right; 0: a cell on the left covers it."""
    is_open: bool = False
    """Whether whoever gets the document fills it in. The other cells of a document to be filled in are locked."""


COVERED_BY_LEFT = Cell(columns=0)
COVERED_BY_ABOVE = Cell(rows=0)


class Row(NamedTuple):
    """A row of a table."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.MEASURE
    code: str = ""
    """Code of its track; empty for a sum and in other tables."""
    label: str = ""
    """Name of its track in words, for bookmarks and for rows that go on over a page."""
    numbers: tuple[int, ...] = ()
    """Numbers, within the track, of its measures."""


class Column(NamedTuple):
    """A column of a table."""

    heading: str
    over: str = ""
    """Heading over this column and its neighbours with the same one; empty: none."""
    share: int = 0
    """Share of the width, beside those of other columns; 0: by its texts."""
    align: Align = Align.LEFT
    """Columns that are not on the left are as narrow as their texts."""
    is_number: bool = False
    """Whether it holds numbers or amounts; its entries have a `value` then."""
    merges: bool = False
    """Whether neighbours of a track with the same text are one cell."""
    refers: bool = False
    """Whether a text about several measures is printed at the first, and referred to at others that are no
    neighbours."""
    names_row: bool = False
    """Whether its text names the measure, as the heading of a row does."""
    choices: tuple[str, ...] = ()
    """The only texts that its open cells take; empty: any."""


class Table(NamedTuple):
    """A table with headings."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    """Line above it; empty: the table of a form, which has the titles of the report."""
    empty: str = ""
    """Words instead of a table without rows; empty: its headings alone."""


class Passage(NamedTuple):
    """Lines of text below a heading."""

    heading: str
    lines: tuple[Entry, ...] = ()


class Signature(NamedTuple):
    """A place to sign."""

    role: str
    name: str = ""
    """Empty: a dotted line."""
    position: str = ""
    """Empty: a dotted line."""
    dated: bool = False
    """Whether a line for the date follows."""


class Report(NamedTuple):
    """A printed table, or several."""

    titles: tuple[str, ...]
    """Centred lines at the top; an empty one is a space. A title may have several lines itself."""
    tables: tuple[Table, ...]
    """A single one without a title in a report by form."""
    notes: tuple[str, ...] = ()
    """Notes below the tables, such as the filter of the report."""
    day: date | None = None
    """The date that decides which quarters have ended; None where it does not matter."""
    number: str = ""
    """Number of the form, at the top right."""
    opening: tuple[Passage, ...] = ()
    """Text before the tables."""
    closing: tuple[Passage, ...] = ()
    """Text after the notes."""
    foot: tuple[str, ...] = ()
    """Lines of the form below the table and the notes."""
    signatures: tuple[Signature, ...] = ()
    form: str = ""
    """Name of the form; empty for the overview and the minutes."""
    round: str = ""
    """Name of the round that it reports on; empty: the year."""
    thai_digits: bool = False
    """Whether the form is written in Thai digits."""
    paper: str = "A4 landscape"
    hidden: str = ""
    """Text in ASCII that a document to be filled in brings back, unseen; empty: it is not to be filled in."""

    @property
    def title(self) -> str:
        """The first title, for the properties of a document."""
        return next((" ".join(title.split()) for title in self.titles if title.strip()), "")
