"""Another register than the one that a command is about: last year's, or that of the published plan."""

from pathlib import Path
from typing import TYPE_CHECKING

from itatui.store import RegisterFile
from itatui.store.paths import typed_path

if TYPE_CHECKING:
    from itatui.domain.register import Register


def other_register(name: str) -> "Register":
    """Return the register in a file, or the one attached to a PDF that itatui exported. Raise `StoreError`."""
    path = typed_path(name)
    return register_in_pdf(path) if path.suffix.lower() == ".pdf" else RegisterFile(path).load()


def register_in_pdf(path: Path) -> "Register":
    """Return the register attached to a PDF. Raise `StoreError`, or `UsageError` without the reader of PDF."""
    from itatui.report.documents import missing_package  # lazy, here and below: few registers come from a PDF
    from itatui.store.attached_register import attached_register

    try:
        return attached_register(path)
    except ModuleNotFoundError as error:
        raise missing_package("pdf", error) from None
