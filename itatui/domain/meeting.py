"""Review meetings and their decisions: values of the register, without rules."""

from itatui.domain.named_tuple import NamedTuple


class Meeting(NamedTuple):
    """A review meeting: agenda and progress."""

    id: str
    """Permanent id. Ids sort by the time of creation."""
    date: str
    """Day on which it began: ISO 8601."""
    track: str = ""
    """Code of the only track on the agenda; empty: all tracks."""
    late: bool = False
    """Whether only late measures are on the agenda."""
    at: str = ""
    """Id of the measure at which it stopped; empty: the first that is not reviewed."""
    closed: str = ""
    """Time at which it ended: ISO 8601 with the zone; empty while it is open."""
    reviewed: frozenset[str] = frozenset()
    """Ids of the measures reviewed. Their order carries no meaning, so that marks merge and can be undone."""
    no: str = ""
    """Number as the agency counts its meetings, such as `2/2568`."""
    place: str = ""
    began: str = ""
    """Time of day at which it was opened: `09:30`."""
    ended: str = ""
    """Time of day at which it was closed, as the minutes tell it: `11:00`."""
    chair: str = ""
    note_taker: str = ""
    present: str = ""
    """People who came, one a line: name, and position behind a comma."""


class Decision(NamedTuple):
    """A decision of a meeting on a measure."""

    id: str
    """Permanent id. Ids sort by the time of creation."""
    meeting: str
    """Id of the meeting; the decision stays if the meeting is undone."""
    measure: str
    """Id of the measure."""
    text: str
    who: str = ""
    """Unit or person to carry it out, in free text."""
    due: str = ""
    """Due day: ISO 8601; empty: none."""
    done: bool = False
    """Whether it has been carried out."""
