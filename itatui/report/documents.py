"""The formats of documents, by the endings of their files."""

from importlib import import_module

from itatui.errors import ItatuiError, UsageError
from itatui.locale import _
from itatui.report.look import Look
from itatui.report.model import Report
from itatui.thai import quote

ENDINGS = ("pdf", "docx", "xlsx", "html", "csv")
"""Endings of files, each a module of `itatui.report.formats`."""
ATTACHES = ("pdf",)
"""Formats that hold the register."""
INSTALL = "pip install 'itatui[documents]'"
_PACKAGES = {"fpdf", "uharfbuzz", "openpyxl", "pypdfium2", "fontTools", "PIL"}


class MissingPackageError(ItatuiError):
    """A format needs a package that is not installed."""


def ending_of(name: str) -> str:
    """Return the format of a file by its name. Raise `UsageError` for an ending of no format."""
    ending = name.rpartition(".")[2].lower()
    if ending not in ENDINGS:
        message = _("{file}: the ending of the file must be one of {endings}")
        raise UsageError(message.format(file=quote(name), endings=", ".join(ENDINGS)))
    return ending


def document(report: Report, look: Look, ending: str) -> bytes:
    """Return a report as a document. Raise `MissingPackageError`, or `UnprintableError` of PDF."""
    try:
        made: bytes = import_module(f"itatui.report.formats.{ending}").document(report, look)
    except ModuleNotFoundError as error:
        raise missing_package(ending, error) from None
    return made


def missing_package(ending: str, error: ModuleNotFoundError) -> Exception:
    """Return the error for a package of the extra `documents` that is missing; for another package `error` itself."""
    if (error.name or "").partition(".")[0] not in _PACKAGES:
        return error
    message = _("{format} needs packages that are not installed; install them with: {command}")
    return MissingPackageError(message.format(format=ending.upper(), command=INSTALL))
