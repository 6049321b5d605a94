"""A form of the register's own: its text, as written. `itatui.domain.forms` reads it where it is printed."""

from typing import NamedTuple


class OwnForm(NamedTuple):
    """A form that the register keeps, so that everybody who opens it has it."""

    name: str
    """ASCII name, as typed in `report --form`; the same as in the text; fixed."""
    text: str = ""
    """TOML."""
    order: float = 0.0
    """Sort key among the register's own forms, ascending."""
