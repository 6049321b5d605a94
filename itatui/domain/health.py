"""What an examination found: one thing that is well or not, in words, and what to do when it is not."""

from typing import NamedTuple


class Check(NamedTuple):
    """One thing that was looked at."""

    name: str
    """What other programs know it by: `lock`."""
    title: str
    """What people call it."""
    facts: str
    """What was found."""
    cure: str = ""
    """What to do about it; empty when it is well."""

    @property
    def good(self) -> bool:
        """Whether it is well."""
        return not self.cure
