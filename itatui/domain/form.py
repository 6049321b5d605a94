"""A form: the table that a circular asks for, as data: titles, columns, rows, signatures.

Forms are written in TOML (`docs/forms.md`). `itatui.report.build` fills one in from a register.
"""

from typing import NamedTuple

from itatui.domain.own_field import OwnField


class Content(NamedTuple):
    """A value that a column asks for."""

    source: str
    """Built-in or own field, or a derived value: `number`, `ref`, `track`, `period`, `status`, `quarter`."""
    quarter: int = 0
    """Quarter (1-4) of `quarter:1`, whose mark is printed, or of `progress.1`."""
    round: str = ""
    """Name of the round of `round:6.result`; empty: the round of the report, or the year."""


class Part(NamedTuple):
    """A part of a column's template: a value and the words before it, left out where there is no value."""

    before: str
    content: Content | None
    """None: words alone, at the end of the template."""


class Column(NamedTuple):
    """A column of a form."""

    heading: str
    parts: tuple[Part, ...]
    over: str = ""
    """Heading over this column and its neighbours of the same `over`; empty: none."""
    share: int = 0
    """Share of the width, beside those of other columns; 0: by its texts."""
    sum: bool = False
    """Whether a last row has the sum of its numbers."""
    empty: str | None = None
    """Words of a cell without a value, such as `ไม่มี`; None: the value is told as missing."""


class Form(NamedTuple):
    """A form, as written in its file."""

    name: str
    """ASCII name, as typed in `report --form`."""
    label_th: str
    label_en: str = ""
    rows: str = "measure"
    """`measure` or `track`: what a row of the table is."""
    band: bool = False
    """Whether a row of its own over the whole width names each track, above its measures."""
    columns: tuple[Column, ...] = ()
    number: str = ""
    """Number of the form, printed at the top right."""
    titles: tuple[str, ...] = ()
    """Lines above the table, with `{agency}`, `{year}`, `{round}`, `{title}` and the like."""
    foot: tuple[str, ...] = ()
    """Lines below the table."""
    signatures: tuple[str, ...] = ()
    """Roles of those who sign. The register names them."""
    fields: tuple[OwnField, ...] = ()
    """Own fields that its columns ask for, added to a register that lacks them."""
    thai_digits: bool = False
    paper: str = "A4 landscape"
