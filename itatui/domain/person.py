"""A person who has a register open: who they are, where they came from, since when."""

from typing import NamedTuple


class Person(NamedTuple):
    """Somebody at a keyboard, with the register before them."""

    who: str
    """The login name that the system knows the person by."""
    origin: str = ""
    """Where they came from, when over SSH; empty at the machine itself."""
    since: str = ""
    """When they opened it: ISO 8601 with the zone, to the second."""
    process: int = 0
    """The number of their program on the machine it runs on; one person may have two."""
