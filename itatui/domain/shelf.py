"""What the screen needs of whoever knows where registers are, so that it need not know that there are files."""

from typing import NamedTuple, Protocol

from itatui.domain.protocols import RegisterStore
from itatui.domain.register import Register


class Recent(NamedTuple):
    """A register that was open before."""

    path: str
    agency: str
    """Its agency's short name, as it was then."""
    fiscal_year: int
    """In the Buddhist Era."""


class RegisterList(Protocol):
    """The registers of a person. What it hands out can be read; otherwise it raises `ItatuiError`, and makes nothing.

    What was made or opened here is what `itatui` opens from then on, as far as the person's own configuration does
    not say otherwise.
    """

    def recent(self) -> tuple[Recent, ...]:
        """The registers that were open before and are still there, latest first."""

    def opened(self, keeper: RegisterStore, register: Register) -> None:
        """Remembers a register that is open."""

    def sample(self) -> RegisterStore:
        """The person's own copy of the sample, made if it is not there."""

    def begin(self, agency: str, year: int) -> RegisterStore:
        """A new, empty register for a fiscal year (Buddhist Era), in a file of its own."""

    def at(self, path: str) -> RegisterStore:
        """The register in a file, as a person types its name."""
