"""Users who have a register open."""

from itatui.domain.named_tuple import NamedTuple


class Person(NamedTuple):
    """A user with the register open."""

    who: str
    """Login name."""
    origin: str = ""
    """Host from which the user is connected by SSH; empty on the machine itself."""
    since: str = ""
    """Time of opening: ISO 8601 with the zone, to the second."""
    process: int = 0
    """Process id on the user's machine: a user may have two programs open."""
