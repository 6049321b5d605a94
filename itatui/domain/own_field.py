"""A field of the register's own: a column that its agency asks for and itatui does not bring."""

from itatui.domain.named_tuple import NamedTuple

OWN_KINDS = ("text", "line", "number", "money", "percent", "date", "choice", "links")
"""Words for the kinds of own fields, as typed and as stored."""
HOLDERS = ("measure", "track")
"""Kinds of records that can have own fields."""


class OwnField(NamedTuple):
    """A field that the register brings. `itatui.domain.fields` joins it to the table of fields."""

    name: str
    """ASCII name, as typed in `set`; fixed."""
    of: str
    """Kind of record that has it, from `HOLDERS`; fixed."""
    kind: str
    """Kind of its values, from `OWN_KINDS`; fixed."""
    heading_th: str = ""
    heading_en: str = ""
    choices: tuple[str, ...] = ()
    """Values of a choice."""
    by_round: bool = False
    """Whether each quarter has a value, as `budget.1`, beside that of the year."""
    order: float = 0.0
    """Sort key among the own fields, ascending."""


def heading(field: OwnField, language: str) -> str:
    """Return the heading in a language; in the other, or the name, where there is none."""
    headings = (field.heading_en, field.heading_th) if language == "en" else (field.heading_th, field.heading_en)
    return next((text for text in headings if text.strip()), field.name)
