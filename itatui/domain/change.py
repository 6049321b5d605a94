"""Changes: every modification of a register, by screen, command line, import or undo, is a `Change` of `Edit`s.

An edit names the value that it replaces. If the register holds another value by then, the change is refused with
`ConflictError` and nothing is overwritten.
"""

from itatui.domain.measure import Evidence, Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.own_field import OwnField
from itatui.domain.own_form import OwnForm
from itatui.domain.rounds import Round
from itatui.domain.signatories import Signatory
from itatui.domain.track import Track
from itatui.domain.values import Values
from itatui.errors import ItatuiError

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import TypeAlias

Whole: "TypeAlias" = Measure | Track | OwnField | OwnForm | Meeting | Decision
"""Records that can be added and removed."""
Value: "TypeAlias" = (
    str
    | int
    | float
    | bool
    | tuple[str, ...]
    | tuple[Evidence, ...]
    | tuple[Round, ...]
    | tuple[Signatory, ...]
    | frozenset[int]
    | frozenset[str]
    | Values
    | Whole
    | None
)
"""Value of a field; for `WHOLE`, the record itself, or None if it does not exist."""

WHOLE = ""
"""Field of an edit that adds (from None) or removes (to None) a record."""
ORDER = "order"
"""Field of an edit that moves a measure within its track, or a track among the others."""
TRACK = "track"
"""Field of an edit that moves a measure to another track."""


class Edit(NamedTuple):
    """Replacement of a value in a record."""

    kind: str
    """Kind of record: `measure`, `track`, `field`, `form`, `register`, `meeting` or `decision`."""
    id: str
    """Code of a track, name of an own field or form, empty for the register, else the id of the record."""
    field: str
    """Field path (see `itatui.domain.field_path.FieldPath`), or `WHOLE`."""
    before: Value
    after: Value

    def inverse(self) -> "Edit":
        """Return the edit that undoes this edit."""
        return self._replace(before=self.after, after=self.before)


class Change(NamedTuple):
    """Edits made together by a user: they are applied, recorded and undone as a unit."""

    edits: tuple[Edit, ...]
    who: str = ""
    """Login name of the user."""
    origin: str = ""
    """Host from which the user is connected by SSH; empty on the machine itself."""
    when: str = ""
    """ISO 8601 with the zone, to the second."""
    run: str = ""
    """Shared by consecutive changes of typing in a field, which become a single entry of the history."""
    undoes: int = 0
    """Number of the entry undone by this change; 0: none."""
    redoes: int = 0
    """Number of the entry redone by this change; 0: none."""
    number: int = 0
    """Number in the history, from 1; 0 until recorded."""
    restores: str = ""
    """Time (ISO 8601) of the backup restored by this change; empty: none."""


CLOSURE = ("closed", "reopened")
"""Fields of the register that close it and open it again: the only ones that a closed register lets change."""


class ConflictError(ItatuiError):
    """The register holds another value than the edit replaces."""

    def __init__(self, message: str, edit: Edit, found: Value) -> None:
        super().__init__(message)
        self.edit = edit
        self.found = found
        """Value in the register; None if the record does not exist."""


class ClosedError(ConflictError):
    """The register is closed; nothing was changed."""
