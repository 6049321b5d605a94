"""Values that a record holds beside its attributes: results by quarter, and the register's own fields."""

from itatui.domain.named_tuple import NamedTuple


class Values(NamedTuple):
    """Texts by the path of their field, such as `result.1` or `budget`. A path without a text is left out."""

    pairs: tuple[tuple[str, str], ...] = ()
    """Sorted by path, so that equal values are equal tuples."""

    def get(self, path: str) -> str:
        """Return the text at a path; empty if there is none."""
        for each, text in self.pairs:
            if each == path:
                return text
        return ""

    def members(self, name: str) -> dict[str, str]:
        """Return the texts of a field that has several, by member: those of `quiet.claim` by `claim`."""
        return {path.partition(".")[2]: text for path, text in self.pairs if path.partition(".")[0] == name}

    def put(self, path: str, text: str) -> "Values":
        """Return the values with a text at a path; an empty text removes it."""
        kept = [pair for pair in self.pairs if pair[0] != path]
        return Values(tuple(sorted([*kept, (path, text)] if text else kept)))

    def without(self, names: frozenset[str]) -> "Values":
        """Return the values without those of these fields, by quarter too."""
        return Values(tuple(pair for pair in self.pairs if pair[0].partition(".")[0] not in names))


NO_VALUES = Values()
