"""The path of a field in an edit."""

from itatui.domain.named_tuple import NamedTuple


class FieldPath(NamedTuple):
    """A field as named by an edit: `result`, or `planned.3` for a member of a set."""

    name: str
    member: str = ""
    """Quarter or measure id; empty: the whole field."""

    @classmethod
    def parse(cls, text: str) -> "FieldPath":
        """Split a path at the first dot."""
        name, _dot, member = text.partition(".")
        return cls(name, member)
