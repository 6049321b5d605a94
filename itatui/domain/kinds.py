"""Kinds of fields."""

from enum import Enum


class Kind(Enum):
    """Type of the values of a field: decides how they are typed, compared, merged and stored."""

    TEXT = "text"
    """Text of any number of lines."""
    LINE = "line"
    """Single line of text."""
    UNITS = "units"
    """Tuple of names."""
    LINKS = "links"
    """Tuple of `Evidence`."""
    QUARTERS = "quarters"
    """Set of quarters (1-4). Each quarter is edited by itself, so that ticks of two users do not conflict."""
    MEASURES = "measures"
    """Set of measure ids. Each id is edited by itself."""
    MEASURE = "measure"
    """Id of another measure, or empty."""
    FLAG = "flag"
    """True or false."""
    YEAR = "year"
    """Fiscal year (Buddhist Era)."""
    DAY = "day"
    """ISO 8601 date, or empty."""
    TIME = "time"
    """Time of day as `09:30`, or empty."""
    ORDER = "order"
    """Sort key: a number."""
    NUMBER = "number"
    """Plain decimal as a text, or empty; MONEY and PERCENT too."""
    MONEY = "money"
    PERCENT = "percent"
    CHOICE = "choice"
    """One of the choices of the field, or empty."""
    ADDRESSES = "addresses"
    """Text with a link a line, as `words | address`."""
    ROUNDS = "rounds"
    """Tuple of `Round`."""
    SIGNATORIES = "signatories"
    """Tuple of `Signatory`."""
    SCORES = "scores"
    """Text with a score a line, as `1 = 87.50`."""
    VALUES = "values"
    """`Values`: edited by the paths in it."""
    REASONS = "reasons"
    """Texts by the name of a rule. Each rule's is edited by itself."""


OWN = {
    "text": Kind.TEXT,
    "line": Kind.LINE,
    "number": Kind.NUMBER,
    "money": Kind.MONEY,
    "percent": Kind.PERCENT,
    "date": Kind.DAY,
    "choice": Kind.CHOICE,
    "links": Kind.ADDRESSES,
}
"""Kinds of own fields by their words. All their values are texts."""

NUMERIC_KINDS = (Kind.NUMBER, Kind.MONEY, Kind.PERCENT)
"""Kinds of own fields that hold a plain decimal."""

TEXT_KINDS = (Kind.TEXT, Kind.LINE, Kind.ADDRESSES)
"""Kinds of own fields that hold any words: they are joined and searched, not compared."""

BESIDE = (*NUMERIC_KINDS, Kind.CHOICE, Kind.ADDRESSES, Kind.REASONS)
"""Kinds of fields that records hold beside their attributes only, as texts."""

SETS = frozenset({Kind.QUARTERS, Kind.MEASURES, Kind.REASONS})
"""Kinds whose members are edited separately, as `planned.3`."""
