"""A review meeting and what it decided: values of the register, changed as everything else in it. No rules are here."""

from typing import NamedTuple


class Meeting(NamedTuple):
    """One review meeting: which measures it goes through, and how far it came."""

    id: str
    """Names it for ever. Ids sort by the moment at which they were made."""
    date: str
    """The day on which it began: ISO 8601."""
    track: str = ""
    """The code of the one track that it goes through; empty: all of them."""
    late: bool = False
    """Whether it goes through those only that are late."""
    at: str = ""
    """The id of the measure at which it stopped; empty: at the first that it has not reviewed."""
    closed: str = ""
    """When it ended: ISO 8601 with the zone; empty while it may go on."""
    reviewed: tuple[str, ...] = ()
    """The ids of the measures that it reviewed, in the order in which it did."""


class Decision(NamedTuple):
    """What a meeting decided on one measure."""

    id: str
    """Names it for ever. Ids sort by the moment at which they were made."""
    meeting: str
    """The id of the meeting; a decision outlives it, should somebody take the meeting back."""
    measure: str
    """The id of the measure that it is on."""
    text: str
    who: str = ""
    """Who is to do it: a unit, in whatever words."""
    due: str = ""
    """The day by which it is to be done: ISO 8601; empty: none was set."""
    done: bool = False
    """Whether it was carried out since."""
