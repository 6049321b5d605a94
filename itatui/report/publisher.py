"""Where documents go, as a screen sees it: into files, and to printers."""

from collections.abc import Sequence
from typing import Protocol

from itatui.domain.register import Register
from itatui.report.model import Report


class Publisher(Protocol):
    """Writes and prints reports. Its methods take seconds and raise `ItatuiError`."""

    def export(self, report: Report, register: Register, name: str, ending: str, *, thai_digits: bool) -> str:
        """Write a report in the format of an ending, under a free name that begins with `name`; return the path."""

    def printers(self) -> Sequence[str]:
        """Return the names of the printers; none without a printing system."""

    def print(self, report: Report, printer: str, *, thai_digits: bool) -> str:
        """Print a report, and return what the printing system says."""
