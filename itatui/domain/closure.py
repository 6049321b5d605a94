"""Make the edits that close a register, and those that open it again with a reason."""

from datetime import date

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.register import Register


def close_register(register: Register, day: date, published: str = "") -> Edit:
    """Return the edit that closes a register on a day. `published` is name and fingerprint of the published file."""
    return set_field(register, "closed", f"{day.isoformat()} {published}".strip())


def reopen_register(register: Register, reason: str) -> tuple[Edit, ...]:
    """Return the edits that open a closed register again."""
    return set_field(register, "closed", ""), set_field(register, "reopened", reason)
