"""The documents that a command names, read: files, folders with sheets of units, standard input."""

from pathlib import Path

from itatui.cli.document_file import STANDARD_INPUT, document_bytes, refused
from itatui.cli.output import print_note
from itatui.cli.terminal.progress_bar import with_progress
from itatui.domain.named_tuple import NamedTuple
from itatui.errors import ItatuiError
from itatui.intake.document import read_document
from itatui.intake.errors import UnreadableError
from itatui.intake.grid import Grid
from itatui.locale import _
from itatui.store.document_file import sheet_names
from itatui.store.errors import StoreError, reason_of
from itatui.store.paths import typed_path
from itatui.thai import safe


class ReadDocument(NamedTuple):
    """A document that was read."""

    name: str
    grid: Grid


class ReadDocuments(NamedTuple):
    """The documents of a command."""

    documents: tuple[ReadDocument, ...]
    some_refused: bool
    """Whether a file of a folder could not be read; it was told."""


def read_documents(names: list[str]) -> ReadDocuments:
    """Read documents, of folders the sheets of units. `ItatuiError` for a file that cannot be read.

    A file of a folder that cannot be read, or is no sheet, is told and left out.
    """
    files = [(name, each) for name in names for each in _files_in(name)]
    found: list[ReadDocument] = []
    some_refused = False
    for name, file in with_progress(files, len(files) if len(files) > 1 else 0):
        try:
            grid = _grid(file)
        except ItatuiError as error:
            if name == file:
                raise
            print_note(safe(str(error)))
            some_refused = True
            continue
        if name == file or grid.hidden:
            found.append(ReadDocument(file, grid))
        else:
            message = _("{path}: not the sheet of a unit; left out. To import it, name the file itself")
            print_note(message.format(path=safe(file)))
    return ReadDocuments(tuple(found), some_refused)


def _grid(name: str) -> Grid:
    try:
        return read_document(document_bytes(name))
    except UnreadableError as error:
        raise refused(name, str(error)) from None


def _files_in(name: str) -> list[str]:
    """Return the documents of a folder by their names, or the file itself. `ItatuiError` for a folder without any."""
    try:
        if name == STANDARD_INPUT or not typed_path(name).is_dir():
            return [name]
        return [str(Path(name) / each) for each in sheet_names(name)]
    except OSError as error:
        raise refused(name, reason_of(error)) from None
    except StoreError as error:
        raise refused(name, str(error)) from None
