"""Results of the health checks of `itatui doctor`."""

from itatui.domain.named_tuple import NamedTuple


class Check(NamedTuple):
    """Result of a check."""

    name: str
    """Identifier for other programs, such as `lock`."""
    title: str
    """Title for users."""
    facts: str
    """Findings, in words."""
    cure: str = ""
    """Remedy; empty if the check passed."""

    @property
    def good(self) -> bool:
        """Whether the check passed."""
        return not self.cure
