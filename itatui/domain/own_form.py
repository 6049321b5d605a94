"""A form of the register's own: its text, as written. `itatui.domain.forms` reads it where it is printed."""

from itatui.domain.named_tuple import NamedTuple

MAX_NAME = 32
"""Letters of the longest name."""


class OwnForm(NamedTuple):
    """A form that the register keeps, so that everybody who opens it has it."""

    name: str
    """ASCII name, as typed in `report --form`; the same as in the text; fixed."""
    text: str = ""
    """TOML."""
    order: float = 0.0
    """Sort key among the register's own forms, ascending."""


def is_form_name(name: str) -> bool:
    """Return whether this can be the name of a form: small letters a–z, digits, `-` and `_`, a letter first."""
    letters = name.replace("-", "a").replace("_", "a")
    return name.isascii() and letters.isalnum() and name[:1].isalpha() and name.islower() and len(name) <= MAX_NAME
