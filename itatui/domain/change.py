"""A change: everything that anyone does to a register is one of these, and nothing else is ever written.

A change names the value that it replaces. When the register holds another value by then, the change is refused
(`ConflictError`) and nothing is overwritten.
"""

from typing import NamedTuple, TypeAlias

from itatui.domain.measure import Evidence, Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.errors import ItatuiError

Whole: TypeAlias = Measure | Meeting | Decision
"""What is added or removed as a whole."""
Value: TypeAlias = str | int | float | bool | tuple[str, ...] | tuple[Evidence, ...] | Whole | None
"""What a field may hold. A whole measure, meeting or decision, or None, where one is added or removed."""

WHOLE = ""
"""The field of an edit that adds (from None) or removes (to None) the whole measure, meeting or decision."""
ORDER = "order"
"""The field of an edit that moves a measure within its track."""


class Edit(NamedTuple):
    """One field of one thing, from one value to another."""

    kind: str
    """What is edited: `measure`, `track`, `register`, `meeting` or `decision`."""
    id: str
    """The track's code, nothing for the register, and the id of every other thing."""
    field: str
    """A name of `itatui.domain.fields`, or `WHOLE`, or `ORDER`."""
    before: Value
    after: Value

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return self._replace(before=self.after, after=self.before)


class Change(NamedTuple):
    """What one person did at one moment: one or more edits that stand, and are undone, together."""

    edits: tuple[Edit, ...]
    who: str = ""
    """The login name that the system knows the person by."""
    origin: str = ""
    """Where they came from, when over SSH; empty at the machine itself."""
    when: str = ""
    """ISO 8601 with the zone, to the second."""
    run: str = ""
    """Changes of one run of typing in one field share this mark, and become one entry of the history."""
    undoes: int = 0
    """The number of the entry that this one takes back; 0: none."""
    redoes: int = 0
    """The number of the entry that this one makes again; 0: none."""
    number: int = 0
    """Its number in the history, from 1; 0 until it is recorded."""
    restores: str = ""
    """When what it went back to came to be (ISO 8601), for a change that made a generation so again."""


class ConflictError(ItatuiError):
    """The register holds another value than the one that an edit replaces."""

    def __init__(self, message: str, edit: Edit, found: Value) -> None:
        super().__init__(message)
        self.edit = edit
        self.found = found
        """What the register holds; None when the measure is gone."""
