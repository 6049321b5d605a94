"""Where documents go, as a screen sees it: into files, and to printers."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from itatui.domain.register import Register
from itatui.report.model import Report


class Exported(NamedTuple):
    """A document that was written."""

    path: str
    ending: str
    """Its format."""
    fetch: str = ""
    """Command that copies it to the user's own computer; empty: it is there, as far as is known."""


class Publisher(Protocol):
    """Writes and prints reports. Its methods take up to seconds and raise `ItatuiError`."""

    def proposal(self, name: str, ending: str) -> str:
        """Return the path of a file that does not exist yet, whose name begins with `name`."""

    def exists(self, path: str, register: Path | None) -> bool:
        """Return whether there is a file at a path as typed. Raise `ItatuiError` if none may be written there.

        `register` is the file of the register, which is never replaced; None: it is not known.
        """

    def open_points(self, report: Report, register: Register, path: Path | None) -> Sequence[str]:
        """Return lines about what is to be fixed before a report is published; `path` is that of the register."""

    def export(
        self, report: Report, register: Register, path: str, *, thai_digits: bool, draft: bool, replaces: bool
    ) -> Exported:
        """Write a report to a path as typed, in the format of its ending. Only with `replaces` is a file replaced."""

    def printers(self) -> Sequence[str]:
        """Return the names of the printers; none without a printing system."""

    def print(self, report: Report, printer: str, *, thai_digits: bool, draft: bool) -> str:
        """Print a report, and return what the printing system says."""
